import SoHoaModel

/// Finds tables without rules: rows of print over one another that leave the same two gutters or more free.
///
/// Two columns are a header or a signature block, not a table; justified text has gaps too, but none that
/// recur, and nothing that lines up at them.
struct ColumnTables {
  let rows: [Row]
  /// Median height of the letters, in pixels.
  let letter: Double

  /// From the top; cells without lines.
  func find() -> [Table] {
    var tables: [Table] = []
    var next = 0
    while next < rows.count {
      if let found = table(at: next) {
        tables.append(found.table)
        next = found.end
      } else {
        next += 1
      }
    }
    return tables
  }

  // In heights of letters.
  private static let gutter = 1.0
  private static let firstGap = 1.2
  /// Rows farther apart do not belong together.
  private static let apart = 4.0
  private static let aligned = 0.5
  /// Rows that fill three columns or more; signatures of several people have fewer.
  private static let leastRows = 4
  /// ... in parts of all rows.
  private static let fullShare = 0.4
  /// So much of what stands in them is lines of print: seals and signatures are not.
  private static let printShare = 0.8

  private func table(at start: Int) -> (table: Table, end: Int)? {
    var gutters = rows[start].gaps(atLeast: Self.firstGap * letter)
    var end = start + 1
    while gutters.count >= 2, end < rows.count,
      Double(rows[end].top - rows[end - 1].bottom) <= Self.apart * letter
    {
      let free = narrowed(gutters, by: rows[end])
      if free.count < 2 || (free.count < gutters.count && isTable(start..<end, gutters)) { break }
      gutters = free
      end += 1
    }
    while end > start + 1, !isParted(rows[end - 1], gutters), !isClose(end - 1) { end -= 1 }
    guard gutters.count >= 2, isTable(start..<end, gutters) else { return nil }
    return (grid(start..<end, gutters), end)
  }

  private func narrowed(_ gutters: [Range<Int>], by row: Row) -> [Range<Int>] {
    gutters.compactMap { row.free(in: $0) }.filter { Double($0.count) >= Self.gutter * letter }
  }

  private func isParted(_ row: Row, _ gutters: [Range<Int>]) -> Bool {
    gutters.contains { row.isParted(by: $0) }
  }

  private func isClose(_ row: Int) -> Bool {
    Double(rows[row].top - rows[row - 1].bottom) <= letter
  }

  /// Enough rows have three columns, and something lines up in each.
  private func isTable(_ range: Range<Int>, _ gutters: [Range<Int>]) -> Bool {
    let full = range.filter { row in filled(rows[row], gutters).count >= 3 }
    guard full.count >= Self.leastRows, Double(full.count) >= Self.fullShare * Double(range.count),
      isPrint(range)
    else { return false }
    return (0...gutters.count).allSatisfy { column in
      let boxes = full.compactMap { extent(rows[$0], column, gutters) }
      return boxes.count >= 2 && isAligned(boxes)
    }
  }

  private func isPrint(_ range: Range<Int>) -> Bool {
    let lines = range.map { rows[$0].items.flatMap(\.solid).count }.reduce(0, +)
    let all = range.map { rows[$0].extents.count }.reduce(0, +)
    return Double(lines) >= Self.printShare * Double(all)
  }

  /// Most of them begin, end or have their middle at the same place.
  private func isAligned(_ extents: [Range<Int>]) -> Bool {
    let edges: [(Range<Int>) -> Int] = [
      { $0.lowerBound }, { $0.upperBound }, { ($0.lowerBound + $0.upperBound) / 2 },
    ]
    return edges.contains { edge in
      let places = extents.map(edge).sorted()
      let middle = places[places.count / 2]
      let near = places.count { Double(abs($0 - middle)) <= Self.aligned * letter }
      return near * 3 >= places.count * 2
    }
  }

  private func filled(_ row: Row, _ gutters: [Range<Int>]) -> [Int] {
    (0...gutters.count).filter { extent(row, $0, gutters) != nil }
  }

  /// What stands in a column of a row.
  private func extent(_ row: Row, _ column: Int, _ gutters: [Range<Int>]) -> Range<Int>? {
    let left = column == 0 ? Int.min : gutters[column - 1].lowerBound
    let right = column == gutters.count ? Int.max : gutters[column].upperBound
    let inside = row.extents.filter { $0.lowerBound >= left && $0.upperBound <= right }
    guard let start = inside.map(\.lowerBound).min(), let end = inside.map(\.upperBound).max() else {
      return nil
    }
    return start..<end
  }
}

extension ColumnTables {
  private func grid(_ range: Range<Int>, _ gutters: [Range<Int>]) -> Table {
    let xs = edges(range, gutters)
    let starts = rowStarts(range, gutters)
    let ys = starts.map { $0 == range.lowerBound ? top(of: $0) : middle(above: $0) } + [bottom(of: range)]
    let cells = starts.indices.flatMap { row in
      (0..<xs.count - 1).map { column in
        TableCell(
          row: row, column: column,
          box: BoundingBox(left: xs[column], top: ys[row], right: xs[column + 1], bottom: ys[row + 1]))
      }
    }
    return Table(rows: starts.count, columns: xs.count - 1, isRuled: false, cells: cells)
  }

  private var margin: Int { Int(letter / 3) }
  private func top(of row: Int) -> Int { max(0, rows[row].top - margin) }
  private func bottom(of range: Range<Int>) -> Int { (range.map { rows[$0].bottom }.max() ?? 0) + margin }
  private func middle(above row: Int) -> Int { (rows[row - 1].bottom + rows[row].top) / 2 }

  private func edges(_ range: Range<Int>, _ gutters: [Range<Int>]) -> [Int] {
    let extents = range.flatMap { rows[$0].extents }
    let left = extents.map(\.lowerBound).min() ?? 0
    let right = extents.map(\.upperBound).max() ?? 0
    return [max(0, left - margin)] + gutters.map { ($0.lowerBound + $0.upperBound) / 2 } + [right + margin]
  }

  /// Where lines of print begin a row of the table: where the first column has something, unless it stands as
  /// close as the lines of one cell; else after a gap as wide as between rows, where rows stand apart at all.
  private func rowStarts(_ range: Range<Int>, _ gutters: [Range<Int>]) -> [Int] {
    let pitches = range.dropFirst().map { (row: $0, pitch: Double(rows[$0].middle - rows[$0 - 1].middle)) }
    let isKey = { (row: Int) in extent(rows[row], 0, gutters) != nil }
    let keys = pitches.filter { isKey($0.row) }.map(\.pitch).sorted()
    guard let least = pitches.map(\.pitch).min(), !keys.isEmpty else { return [range.lowerBound] }
    let usual = keys[keys.count / 2]
    let isSpaced = usual >= Self.spaced * least
    let starts = pitches.filter { row, pitch in
      isKey(row) ? pitch >= Self.close * usual : isSpaced && pitch >= Self.wide * usual
    }
    return [range.lowerBound] + starts.map(\.row)
  }

  /// Rows stand apart by this much more than the lines of a cell, where it shows.
  private static let spaced = 1.25
  /// In parts of the usual distance of rows.
  private static let close = 0.75
  private static let wide = 0.9
}

extension Row {
  fileprivate var middle: Int { (top + bottom) / 2 }
}
