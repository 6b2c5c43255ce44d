import SoHoa
import SoHoaLedger
import SoHoaModel

/// What became of one input of a run.
enum InputOutcome: Sendable {
  /// - Parameters:
  ///   - outputs: paths of the files that it became.
  ///   - alarms: what the ledger found, beside the findings of the file.
  case done(ConvertedFile, outputs: [String] = [], alarms: [NumberAlarm] = [])
  case failed(ConversionFailure)
  /// Done by an earlier run, and nothing has changed since.
  case upToDate
  /// Another input has the same content: it is done once, for that one.
  case duplicate(of: String)
  /// An earlier run failed on it; `retry` has it done again.
  case failedBefore(LedgerFailure)

  init(_ result: Result<ConvertedFile, ConversionFailure>) {
    switch result {
    case .success(let file): self = .done(file)
    case .failure(let failure): self = .failed(failure)
    }
  }
}
