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

  /// The boxes of the words that are surely print: shreds of seals and signatures hide no gutter.
  var solid: [BoundingBox] {
    words.filter { $0.word.isLeader || ($0.word.confidence >= 0.5 && $0.word.isWordly) }.map(\.box)
  }

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

extension Word {
  fileprivate var isWordly: Bool { text.contains { $0.isLetter || $0.isNumber } }
  /// Dots that lead the eye over a gap, or a line to write on.
  fileprivate var isLeader: Bool { text.count >= 3 && text.allSatisfy { "._…-".contains($0) } }
}
