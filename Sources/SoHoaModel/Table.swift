/// Rows and cells of a table, ruled or set in columns only. The lines themselves are those of its block.
public struct Table: Hashable, Codable, Sendable {
  /// Of the grid that all cells stand on.
  public var rows, columns: Int
  /// Drawn with rules; else only the columns show that it is one.
  public var isRuled: Bool
  /// Row by row, from left to right; a cell over several rows or columns stands where it begins. Together they
  /// cover the grid, each place once.
  public var cells: [TableCell]
  /// The table on an earlier page that this one goes on with.
  public var continues: ID<Block>?
  /// Rows at the top that only repeat the head of the table it goes on with.
  public var repeatedRows: Int

  public init(
    rows: Int, columns: Int, isRuled: Bool, cells: [TableCell], continues: ID<Block>? = nil,
    repeatedRows: Int = 0
  ) {
    self.rows = rows
    self.columns = columns
    self.isRuled = isRuled
    self.cells = cells
    self.continues = continues
    self.repeatedRows = repeatedRows
  }

  /// Around all cells; nil if none has a box.
  public var box: BoundingBox? { cells.compactMap(\.box).union() }

  /// The same table with its boxes moved.
  public func placed(by move: (BoundingBox) -> BoundingBox) -> Table {
    var copy = self
    for index in copy.cells.indices { copy.cells[index].box = copy.cells[index].box.map(move) }
    return copy
  }

  /// The same table with its lines numbered anew.
  public func renumbered(_ ids: [ID<Line>: ID<Line>]) -> Table {
    var copy = self
    for index in copy.cells.indices { copy.cells[index].lines = cells[index].lines.compactMap { ids[$0] } }
    return copy
  }
}

extension Table {
  enum CodingKeys: CodingKey { case rows, columns, isRuled, cells, continues, repeatedRows }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(isRuled, forKey: .isRuled)
    try container.encode(cells, forKey: .cells)
    try container.encode(continues, forKey: .continues)
    try container.encode(repeatedRows, forKey: .repeatedRows)
  }
}

/// A cell of a table.
public struct TableCell: Hashable, Codable, Sendable {
  /// Place of its upper left corner in the grid, from 0.
  public var row, column: Int
  /// Places of the grid that it covers, at least 1.
  public var rowSpan, columnSpan: Int
  /// Nil where the input was text.
  public var box: BoundingBox?
  /// From the top; empty if nothing stands in it.
  public var lines: [ID<Line>]

  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, box: BoundingBox?, lines: [ID<Line>] = []
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.box = box
    self.lines = lines
  }
}

extension TableCell {
  enum CodingKeys: CodingKey { case row, column, rowSpan, columnSpan, box, lines }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(row, forKey: .row)
    try container.encode(column, forKey: .column)
    try container.encode(rowSpan, forKey: .rowSpan)
    try container.encode(columnSpan, forKey: .columnSpan)
    try container.encode(box, forKey: .box)
    try container.encode(lines, forKey: .lines)
  }
}

extension Block {
  /// The text of a table place by place: each cell where it begins, "" where one goes on from above or from the
  /// left. Nil for other blocks.
  public var grid: [[String]]? {
    guard let table else { return nil }
    var grid = Array(repeating: Array(repeating: "", count: table.columns), count: table.rows)
    for (cell, run) in zip(table.cells, lineRuns) {
      grid[cell.row][cell.column] = Passage(lines: lines[run].map(\.words)).text
    }
    return grid
  }
}
