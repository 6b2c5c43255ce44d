import ArgumentParser
import Foundation
import SoHoaLedger
import SoHoaModel

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells how the batch of an output folder stands, also while a run works on it.",
    discussion: ExitStatus.table)

  @Argument(help: "Output folder of a run.", completion: .directory) var directory: String
  @Flag(help: "As JSON, with every failure, duplicate and alarm.") var json = false

  func run() throws {
    let console = Console()
    try LedgerAnswer.give(console) { () throws(LedgerError) in
      let status = try LedgerSurvey(folder: URL(fileURLWithPath: directory)).status()
      print(json ? LedgerAnswer.json(status) : StatusText(status).text(in: console.language))
    }
  }
}

/// Ends with the ledger's message and exit code where it cannot be asked.
enum LedgerAnswer {
  static func give(_ console: Console, _ body: () throws(LedgerError) -> Void) throws {
    do throws(LedgerError) { try body() } catch {
      console.say(error.message)
      throw ExitStatus(error).code
    }
  }

  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self)
  }
}

/// How a batch stands, in lines for people.
struct StatusText {
  private let status: LedgerStatus

  init(_ status: LedgerStatus) { self.status = status }

  func text(in language: MessageLanguage) -> String {
    lines.map { $0.text(in: language) }.joined(separator: "\n")
  }

  private var lines: [Message] {
    [run, counts] + failures + status.duplicates.map(Self.duplicate) + status.alarms.map(Self.alarm)
      + status.sequence.map(Self.outOfSequence)
  }

  private var run: Message {
    if let holder = status.holder {
      return Message(
        en: "a run is at work (process \(holder.process) on \(holder.host))",
        vi: "đang chạy (tiến trình \(holder.process) trên máy \(holder.host))")
    }
    if status.lastRun.map({ $0.outcome != "ended" }) ?? false {
      return Message(
        en: "the last run was interrupted; the next one goes on from there",
        vi: "lần chạy trước đã bị ngắt; lần chạy sau sẽ làm tiếp")
    }
    return Message(en: "no run is at work", vi: "không có lần chạy nào đang làm việc")
  }

  private var counts: Message {
    let left = status.waiting + status.running
    return Message(
      en: "\(status.done) done (\(status.pages) pages, \(status.needsReview) to review), \(left) left, "
        + "\(status.failures.count) failed, \(status.duplicates.count) duplicates",
      vi: "\(status.done) xong (\(status.pages) trang, \(status.needsReview) cần xem lại), còn \(left), "
        + "\(status.failures.count) lỗi, \(status.duplicates.count) trùng")
  }

  private var failures: [Message] {
    status.failures.map { failure in
      Message(
        en: "failed: \(Self.located(failure.message.en, failure.path))",
        vi: "lỗi: \(Self.located(failure.message.vi, failure.path))")
    }
  }

  /// Messages of files name the file, seldom its folder.
  private static func located(_ text: String, _ path: String) -> String {
    text.contains(path) ? text : "\(path): \(text)"
  }

  private static func duplicate(_ duplicate: LedgerStatus.Duplicate) -> Message {
    Message(
      en: "duplicate: \(duplicate.path): the same content as \(duplicate.of)",
      vi: "trùng: \(duplicate.path): cùng nội dung với \(duplicate.of)")
  }

  private static func outOfSequence(_ alarm: LedgerStatus.Alarm) -> Message {
    Message(
      en: "alarm: \(alarm.path): \(alarm.shown): number and date are out of sequence, see \(alarm.other)",
      vi: "cảnh báo: \(alarm.path): \(alarm.shown): số và ngày không đúng thứ tự, xem \(alarm.other)")
  }

  private static func alarm(_ alarm: LedgerStatus.Alarm) -> Message {
    Message(
      en: "alarm: \(alarm.path) and \(alarm.other): both \(alarm.shown), with different contents",
      vi: "cảnh báo: \(alarm.path) và \(alarm.other): cùng \(alarm.shown) nhưng nội dung khác nhau")
  }
}
