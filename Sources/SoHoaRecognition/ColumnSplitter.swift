import SoHoaModel

/// Parts the two columns of headers and signature blocks, which engines read across.
///
/// Where a wide gap recurs over neighbouring rows at the same place, and nothing crosses it, the rows are
/// cut there: first the lines of the left column, then those of the right one. Justified text has wide
/// gaps too, but none that recur in a clear gutter. Rows with more than two columns are tables and stay.
public struct ColumnSplitter: Sendable {
  public init() {}

  /// - Returns: the same words, some lines cut in two, numbered anew. Pages without boxes come back
  ///   unchanged.
  public func run(_ page: Page) -> Page {
    let lines = PlacedLine.all(of: page)
    guard let height = PlacedLine.typicalHeight(lines) else { return page }
    let rows = Row.group(lines)
    let zones = ColumnZone.find(in: rows, lineHeight: height)
    return zones.isEmpty ? page : page.replacingBlocks(reorder(lines, zones))
  }

  /// Lines outside the zones stay as they are; a zone stands where its first line stood.
  private func reorder(_ lines: [PlacedLine], _ zones: [ColumnZone]) -> [[Line]] {
    var zoneOfLine: [Int: Int] = [:]
    for (index, zone) in zones.enumerated() {
      for line in zone.rows.flatMap(\.lines) { zoneOfLine[line.position] = index }
    }
    var groups: [[Line]] = []
    var openBlock: Int?
    var done: Set<Int> = []
    for line in lines {
      if let zone = zoneOfLine[line.position] {
        openBlock = nil
        if done.insert(zone).inserted { groups += zones[zone].columns() }
      } else if openBlock == line.block {
        groups[groups.count - 1].append(line.line)
      } else {
        openBlock = line.block
        groups.append([line.line])
      }
    }
    return groups
  }
}

/// A line with its place on the upright page.
struct PlacedLine {
  /// In the page's present reading order, from 0.
  let position: Int
  let block: Int
  let line: Line
  /// From left to right.
  let words: [(word: Word, box: BoundingBox)]
  let box: BoundingBox

  /// Empty if a word has no box.
  static func all(of page: Page) -> [PlacedLine] {
    let transform = page.transform
    var lines: [PlacedLine] = []
    for (block, content) in page.blocks.enumerated() {
      for line in content.lines {
        let boxes = line.words.compactMap { word in word.box.map { (word: word, box: transform.upright($0)) }
        }
        guard boxes.count == line.words.count, let box = boxes.map(\.box).union() else { return [] }
        lines.append(
          PlacedLine(
            position: lines.count, block: block, line: line,
            words: boxes.sorted { $0.box.left < $1.box.left },
            box: box))
      }
    }
    return lines
  }

  /// Median height of the lines; nil if there are none.
  static func typicalHeight(_ lines: [PlacedLine]) -> Double? {
    let heights = lines.map(\.box.height).sorted()
    return heights.isEmpty ? nil : Double(max(1, heights[heights.count / 2]))
  }
}

/// Lines that stand beside each other.
struct Row {
  private(set) var lines: [PlacedLine]
  private(set) var top, bottom: Int
  /// What is printed, as stretches from left to right.
  var extents: [Range<Int>] {
    lines.flatMap(\.words).map { $0.box.left..<max($0.box.left + 1, $0.box.right) }
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

  enum Sides { case left, right, both }

  func sides(of gutter: Range<Int>) -> Sides {
    let extents = extents
    let hasLeft = extents.contains { $0.upperBound <= gutter.lowerBound }
    let hasRight = extents.contains { $0.lowerBound >= gutter.upperBound }
    return hasLeft && hasRight ? .both : hasLeft ? .left : .right
  }
}
