import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaProgress

extension FileReport {
  /// - Parameter folder: output folder, for the command that has failures done again.
  init(_ input: Input, _ outcome: InputOutcome, folder: String) {
    switch outcome {
    case .done(let file, let outputs, let alarms):
      self.init(input, file, outputs, alarms)
    case .failed(let failure):
      self.init(
        file: input.name, outcome: .failed,
        failure: Failure(kind: failure.kind.rawValue, message: failure.message))
    case .failedBefore(let failure):
      self.init(
        file: input.name, outcome: .failed,
        failure: Failure(kind: failure.kind, message: Self.again(failure.message, folder), isOld: true))
    case .upToDate: self.init(file: input.name, outcome: .upToDate)
    case .duplicate(let other): self.init(file: input.name, outcome: .duplicate, sameAs: other)
    }
  }

  private init(
    _ input: Input, _ file: ConvertedFile, _ outputs: [String], _ alarms: [NumberAlarm]
  ) {
    self.init(
      file: input.name, outcome: file.needsReview || !alarms.isEmpty ? .doubtful : .done,
      pages: file.pages.count,
      findings: file.allFindings.filter { $0.severity > .info } + alarms.map(\.finding) + Self.doubts(file),
      outputs: outputs,
      hands: file.pages.flatMap { page in
        page.marks.compactMap(\.hand).map { Hand($0, page: page.number) }
      }, summary: SummaryLine(file, name: input.name).message)
  }

  /// Which fields are to be compared, a finding a document.
  private static func doubts(_ file: ConvertedFile) -> [Finding] {
    file.documents.compactMap { document in
      let fields = ReviewPolicy().doubts(document.record)
      guard document.needsReview, !fields.isEmpty else { return nil }
      return Finding(
        .warning, "record.doubtful",
        Message(
          en: "not sure: " + fields.map(\.en).joined(separator: ", "),
          vi: "chưa chắc: " + fields.map(\.vi).joined(separator: ", ")),
        page: document.structure.pages.first)
    }
  }

  private static func again(_ message: Message, _ folder: String) -> Message {
    Message(
      en: "\(message.en) (not tried again: sohoa retry \(folder) --failed)",
      vi: "\(message.vi) (không thử lại: sohoa retry \(folder) --failed)")
  }
}
