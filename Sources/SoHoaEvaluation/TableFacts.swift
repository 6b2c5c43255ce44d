import SoHoaModel

/// The cells of a file's tables, each with its place: `2.3.1 | text` is what the second table has in its third row
/// and first column. Places where nothing stands are left out.
enum TableFacts {
  static func facts(_ tables: [[[String]]]) -> [FactSheet.Fact] {
    tables.enumerated().flatMap { table, rows in
      rows.enumerated().flatMap { row, cells in
        cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
          FactSheet.Fact(["\(table + 1).\(row + 1).\(column + 1) | \(text)"])
        }
      }
    }
  }

  /// A table over several pages is one, its head taken once.
  static func tables(of pages: [Page]) -> [[[String]]] {
    var tables: [[[String]]] = []
    for block in pages.flatMap(\.blocks) {
      guard let table = block.table, let grid = block.grid else { continue }
      if table.continues != nil, !tables.isEmpty {
        tables[tables.count - 1] += grid.dropFirst(table.repeatedRows)
      } else {
        tables.append(grid)
      }
    }
    return tables
  }
}
