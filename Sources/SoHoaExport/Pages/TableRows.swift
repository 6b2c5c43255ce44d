import SoHoaModel

extension Block {
  /// The cells of a table row by row, each with its lines.
  var tableRows: [[(cell: TableCell, lines: ArraySlice<Line>)]] {
    guard let table else { return [] }
    var rows = [[(cell: TableCell, lines: ArraySlice<Line>)]](repeating: [], count: table.rows)
    for (cell, run) in zip(table.cells, lineRuns) { rows[cell.row].append((cell, lines[run])) }
    return rows
  }
}
