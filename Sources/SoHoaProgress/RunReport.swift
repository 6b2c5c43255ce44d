import Foundation
import SoHoaExport
import SoHoaFiles
import SoHoaModel

/// The files of a run for a clerk, as one file: failures first, then what a person should look at, then the rest.
public struct RunReport: Sendable {
  public enum FileKind: String, Sendable, CaseIterable {
    case html, csv
  }

  /// Rows that are kept; of more, those that are done are counted only.
  public static let mostRows = 20_000
  /// Pictures of handwriting that are kept: some hours' work for a clerk, a few megabytes.
  static let mostPictures = 2_000

  public let target: URL
  private let kind: FileKind
  private let language: MessageLanguage
  private var rows: [FileReport] = []
  private var leftOut: [FileReport.Outcome: Int] = [:]
  private var pictures = 0

  /// - Parameter target: `.html` or `.csv`; nil for another ending.
  public init?(_ target: URL, language: MessageLanguage) {
    guard let kind = FileKind(rawValue: target.pathExtension.lowercased()) else { return nil }
    self.target = target
    self.kind = kind
    self.language = language
  }

  public mutating func take(_ report: FileReport) {
    guard rows.count < Self.mostRows || report.outcome == .failed || report.outcome == .doubtful else {
      leftOut[report.outcome, default: 0] += 1
      return
    }
    var row = report
    row.summary = nil
    if kind == .csv { row.hands = [] }
    for index in row.hands.indices where row.hands[index].reading.picture != nil {
      pictures += 1
      if pictures > Self.mostPictures { row.hands[index].reading.picture = nil }
    }
    rows.append(row)
  }

  /// Puts it into its place, whole.
  public func write() throws {
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try AtomicFile.write(encoded(), to: target)
  }

  func encoded() -> Data {
    switch kind {
    case .html: ReportPage(rows: sorted, leftOut: leftOut, target: target, language: language).data
    case .csv: ReportTable(rows: sorted, language: language).data
    }
  }

  private var sorted: [FileReport] {
    let order = Dictionary(uniqueKeysWithValues: zip(FileReport.Outcome.allCases, 0...))
    return rows.enumerated().sorted {
      (order[$0.element.outcome]!, $0.offset) < (order[$1.element.outcome]!, $1.offset)
    }.map(\.element)
  }
}

extension FileReport.Outcome {
  /// Of a part of the report.
  var title: Message {
    switch self {
    case .failed: Message(en: "Failed", vi: "Lỗi")
    case .doubtful: Message(en: "Done, to review", vi: "Đã xong, cần xem lại")
    case .done: Message(en: "Done", vi: "Đã xong")
    case .upToDate: Message(en: "Up to date", vi: "Đã xong từ trước")
    case .duplicate: Message(en: "Duplicates", vi: "Trùng nội dung")
    }
  }
}

extension FileReport {
  /// What to do next; nil where there is nothing.
  var advice: Message? {
    switch outcome {
    case .failed: failure.map { FailureKind($0.kind).advice }
    case .doubtful: Message(en: "compare with the scan", vi: "đối chiếu với bản quét")
    case .done, .upToDate, .duplicate: nil
    }
  }

  /// What happened, apart from findings.
  var what: Message? {
    if let sameAs {
      return Message(
        en: "same content as \(sameAs), done once", vi: "trùng nội dung với \(sameAs), chỉ làm một lần")
    }
    return failure?.message
  }
}
