import Foundation
import Logging
import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaProgress
import SoHoaWorkers

/// Tells how a batch goes and what came of it at the end, and how the program should end.
actor BatchReport {
  private let console: Console
  private let desk: ProgressDesk
  private let logger = Logger(label: "sohoa.batch")
  private let inputs: Int
  private let skipped: Int
  private let quiet: Bool
  /// Output folder as the user named it.
  private let folder: String
  private var forReview = 0
  /// Of earlier runs, too.
  private var failures: [ConversionFailure.Kind] = []
  private var outputFailure: ConversionFailure.Kind?

  /// - Parameters:
  ///   - inputs: how many there are; a single one is shown in full, on standard output. 0 where they come as they come.
  ///   - skipped: inputs that are not read because their outputs are there already.
  init(
    console: Console, desk: ProgressDesk, inputs: Int, skipped: Int = 0, quiet: Bool, folder: String
  ) {
    self.console = console
    self.desk = desk
    self.inputs = inputs
    self.skipped = skipped
    self.quiet = quiet
    self.folder = folder
    if inputs > 0 { desk.take(.found(files: inputs)) }
  }

  nonisolated func hear(_ input: Input, _ note: WorkNote) {
    switch note {
    case .begun(let pages): desk.take(.fileBegan(input.name, pages: pages))
    case .page(let number): desk.take(.pageRead(input.name, page: number))
    }
  }

  func add(_ input: Input, _ outcome: InputOutcome) {
    let report = FileReport(input, outcome, folder: folder)
    desk.take(.fileEnded(report))
    log(report)
    if let failure = report.failure {
      failures.append(ConversionFailure.Kind(rawValue: failure.kind) ?? .other)
    }
    if report.outcome == .doubtful { forReview += 1 }
    if inputs == 1, !quiet { tellSingle(input, outcome) }
    guard case .done(_, _, let alarms) = outcome else { return }
    for alarm in alarms {
      console.say(
        Message(en: "\(input.name): \(alarm.message.en)", vi: "\(input.name): \(alarm.message.vi)"))
    }
  }

  /// Outputs of the run that went wrong.
  func add(_ failures: [ConversionFailure]) {
    for failure in failures { console.say(failure.message) }
    outputFailure = outputFailure ?? failures.first?.kind
  }

  /// Writes the report as it stands.
  func write() {
    do { try desk.writeReport() } catch { add([ConversionFailure(.noAccess, Self.noReport(error))]) }
  }

  /// Writes the report, tells the totals and says how the program should end.
  ///
  /// - Parameter report: path of the report, as the user named it.
  func finish(strict: Bool, isInterrupted: Bool, report: String?) -> ExitStatus {
    write()
    let outputs = (Message(en: "outputs", vi: "kết quả"), folder)
    let reports = report.map { [(Message(en: "report", vi: "báo cáo"), $0)] } ?? []
    desk.end(
      isInterrupted: isInterrupted, places: inputs == 1 ? reports : [outputs] + reports,
      retry: folder, isQuiet: quiet || inputs == 1 && reports.isEmpty)
    if !quiet && skipped > 0 { console.say(leftOut) }
    return isInterrupted ? .interrupted : status(strict: strict)
  }

  private func status(strict: Bool) -> ExitStatus {
    if let outputFailure { return ExitStatus(outputFailure) }
    if let first = failures.first { return inputs == 1 ? ExitStatus(first) : .someFailed }
    return strict && forReview > 0 ? .needsReview : .done
  }

  private func tellSingle(_ input: Input, _ outcome: InputOutcome) {
    switch outcome {
    case .done(let file, _, _):
      print(SummaryCard(file, language: console.language, style: .standardOutput).text, terminator: "")
    case .upToDate: console.say(unchanged(input))
    case .failed, .failedBefore, .duplicate: break
    }
  }

  /// No word of a document: names of files, outcomes, counts.
  private func log(_ report: FileReport) {
    var metadata: Logger.Metadata = [
      "file": "\(report.file)", "outcome": "\(report.outcome)", "pages": "\(report.pages)",
      "findings": "\(report.findings.count)",
    ]
    if let failure = report.failure { metadata["kind"] = "\(failure.kind)" }
    logger.info("file ended", metadata: metadata)
  }

  private var leftOut: Message {
    Message(
      en: "\(skipped) left out: their outputs are there already",
      vi: "\(skipped) tệp bỏ qua: kết quả đã có sẵn")
  }

  private func unchanged(_ input: Input) -> Message {
    Message(
      en: "\(input.name): up to date, done before and unchanged; --no-resume does it again",
      vi: "\(input.name): đã xong từ trước và không thay đổi; dùng --no-resume để làm lại")
  }

  private static func noReport(_ error: any Error) -> Message {
    Message(
      en: "the report was not written (\(error)); change the folder's rights or free some space",
      vi: "chưa ghi được báo cáo (\(error)); hãy đổi quyền thư mục hoặc giải phóng chỗ trống")
  }
}
