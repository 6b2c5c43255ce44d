import SoHoaModel
import SoHoaStructure

/// A table whose columns say what is to be done, by whom and by when; with what goes on on later pages.
struct TaskTable: Sendable {
  /// A place of the grid: its words, and the statements that they stand in.
  struct Cell: Sendable {
    var words: [Word] = []
    var statements: [Int] = []
    /// It stands in an earlier row and reaches down here.
    var isFromAbove = false
    /// The columns that it reaches over.
    var columns = 0..<0

    var text: TokenText { TokenText(words) }
    var isEmpty: Bool { words.allSatisfy { $0.text.isEmpty } }
  }

  let columns: [DutyColumns.Column?]
  /// Without heads; a row that a page break has cut is one.
  private(set) var rows: [[Cell]]
  /// Statements of the heads.
  private(set) var heads: Set<Int>
  /// The words of the head over the money, which may name the unit.
  let moneyHead: [Word]

  /// All statements of the rows.
  var statements: Set<Int> { Set(rows.flatMap { $0.flatMap(\.statements) }) }

  /// Statements of the cells that say when a task is due.
  var deadlines: Set<Int> {
    let indices = columns.indices.filter { columns[$0] == .deadline }
    return Set(rows.flatMap { row in indices.flatMap { row[$0].statements } })
  }

  func moneyUnit(_ grammar: MoneyGrammar) -> (factor: Int, currency: String)? {
    grammar.unit(in: TokenText(moneyHead))
  }

  /// One cell over the tasks and those who do them names a group of tasks: `II. ĐẦU TƯ HẠ TẦNG, THIẾT BỊ`.
  func isTitle(_ row: [Cell]) -> Bool {
    guard let task = cell(.task, in: row) else { return false }
    return task.columns.count > 1 && task.columns.contains { columns[$0]?.role ?? false }
  }

  func cell(_ column: DutyColumns.Column, in row: [Cell]) -> Cell? {
    columns.firstIndex { $0 == column }.map { row[$0] }
  }
}

/// Finds the tables of tasks among the tables of a document.
struct TaskTableFinder: Sendable {
  let columns: DutyColumns
  /// Rows that a head may have.
  private static let longestHead = 3

  func tables(_ sheet: Sheet) -> [TaskTable] {
    guard !sheet.tables.isEmpty else { return [] }
    let places = TablePlaces(sheet)
    var tables: [TaskTable] = []
    for block in sheet.tables {
      let grid = places.grid(block)
      if block.table?.continues != nil, let last = tables.last, last.columns.count == block.table?.columns {
        tables[tables.count - 1].goOn(grid, repeated: block.table?.repeatedRows ?? 0)
      } else if let table = table(grid) {
        tables.append(table)
      }
    }
    return tables.filter { $0.rows.contains { $0.contains { !$0.statements.isEmpty } } }
  }

  /// The lowest head of each column decides, else the one above it.
  private func table(_ grid: [[TaskTable.Cell]]) -> TaskTable? {
    guard let first = grid.first else { return nil }
    var head = first.map { columns.column($0.words.map(\.text)) }
    var end = 1
    while end < min(grid.count, Self.longestHead), isHead(grid[end], under: head) {
      for (index, cell) in grid[end].enumerated() where !cell.isFromAbove {
        head[index] = columns.column(cell.words.map(\.text)) ?? head[index]
      }
      end += 1
    }
    guard head.contains(.task), head.contains(where: { $0?.role ?? false }) else { return nil }
    var rest = grid[end...]
    while let row = rest.first, Self.numbersColumns(row) { rest = rest.dropFirst() }
    let money = head.firstIndex(of: .money).map { column in grid[..<end].flatMap { $0[column].words } } ?? []
    let heads = Set(grid[..<end].flatMap { $0.flatMap(\.statements) }).subtracting(
      rest.flatMap { $0.flatMap(\.statements) })
    return TaskTable(columns: head, rows: Array(rest), heads: heads, moneyHead: money)
  }

  /// Parts of heads above: `Chủ trì`, `Phối hợp` under `Cơ quan thực hiện`.
  private func isHead(_ row: [TaskTable.Cell], under head: [DutyColumns.Column?]) -> Bool {
    let own = row.filter { !$0.isFromAbove && !$0.isEmpty }
    guard !own.isEmpty, own.count < row.count || head.allSatisfy({ $0 == nil }) else { return false }
    return own.allSatisfy { columns.column($0.words.map(\.text)) != nil && $0.words.count < 8 }
  }

  /// `(1) (2) (3)`, `A B 1 2`
  private static func numbersColumns(_ row: [TaskTable.Cell]) -> Bool {
    let texts = row.filter { !$0.isEmpty }.map { Folding.folded($0.words.map(\.text).joined()) }
    return texts.count > 1 && texts.allSatisfy { $0.count <= 2 }
  }
}

extension TaskTable {
  /// Rows of a later page; the first may be the rest of the last one here.
  fileprivate mutating func goOn(_ grid: [[Cell]], repeated: Int) {
    let more = Array(grid.dropFirst(repeated))
    heads.formUnion(grid.prefix(repeated).flatMap { $0.flatMap(\.statements) })
    guard let first = more.first, let last = rows.last else {
      rows += more
      return
    }
    if let ordinal = columns.firstIndex(of: .ordinal), first[ordinal].isEmpty, !last[ordinal].isEmpty,
      first.contains(where: { !$0.isEmpty })
    {
      rows[rows.count - 1] = zip(last, first).map { above, below in
        Cell(
          words: above.words + below.words, statements: above.statements + below.statements,
          isFromAbove: above.isFromAbove, columns: above.columns)
      }
      rows += more.dropFirst()
    } else {
      rows += more
    }
  }
}

/// Cells of tables with the statements that their words stand in.
private struct TablePlaces {
  private let statementOf: [ID<Word>: Int]
  private let sheet: Sheet

  init(_ sheet: Sheet) {
    self.sheet = sheet
    let inTables = Set(sheet.tables.flatMap { $0.lines.compactMap { $0.words.first?.id } })
    var statements: [ID<Word>: Int] = [:]
    for (index, statement) in sheet.statements.enumerated() {
      for word in statement.text.words where inTables.contains(word.id) { statements[word.id] = index }
    }
    statementOf = statements
  }

  /// Every place of the grid; what reaches over several places stands in each.
  func grid(_ block: Block) -> [[TaskTable.Cell]] {
    guard let table = block.table else { return [] }
    var grid = Array(
      repeating: Array(repeating: TaskTable.Cell(), count: table.columns), count: table.rows)
    for (cell, run) in zip(table.cells, block.lineRuns) {
      let words = block.lines[run].flatMap(\.words)
      let statements = block.lines[run].compactMap { $0.words.first.flatMap { statementOf[$0.id] } }
      for row in cell.row..<min(table.rows, cell.row + cell.rowSpan) {
        for column in cell.column..<min(table.columns, cell.column + cell.columnSpan) {
          grid[row][column] = TaskTable.Cell(
            words: words, statements: Array(Set(statements)).sorted(), isFromAbove: row > cell.row,
            columns: cell.column..<min(table.columns, cell.column + cell.columnSpan))
        }
      }
    }
    return grid
  }
}
