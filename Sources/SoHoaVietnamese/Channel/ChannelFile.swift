import Foundation
import SoHoaDictionaries

/// Reads and writes `channel_*.tsv`: columns printed, observed, count. Where nothing is printed, the edges of
/// words are counted: nothing seen, or a speck.
public enum ChannelFile {
  public static let header = "printed\tobserved\tcount"

  /// Changes seen less often than `least` are left out; sorted, so that equal counts give equal bytes.
  public static func text(_ counts: SegmentCounts, least: Double = 2) -> String {
    let rows = counts.changes.filter { $0.value >= least && !$0.key.observed.text.contains { $0 == "\t" } }
      .map { ($0.key.printed.scalars, $0.key.observed.scalars, $0.value) }
      .sorted { $0.0 != $1.0 ? $0.0.lexicographicallyPrecedes($1.0) : $0.1.lexicographicallyPrecedes($1.1) }
      .map { "\(String(scalars: $0.0))\t\(String(scalars: $0.1))\t\(Int($0.2))" }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// - Throws: `unreadable`, or `malformed` with the line that is no row.
  public static func counts(contentsOf url: URL) throws(DictionaryError) -> SegmentCounts {
    SegmentCounts(try rows(contentsOf: url))
  }

  struct Row {
    var change: SegmentCounts.Change
    var count: Double
  }

  /// The rows as they stand; a change may stand twice.
  static func rows(contentsOf url: URL) throws(DictionaryError) -> [Row] {
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(path: url.path) }
    guard data.starts(with: Data((header + "\n").utf8)) else {
      throw .malformed(path: url.path, line: 1, reason: "not the header \(header)")
    }
    var rows: [Row] = []
    var line = 1
    var isWhole = true
    data.withUnsafeBytes { bytes in
      var reader = TableBytes(bytes)
      reader.skipLine()
      while isWhole, !reader.isAtEnd {
        line += 1
        if reader.skipEmptyLine() { continue }
        if let row = row(&reader) { rows.append(row) } else { isWhole = false }
      }
    }
    guard isWhole else {
      throw .malformed(path: url.path, line: line, reason: "not printed, observed, count")
    }
    return rows
  }

  private static func row(_ reader: inout TableBytes) -> Row? {
    guard let printed = reader.readSegment(), let observed = reader.readSegment(),
      let count = reader.readNumber(), reader.endLine()
    else { return nil }
    return Row(change: .init(printed: printed, observed: observed), count: Double(count))
  }
}

extension SegmentCounts {
  init(_ rows: [ChannelFile.Row]) {
    self.init()
    changes.reserveCapacity(rows.count)
    for row in rows { add(row.change, row.count) }
  }
}
