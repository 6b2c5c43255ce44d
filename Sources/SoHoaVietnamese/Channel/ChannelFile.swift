import Foundation
import SoHoaDictionaries

/// Reads and writes `channel_*.tsv`: columns printed, observed, count.
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

  public static func counts(contentsOf url: URL) throws(DictionaryError) -> SegmentCounts {
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(path: url.path) }
    var counts = SegmentCounts()
    var number = 0
    for line in [UInt8](data).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if number == 1 || line.isEmpty { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == 3, let count = Double(String(decoding: cells[2], as: UTF8.self)) else {
        throw .malformed(path: url.path, line: number, reason: "not printed, observed, count")
      }
      counts.add(.init(printed: segment(cells[0]), observed: segment(cells[1])), count)
    }
    return counts
  }

  private static func segment(_ bytes: ArraySlice<UInt8>) -> Segment {
    Segment(Array(String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value).prefix(Segment.limit)))
  }
}
