import SoHoaModel

/// Lines that stand beside each other.
struct Row {
  private(set) var lines: [PlacedLine]
  private(set) var top, bottom: Int
  /// What is surely printed, as stretches from left to right.
  var extents: [Range<Int>] {
    lines.flatMap(\.solid).map { $0.left..<max($0.left + 1, $0.right) }
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  static func group(_ lines: [PlacedLine]) -> [Row] {
    var rows: [Row] = []
    for line in lines.sorted(by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
      if let last = rows.last, last.isLevel(with: line.box) {
        rows[rows.count - 1].append(line)
      } else {
        rows.append(Row(lines: [line], top: line.box.top, bottom: line.box.bottom))
      }
    }
    return rows
  }

  /// More than half of the lower of the two is beside the other, and neither lies over the other.
  private func isLevel(with box: BoundingBox) -> Bool {
    let overlap = min(bottom, box.bottom) - max(top, box.top)
    let isFree = lines.allSatisfy { $0.box.right <= box.left || box.right <= $0.box.left }
    return isFree && overlap * 2 > min(bottom - top, box.height)
  }

  private mutating func append(_ line: PlacedLine) {
    lines.append(line)
    top = min(top, line.box.top)
    bottom = max(bottom, line.box.bottom)
  }

  /// Blank stretches between words, at least this wide.
  func gaps(atLeast width: Double) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var right: Int?
    for extent in extents {
      if let right, Double(extent.lowerBound - right) >= width { gaps.append(right..<extent.lowerBound) }
      right = max(right ?? extent.upperBound, extent.upperBound)
    }
    return gaps
  }

  /// The widest stretch of a gutter that this row leaves free; nil if it leaves none.
  func free(in gutter: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var left = gutter.lowerBound
    for extent in extents + [gutter.upperBound..<gutter.upperBound + 1] {
      let stop = min(extent.lowerBound, gutter.upperBound)
      if stop > left, stop - left > best?.count ?? 0 { best = left..<stop }
      left = max(left, extent.upperBound)
    }
    return best
  }

  /// True if something stands on either side.
  func isParted(by gutter: Range<Int>) -> Bool {
    let extents = extents
    return extents.contains { $0.upperBound <= gutter.lowerBound }
      && extents.contains { $0.lowerBound >= gutter.upperBound }
  }
}
