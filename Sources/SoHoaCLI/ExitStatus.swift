import ArgumentParser
import SoHoa
import SoHoaLedger

/// How the program ends. The numbers up to 15 and 130 are those that OCRmyPDF made the custom of the field.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case wrongArguments = 1
  case badInput = 2
  case missingComponent = 3
  case invalidOutput = 4
  case noAccess = 5
  case nothingToDo = 6
  case workerFailed = 7
  case encrypted = 8
  case other = 15
  case needsReview = 20
  case someFailed = 21
  case classified = 22
  case outputExists = 23
  case folderBusy = 24
  case badLedger = 25
  case notAsNoted = 26
  case interrupted = 130

  init(_ kind: ConversionFailure.Kind) {
    switch kind {
    case .badInput: self = .badInput
    case .missingComponent: self = .missingComponent
    case .invalidOutput: self = .invalidOutput
    case .noAccess: self = .noAccess
    case .nothingToDo: self = .nothingToDo
    case .encrypted: self = .encrypted
    case .classified: self = .classified
    case .outputExists: self = .outputExists
    case .crashed, .outOfLimits: self = .workerFailed
    case .other: self = .other
    }
  }

  init(_ error: LedgerError) {
    switch error {
    case .busy: self = .folderBusy
    case .damaged, .foreign, .newer, .older: self = .badLedger
    case .missing: self = .nothingToDo
    case .notWritable, .full: self = .noAccess
    case .outputExists: self = .outputExists
    case .inputChanged: self = .badInput
    case .outside, .notRegular: self = .invalidOutput
    case .other: self = .other
    }
  }

  var code: ExitCode { ExitCode(rawValue) }

  private var meaning: String {
    switch self {
    case .done: "done"
    case .wrongArguments: "wrong arguments"
    case .badInput: "bad input file"
    case .missingComponent: "missing component (see `sohoa doctor`)"
    case .invalidOutput: "invalid output"
    case .noAccess: "no access to a file or folder"
    case .nothingToDo: "nothing to do"
    case .workerFailed: "a worker crashed on the input or outgrew its limits"
    case .encrypted: "encrypted input file"
    case .other: "other error"
    case .needsReview: "done, but needs review (with --strict)"
    case .someFailed: "several inputs, of which some failed"
    case .classified: "marked as a state secret: only a notice was written"
    case .outputExists: "an output exists already (see --overwrite, --skip-existing)"
    case .folderBusy: "another run is at work on the output folder"
    case .badLedger: "the ledger of the output folder cannot be used"
    case .notAsNoted: "a file is not as the ledger has it (sohoa verify)"
    case .interrupted: "interrupted"
    }
  }

  /// For `--help`.
  static var table: String {
    let rows = allCases.map { status in
      let code = "\(status.rawValue)"
      return "  " + code + String(repeating: " ", count: 5 - code.count) + status.meaning
    }
    return "EXIT CODES:\n" + rows.joined(separator: "\n")
  }
}
