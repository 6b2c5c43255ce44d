import SoHoaModel

/// Print that stands side by side.
struct Row {
  /// A line, or a phrase of one.
  struct Item {
    /// Which one, for who made the row.
    let index: Int
    let box: BoundingBox
    /// The parts that are surely print.
    let solid: [BoundingBox]
  }

  private(set) var items: [Item]
  private(set) var top, bottom: Int
  /// What is surely printed, as stretches from left to right.
  private(set) var extents: [Range<Int>]

  private init(_ item: Item) {
    items = [item]
    (top, bottom) = (item.box.top, item.box.bottom)
    extents = Self.extents(items)
  }

  static func group(_ items: [Item]) -> [Row] {
    var rows: [Row] = []
    for item in items.sorted(by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
      if let level = rows.indices.suffix(reach).last(where: { rows[$0].isLevel(with: item.box) }) {
        rows[level].append(item)
      } else {
        rows.append(Row(item))
      }
    }
    return rows
  }

  /// Rows of unlike columns overlap: so many of the last are looked at.
  private static let reach = 3

  /// Both have the same middle; or more than half of the lower of the two is beside the other, and neither
  /// lies over the other.
  private func isLevel(with box: BoundingBox) -> Bool {
    let overlap = min(bottom, box.bottom) - max(top, box.top)
    let least = min(bottom - top, box.height)
    if abs(top + bottom - box.top - box.bottom) * 3 < least * 2 { return true }
    guard overlap * 2 > least else { return false }
    return items.allSatisfy { item in
      let shared = min(item.box.right, box.right) - max(item.box.left, box.left)
      return shared * 4 <= min(item.box.width, box.width)
    }
  }

  private mutating func append(_ item: Item) {
    items.append(item)
    top = min(top, item.box.top)
    bottom = max(bottom, item.box.bottom)
    extents = Self.extents(items)
  }

  /// Takes note of print that reaches over several rows, where it crosses this one.
  mutating func obstruct(by box: BoundingBox) {
    guard min(bottom, box.bottom) - max(top, box.top) > (bottom - top) / 5 else { return }
    extents.append(box.left..<max(box.left + 1, box.right))
    extents.sort { $0.lowerBound < $1.lowerBound }
  }

  private static func extents(_ items: [Item]) -> [Range<Int>] {
    items.flatMap(\.solid).map { $0.left..<max($0.left + 1, $0.right) }.sorted {
      $0.lowerBound < $1.lowerBound
    }
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
    reaches(beyond: gutter) && extents.contains { $0.upperBound <= gutter.lowerBound }
  }

  /// True if something stands to the right.
  func reaches(beyond gutter: Range<Int>) -> Bool {
    extents.contains { $0.lowerBound >= gutter.upperBound }
  }
}
