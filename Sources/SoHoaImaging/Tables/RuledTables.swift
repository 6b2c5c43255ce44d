import SoHoaModel

/// Tells tables among the groups of rules: frames, stamps and forms are none.
struct RuledTables {
  /// Of the page, in pixels.
  let width: Int
  /// Median height of the letters, in pixels.
  let letter: Double
  let content: InkContent

  /// A table without lines yet, and the rules that it is drawn with.
  typealias Found = (table: Table, rules: [Rule])

  /// From the top, none inside another.
  func find(_ rules: [Rule]) -> [Found] {
    let groups = RuleGroup.groups(rules, reach: Int(letter * Self.reach))
    let found = groups.compactMap { group in
      table(group).map { (table: $0, rules: group.across + group.down) }
    }
    var kept: [Found] = []
    for found in found.sorted(by: { $0.table.area > $1.table.area })
    where !kept.contains(where: { $0.table.overlaps(found.table) }) {
      kept.append(found)
    }
    return kept.sorted { ($0.table.box?.top ?? 0) < ($1.table.box?.top ?? 0) }
  }

  /// In heights of letters.
  private static let reach = 1.0
  /// A stamp is narrower, in parts of the page.
  private static let leastWidth = 0.4
  /// A table's cell has no more of it, unless it is small.
  private static let largestShare = 0.6
  private static let longText = 10

  private func table(_ group: RuleGroup) -> Table? {
    let grid = TableGrid(group, letter: letter)
    let cells = grid.cells()
    guard let first = grid.xs.first, let last = grid.xs.last, grid.columns >= 2,
      Double(last - first) >= Self.leastWidth * Double(width), isFilled(cells), !isForm(cells)
    else { return nil }
    return Table(rows: grid.rows, columns: grid.columns, isRuled: true, cells: cells)
  }

  /// Text stands in three cells, two of them side by side.
  private func isFilled(_ cells: [TableCell]) -> Bool {
    let filled = cells.filter { !content.letters(in: $0.box!).isEmpty }
    let rows = Dictionary(grouping: filled, by: \.row)
    return filled.count >= 3 && rows.values.contains { $0.count >= 2 }
  }

  /// Running text with a frame around it.
  private func isForm(_ cells: [TableCell]) -> Bool {
    let whole = cells.map(\.area).reduce(0, +)
    guard let largest = cells.max(by: { $0.area < $1.area }) else { return false }
    return Double(largest.area) > Self.largestShare * Double(whole)
      && content.lineCount(in: largest.box!) >= Self.longText
  }
}

extension TableCell {
  fileprivate var area: Int { box.map { $0.width * $0.height } ?? 0 }
}

extension Table {
  fileprivate var area: Int { box.map { $0.width * $0.height } ?? 0 }

  fileprivate func overlaps(_ other: Table) -> Bool {
    guard let box, let otherBox = other.box else { return false }
    return box.intersects(otherBox)
  }
}
