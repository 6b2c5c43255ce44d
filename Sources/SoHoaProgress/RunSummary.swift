import Foundation
import SoHoaModel

/// What came of a run, for its end.
public struct RunSummary: Sendable {
  private static let shown = 3

  private struct Group: Sendable {
    var count = 0
    var files: [String] = []
  }

  private var failures: [String: Group] = [:]

  public init() {}

  public mutating func take(_ report: FileReport) {
    guard let failure = report.failure else { return }
    var group = failures[failure.kind, default: Group()]
    group.count += 1
    if group.files.count < Self.shown { group.files.append(report.file) }
    failures[failure.kind] = group
  }

  /// - Parameters:
  ///   - places: where outputs, report and the rest lie, as the user named them, by what they are.
  ///   - retry: the output folder, for the command that has failures done again.
  public func lines(
    _ tally: ProgressTally, elapsed: Duration, places: [(Message, String)], retry: String?
  ) -> [Message] {
    [total(tally, elapsed)] + reasons + again(retry)
      + places.map { what, place in Message(en: "\(what.en): \(place)", vi: "\(what.vi): \(place)") }
  }

  private func total(_ tally: ProgressTally, _ elapsed: Duration) -> Message {
    let count = { (outcome: FileReport.Outcome) in tally.ended[outcome, default: 0] }
    let rate = String(format: "%.0f", Double(tally.pages) / max(elapsed / .seconds(1), 0.001) * 60)
    let done = count(.done) + count(.doubtful)
    let more = [
      (count(.upToDate), "up to date", "đã xong từ trước"),
      (count(.duplicate), "duplicates", "trùng nội dung"),
    ].filter { $0.0 > 0 }
    return Message(
      en: "\(done) done (\(tally.pages) pages, \(rate) a minute), \(count(.doubtful)) to review, "
        + "\(count(.failed)) failed" + more.map { ", \($0.0) \($0.1)" }.joined(),
      vi: "\(done) xong (\(tally.pages) trang, \(rate) trang/phút), \(count(.doubtful)) cần xem lại, "
        + "\(count(.failed)) lỗi" + more.map { ", \($0.0) \($0.2)" }.joined())
  }

  private var reasons: [Message] {
    failures.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { kind, group in
      let reason = FailureKind(kind).reason
      let names = group.files.joined(separator: ", ") + (group.count > group.files.count ? " …" : "")
      return Message(
        en: "  \(group.count) failed: \(reason.en): \(names)",
        vi: "  \(group.count) lỗi: \(reason.vi): \(names)")
    }
  }

  private func again(_ folder: String?) -> [Message] {
    guard !failures.isEmpty, let folder else { return [] }
    return [
      Message(
        en: "  to have them done again, once the reasons are gone: sohoa retry \(folder) --failed",
        vi: "  để làm lại khi đã xử lý nguyên nhân: sohoa retry \(folder) --failed")
    ]
  }
}
