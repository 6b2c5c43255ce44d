import SoHoaModel

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
  /// ... and of this width when only one row has it: nothing but a signature block looks so.
  private static let alone = 6.0
  /// At least one row must have a gap that no justified line has.
  private static let wide = 1.8

  private func grow(_ gap: Range<Int>, from first: Int, notBefore: Int) -> Found? {
    var gutter = gap
    var last = first
    var probe = first + 1
    while probe < rows.count, let free = rows[probe].free(in: gutter),
      Double(free.count) >= Self.narrow * lineHeight
    {
      if rows[probe].isParted(by: free) {
        gutter = free
        last = probe
      }
      probe += 1
    }
    let core = first...last
    guard isColumns(core, gutter), !isTable(core, gutter) else { return nil }
    return widened(core, gutter, notBefore: notBefore)
  }

  private func isColumns(_ core: ClosedRange<Int>, _ gutter: Range<Int>) -> Bool {
    let parted = core.filter { rows[$0].isParted(by: gutter) }
    let widest = parted.flatMap { rows[$0].gaps(atLeast: 0) }.filter { $0.overlaps(gutter) }.map(\.count)
      .max()
    let width = Double(gutter.count) / lineHeight
    let reach = Double(widest ?? 0) / lineHeight
    switch parted.count {
    case 0: return false
    case 1: return reach >= Self.alone
    case 2: return width >= Self.clear && reach >= Self.wide
    default: return width >= Self.narrow && reach >= Self.wide
    }
  }

  /// Half of the rows have a further gap, at the same place.
  private func isTable(_ core: ClosedRange<Int>, _ gutter: Range<Int>) -> Bool {
    let parted = core.filter { rows[$0].isParted(by: gutter) }
    let further = parted.map {
      rows[$0].gaps(atLeast: Self.wide * lineHeight).filter { !$0.overlaps(gutter) }
    }
    let most = further.flatMap(\.self).map { gap in
      further.count { $0.contains { $0.overlaps(gap) } }
    }.max()
    return (most ?? 0) >= max(2, (parted.count + 1) / 2)
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
    while end < rows.count, continues(start..<end, gutter, with: end), narrows(&gutter, by: end) { end += 1 }
    return (start..<toTheEnd(from: end, &gutter), gutter)
  }

  /// Where nothing but one-sided rows follow, those on the right belong to the signature: the name under
  /// it.
  private func toTheEnd(from end: Int, _ gutter: inout Range<Int>) -> Int {
    var narrowed = gutter
    guard (end..<rows.count).allSatisfy({ narrows(&narrowed, by: $0) }),
      let last = (end..<rows.count).last(where: { rows[$0].reaches(beyond: narrowed) })
    else { return end }
    gutter = narrowed
    return last + 1
  }

  /// A row right below, or one a little lower in the middle of the left column: a number, a subject.
  private func continues(_ zone: Range<Int>, _ gutter: Range<Int>, with row: Int) -> Bool {
    if isClose(row - 1, row, Self.apart) { return true }
    let left = zone.flatMap { rows[$0].extents }.filter { $0.upperBound <= gutter.lowerBound }
    guard let first = left.map(\.lowerBound).min(), let last = left.map(\.upperBound).max() else {
      return false
    }
    let extents = rows[row].extents
    guard let start = extents.first?.lowerBound, let stop = extents.map(\.upperBound).max() else {
      return false
    }
    let isCentred = Double(abs(start + stop - first - last)) <= Self.offCentre * 2 * lineHeight
    let isInside = start >= first && stop <= last && isCentred
    return isInside && isClose(row - 1, row, Self.farApart)
  }

  /// Rows farther apart than this do not belong together.
  private static let apart = 0.8
  /// ... unless they stand in the middle of the same column, so far at most from its centre.
  private static let farApart = 2.0
  private static let offCentre = 1.0

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
