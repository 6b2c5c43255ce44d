import SoHoaModel

/// Neighbouring rows that one gutter parts into two columns.
struct ColumnZone {
  let rows: [Row]
  let gutter: Range<Int>
  let lineHeight: Double
  /// Index of the first row after it.
  private let end: Int

  /// Non-overlapping zones, from the top.
  static func find(in rows: [Row], lineHeight: Double) -> [ColumnZone] {
    var zones: [ColumnZone] = []
    var next = 0
    while next < rows.count {
      guard
        let found = ColumnSearch(rows: rows, lineHeight: lineHeight).zone(
          at: next, notBefore: zones.last?.end ?? 0)
      else {
        next += 1
        continue
      }
      zones.append(
        ColumnZone(
          rows: Array(rows[found.rows]), gutter: found.gutter, lineHeight: lineHeight,
          end: found.rows.upperBound))
      next = found.rows.upperBound
    }
    return zones
  }

  /// The blocks of the left column, then those of the right one; each part of a cut line is a line.
  func columns() -> [[Line]] {
    let middle = (gutter.lowerBound + gutter.upperBound) / 2
    return blocks { $0.midX < middle } + blocks { $0.midX >= middle }
  }

  /// Lines of one column, from the top, parted where they stand apart.
  private func blocks(where isInside: (BoundingBox) -> Bool) -> [[Line]] {
    var blocks: [[Line]] = []
    var bottom: Int?
    for (line, box) in lines(where: isInside) {
      if let bottom, Double(box.top - bottom) <= Self.apart * lineHeight {
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

  private func lines(where isInside: (BoundingBox) -> Bool) -> [(line: Line, box: BoundingBox)] {
    let parts = rows.flatMap(\.lines).compactMap { placed -> (line: Line, box: BoundingBox)? in
      let words = placed.words.filter { isInside($0.box) }
      guard let box = words.map(\.box).union() else { return nil }
      let line = Line(id: placed.line.id, box: nil, indent: placed.line.indent, words: words.map(\.word))
      return (line, box)
    }
    return parts.sorted { $0.box.midY < $1.box.midY }
  }
}
