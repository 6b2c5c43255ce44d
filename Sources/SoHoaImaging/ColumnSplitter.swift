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
    let runs = page.blocks.split(isolating: { $0.kind == .table })
    let parted = runs.map { ($0.first?.kind == .table ? nil : split($0, of: page)) }
    guard parted.contains(where: { $0 != nil }) else { return page }
    return page.replacingBlocks(zip(runs, parted).flatMap { $1 ?? Array($0) })
  }

  /// - Parameter blocks: without a table.
  /// - Returns: nil where there are no columns.
  private func split(_ blocks: ArraySlice<Block>, of page: Page) -> [Block]? {
    let lines = PlacedLine.all(of: blocks, upright: page.transform)
    guard let height = PlacedLine.typicalHeight(lines) else { return nil }
    let rows = Row.group(lines.map { Row.Item(index: $0.position, box: $0.box, solid: $0.solid) })
    let zones = ColumnZone.find(in: rows, lineHeight: height)
    let id = ID<Block>(page: page.number, index: 0)
    return zones.isEmpty
      ? nil : reorder(lines, zones, height).map { Block(id: id, box: nil, lines: $0) }
  }

  /// Lines outside the zones stay as they are; a zone stands where its first line stood.
  private func reorder(_ lines: [PlacedLine], _ zones: [ColumnZone], _ height: Double) -> [[Line]] {
    var zoneOfLine: [Int: Int] = [:]
    for (index, zone) in zones.enumerated() {
      for item in zone.rows.flatMap(\.items) { zoneOfLine[item.index] = index }
    }
    var groups: [[Line]] = []
    var openBlock: Int?
    var done: Set<Int> = []
    for line in lines {
      if let zone = zoneOfLine[line.position] {
        openBlock = nil
        if done.insert(zone).inserted { groups += columns(lines, zones[zone], height) }
      } else if openBlock == line.block {
        groups[groups.count - 1].append(line.line)
      } else {
        openBlock = line.block
        groups.append([line.line])
      }
    }
    return groups
  }

  /// The blocks of the left column, then those of the right one; each part of a cut line is a line.
  private func columns(_ lines: [PlacedLine], _ zone: ColumnZone, _ height: Double) -> [[Line]] {
    let inside = zone.rows.flatMap(\.items).map { lines[$0.index] }
    let left = inside.compactMap { $0.part { $0.midX < zone.middle } }
    let right = inside.compactMap { $0.part { $0.midX >= zone.middle } }
    return blocks(left, height) + blocks(right, height)
  }

  /// Lines of one column, from the top, parted where they stand apart.
  private func blocks(_ column: [(line: Line, box: BoundingBox)], _ height: Double) -> [[Line]] {
    var blocks: [[Line]] = []
    var bottom: Int?
    for (line, box) in column.sorted(by: { $0.box.midY < $1.box.midY }) {
      if let bottom, Double(box.top - bottom) <= Self.apart * height {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([line])
      }
      bottom = max(bottom ?? box.bottom, box.bottom)
    }
    return blocks
  }

  /// In line heights.
  private static let apart = 1.2
}

extension Array {
  /// Runs of elements; each for which the condition holds is a run of its own.
  fileprivate func split(isolating isAlone: (Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [Range<Int>] = []
    for index in indices {
      if let last = runs.last, !isAlone(self[index]), !isAlone(self[last.lowerBound]) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs.map { self[$0] }
  }
}
