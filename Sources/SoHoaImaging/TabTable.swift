import SoHoaModel

/// A table in plain text: lines under each other with the same number of tabs. Two columns are a letterhead.
struct TabTable {
  /// Fewest cells of a line.
  static let leastColumns = 3

  let rows: Int
  private let columns: Int
  /// Row by row; empty ones too.
  private let grid: [[String]]

  /// The table that begins at a line; nil if none does.
  init?(_ lines: [TextPage.Line], from start: Int) {
    let columns = lines[start].cells.count
    guard columns >= Self.leastColumns, lines[start].cells.filter({ $0 > 0 }).count >= Self.leastColumns
    else { return nil }
    let rows = lines[start...].prefix { line in
      line.cells.count == columns && !line.words.isEmpty && line.cells.reduce(0, +) == line.words.count
    }
    guard rows.count > 1 else { return nil }
    self.rows = rows.count
    self.columns = columns
    grid = rows.flatMap(Self.split)
  }

  /// The words of each cell that has some.
  var cells: [[String]] { grid.filter { !$0.isEmpty } }

  /// The block with its lines in cells.
  func block(_ block: Block) -> Block {
    var copy = block
    var lines = block.lines.map(\.id)[...]
    copy.kind = .table
    copy.table = Table(
      rows: rows, columns: columns, isRuled: false,
      cells: grid.enumerated().map { index, words in
        TableCell(
          row: index / columns, column: index % columns, box: nil,
          lines: words.isEmpty ? [] : [lines.removeFirst()])
      })
    return copy
  }

  private static func split(_ line: TextPage.Line) -> [[String]] {
    var rest = line.words[...]
    return line.cells.map { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }
}
