import SoHoaModel

/// Neighbouring rows that one gutter parts into two columns.
struct ColumnZone {
  let rows: [Row]
  let gutter: Range<Int>
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
        ColumnZone(rows: Array(rows[found.rows]), gutter: found.gutter, end: found.rows.upperBound))
      next = found.rows.upperBound
    }
    return zones
  }

  /// The lines of the left column, then those of the right one; each part of a cut line is a line.
  func columns() -> [[Line]] {
    let middle = (gutter.lowerBound + gutter.upperBound) / 2
    let left = lines { $0.midX < middle }
    let right = lines { $0.midX >= middle }
    return [left, right].filter { !$0.isEmpty }
  }

  private func lines(where isInside: (BoundingBox) -> Bool) -> [Line] {
    rows.flatMap(\.lines).compactMap { placed in
      let words = placed.words.filter { isInside($0.box) }.map(\.word)
      return words.isEmpty
        ? nil : Line(id: placed.line.id, box: nil, indent: placed.line.indent, words: words)
    }
  }
}

/// Looks for a gutter. All widths are in line heights, so that they survive another resolution.
struct ColumnSearch {
  let rows: [Row]
  let lineHeight: Double

  typealias Found = (rows: Range<Int>, gutter: Range<Int>)

  /// The zone whose first two-sided row is `first`.
  func zone(at first: Int, notBefore: Int) -> Found? {
    let candidates = rows[first].gaps(atLeast: Self.narrow * lineHeight)
    let zones = candidates.compactMap { grow($0, from: first, notBefore: notBefore) }
    return zones.max { $0.rows.count < $1.rows.count }
  }

  /// A gutter of this width is clear when three rows share it.
  private static let narrow = 0.6
  /// ... and of this width when two do.
  private static let clear = 1.0
  /// At least one row must have a gap that no justified line has.
  private static let wide = 1.8

  private func grow(_ gap: Range<Int>, from first: Int, notBefore: Int) -> Found? {
    var gutter = gap
    var last = first
    var probe = first + 1
    while probe < rows.count, let free = rows[probe].free(in: gutter),
      Double(free.count) >= Self.narrow * lineHeight
    {
      if rows[probe].sides(of: free) == .both {
        gutter = free
        last = probe
      }
      probe += 1
    }
    let core = first...last
    guard isColumns(core, gutter), !isTable(core) else { return nil }
    return widened(core, gutter, notBefore: notBefore)
  }

  private func isColumns(_ core: ClosedRange<Int>, _ gutter: Range<Int>) -> Bool {
    let both = core.filter { rows[$0].sides(of: gutter) == .both }
    let widest =
      both.flatMap { rows[$0].gaps(atLeast: 0) }.filter { $0.overlaps(gutter) }.map(\.count).max() ?? 0
    let needed = both.count >= 3 ? Self.narrow : Self.clear
    return both.count >= 2 && Double(gutter.count) >= needed * lineHeight
      && Double(widest) >= Self.wide * lineHeight
  }

  /// Half of the rows have three parts or more.
  private func isTable(_ core: ClosedRange<Int>) -> Bool {
    let parted = core.count { rows[$0].gaps(atLeast: Self.wide * lineHeight).count >= 2 }
    return parted >= 2 && parted * 2 >= core.count
  }

  /// Takes in the rows above and below that belong to one of the columns.
  private func widened(_ core: ClosedRange<Int>, _ gutter: Range<Int>, notBefore: Int) -> Found? {
    var gutter = gutter
    var start = core.lowerBound
    while start > notBefore, isClose(start - 1, start, Self.apart), narrows(&gutter, by: start - 1) {
      start -= 1
    }
    // A run of left-hand rows under a full line is the end of a paragraph.
    if start > 0, start < core.lowerBound, isClose(start - 1, start, Self.apart) { start = core.lowerBound }
    var end = core.upperBound + 1
    while end < rows.count, isClose(end - 1, end, Self.apart), narrows(&gutter, by: end) { end += 1 }
    return (start..<end, gutter)
  }

  /// Rows farther apart than this do not belong together.
  private static let apart = 0.8

  private func isClose(_ upper: Int, _ lower: Int, _ limit: Double) -> Bool {
    Double(rows[lower].top - rows[upper].bottom) <= limit * lineHeight
  }

  private func narrows(_ gutter: inout Range<Int>, by row: Int) -> Bool {
    guard let free = rows[row].free(in: gutter), Double(free.count) >= Self.narrow * lineHeight else {
      return false
    }
    gutter = free
    return true
  }
}
