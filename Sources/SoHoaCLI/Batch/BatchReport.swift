import Foundation
import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel

/// Tells how a batch goes, a line an input, and what came of it at the end.
actor BatchReport {
  private let console: Console
  private let inputs: Int
  private let skipped: Int
  private let quiet: Bool
  private let folder: String
  private let start = ContinuousClock.now
  private var done = 0
  private var pages = 0
  private var forReview = 0
  private var upToDate = 0
  private var duplicates = 0
  /// Of earlier runs, too.
  private var failures: [ConversionFailure.Kind] = []
  private var outputFailure: ConversionFailure.Kind?

  /// - Parameters:
  ///   - inputs: how many there are; a single one is shown in full, on standard output.
  ///   - skipped: inputs that are not read because their outputs are there already.
  ///   - folder: the output folder, as the user named it.
  init(console: Console, inputs: Int, skipped: Int = 0, quiet: Bool, folder: String) {
    self.console = console
    self.inputs = inputs
    self.skipped = skipped
    self.quiet = quiet
    self.folder = folder
  }

  func add(_ input: Input, _ outcome: InputOutcome) {
    switch outcome {
    case .failed(let failure):
      failures.append(failure.kind)
      console.say(Self.located(failure.message, input))
    case .failedBefore(let failure):
      failures.append(ConversionFailure.Kind(rawValue: failure.kind) ?? .other)
      console.say(Self.located(failedBefore(failure), input))
    case .upToDate:
      upToDate += 1
      if !quiet && inputs == 1 { console.say(unchanged(input)) }
    case .duplicate(let other):
      duplicates += 1
      if !quiet { console.say(Self.duplicate(input, other)) }
    case .done(let file, let alarms):
      done += 1
      pages += file.pages.count
      if file.needsReview || !alarms.isEmpty { forReview += 1 }
      if !quiet { tell(input, file) }
      for alarm in alarms { console.say(Self.alarm(input, alarm)) }
    }
  }

  /// Outputs of the run that went wrong.
  func add(_ failures: [ConversionFailure]) {
    for failure in failures { console.say(failure.message) }
    outputFailure = outputFailure ?? failures.first?.kind
  }

  /// Prints the totals of several inputs and says how the program should end.
  func finish(strict: Bool) -> ExitStatus {
    if !quiet && inputs > 1 { console.say(total) }
    if !quiet && inputs > 1 && upToDate > 0 { console.say(upToDateTotal) }
    if !quiet && skipped > 0 { console.say(leftOut) }
    if let outputFailure { return ExitStatus(outputFailure) }
    if let first = failures.first { return inputs == 1 ? ExitStatus(first) : .someFailed }
    return strict && forReview > 0 ? .needsReview : .done
  }

  private func tell(_ input: Input, _ file: ConvertedFile) {
    if inputs > 1 {
      console.say(SummaryLine(file, name: input.name).message)
    } else {
      print(SummaryCard(file, language: console.language, style: .standardOutput).text, terminator: "")
    }
  }

  private var total: Message {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let rate = String(format: "%.0f", Double(pages) / max(seconds, 0.001) * 60)
    return Message(
      en: "\(done) done (\(pages) pages, \(rate) a minute), \(forReview) to review, \(failures.count) failed",
      vi: "\(done) xong (\(pages) trang, \(rate) trang/phút), \(forReview) cần xem lại, \(failures.count) lỗi"
    )
  }

  private var leftOut: Message {
    Message(
      en: "\(skipped) left out: their outputs are there already",
      vi: "\(skipped) tệp bỏ qua: kết quả đã có sẵn")
  }

  private var upToDateTotal: Message {
    Message(
      en: "\(upToDate) up to date: done before and unchanged"
        + (duplicates > 0 ? "; \(duplicates) with the content of another" : ""),
      vi: "\(upToDate) tệp đã xong từ trước và không thay đổi"
        + (duplicates > 0 ? "; \(duplicates) tệp trùng nội dung với tệp khác" : ""))
  }

  private func unchanged(_ input: Input) -> Message {
    Message(
      en: "\(input.name): up to date, done before and unchanged; --no-resume does it again",
      vi: "\(input.name): đã xong từ trước và không thay đổi; dùng --no-resume để làm lại")
  }

  private static func duplicate(_ input: Input, _ other: String) -> Message {
    Message(
      en: "\(input.name): same content as \(other), done once",
      vi: "\(input.name): trùng nội dung với \(other), chỉ làm một lần")
  }

  private func failedBefore(_ failure: LedgerFailure) -> Message {
    Message(
      en: "\(failure.message.en) (not tried again: sohoa retry \(folder) --failed)",
      vi: "\(failure.message.vi) (không thử lại: sohoa retry \(folder) --failed)")
  }

  private static func alarm(_ input: Input, _ alarm: Finding) -> Message {
    Message(
      en: "\(input.name): \(alarm.message.en)", vi: "\(input.name): \(alarm.message.vi)")
  }

  /// Names the folder too, where the message has the file's name only.
  private static func located(_ message: Message, _ input: Input) -> Message {
    guard message.en.hasPrefix(input.fileName) else { return message }
    let folder = input.folder.isEmpty ? "" : input.folder + "/"
    return Message(en: folder + message.en, vi: folder + message.vi)
  }
}
