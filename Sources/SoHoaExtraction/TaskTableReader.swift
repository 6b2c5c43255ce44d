import SoHoaModel

/// Reads the duties of a table of tasks: one row of the table is one task.
struct TaskTableReader: Sendable {
  let duties: DutyTable
  let sheet: Sheet
  /// Dates of the body by statement.
  let dates: [Int: [DatedPhrase]]

  private var maker: DutyMaker { DutyMaker(duties: duties, fields: sheet.fields) }

  /// - Returns: rows numbered from 1 by task.
  func read(_ table: TaskTable) -> [Responsibility] {
    var rows: [Responsibility] = []
    var task = 0
    var above: [Party] = []
    for row in table.rows where !table.isTitle(row) {
      guard let action = action(row, table) else { continue }
      var parties = parties(row, table)
      if parties.isEmpty, inherits(row, table) { parties = above.map { $0.inherited } }
      guard !parties.isEmpty else { continue }
      above = parties
      task += 1
      let content = content(row, table, action)
      rows += parties.map { maker.row(task, $0.field, $0.role, content) }
    }
    return rows
  }

  // MARK: What

  private func action(_ row: [TaskTable.Cell], _ table: TaskTable) -> Field<String>? {
    guard let cell = table.cell(.task, in: row), !cell.isEmpty else { return nil }
    let text = cell.text
    let range = Trimming.content(text, text.indices)
    guard range.count > 1 else { return nil }
    return sheet.fields.field(
      text, range, value: text.text(range), certainty: 0.93, rule: "duty/table-action")
  }

  private func content(
    _ row: [TaskTable.Cell], _ table: TaskTable, _ action: Field<String>
  ) -> DutyMaker.Content {
    let text = table.cell(.task, in: row)!.text
    let range = Trimming.content(text, text.indices)
    let place = table.cell(.task, in: row)?.statements.first.map { sheet.statements[$0].labels } ?? []
    return DutyMaker.Content(
      action: action, object: maker.object(text, range), deadline: deadline(row, table),
      money: money(row, table) ?? maker.money(text, range), place: place)
  }

  private func deadline(_ row: [TaskTable.Cell], _ table: TaskTable) -> Field<DateValue>? {
    guard let cell = table.cell(.deadline, in: row), !cell.isEmpty else { return nil }
    let found = cell.statements.flatMap { dates[$0] ?? [] }
    if let date = found.first(where: { $0.role == .deadline || $0.role == .recurringDeadline }) ?? found.first
    {
      return date.field
    }
    let text = cell.text
    let range = Trimming.content(text, text.indices)
    guard !range.isEmpty else { return nil }
    return sheet.fields.field(
      text, range, value: nil, certainty: 0.9, rule: "deadline/table-words")
  }

  private func money(_ row: [TaskTable.Cell], _ table: TaskTable) -> Field<Money>? {
    guard let index = table.columns.firstIndex(of: .money), !row[index].isEmpty else { return nil }
    let text = row[index].text
    if let match = duties.money.first(text, in: text.indices) { return maker.money(text, match) }
    guard let unit = table.moneyUnit(duties.money),
      let match = duties.money.match(text, at: 0, unit: unit)
    else { return nil }
    return maker.money(text, match)
  }

  // MARK: Who

  private struct Party {
    var field: Field<String>
    let role: Responsibility.Role

    /// The cell is empty and the table has no rules to say how far the one above reaches.
    var inherited: Party {
      var copy = self
      copy.field.confidence = min(copy.field.confidence, 0.6)
      copy.field.rule = "duty/table-above"
      return copy
    }
  }

  private func parties(_ row: [TaskTable.Cell], _ table: TaskTable) -> [Party] {
    zip(table.columns, row).flatMap { column, cell -> [Party] in
      guard let role = Self.role(column), !cell.isEmpty else { return [] }
      let text = cell.text
      return duties.parties.cell(text).map { range, isKnown in
        Party(
          field: sheet.fields.field(
            text, range, value: text.text(range), certainty: isKnown ? 0.95 : 0.75, rule: "duty/table"),
          role: role)
      }
    }
  }

  private static func role(_ column: DutyColumns.Column?) -> Responsibility.Role? {
    switch column {
    case .lead: .lead
    case .implement: .implement
    case .coordinate: .coordinate
    case .monitor: .monitor
    default: nil
    }
  }

  /// A numbered row, in a table without rules, whose cells of parties are all empty: those above hold.
  private func inherits(_ row: [TaskTable.Cell], _ table: TaskTable) -> Bool {
    guard let ordinal = table.cell(.ordinal, in: row) else { return false }
    let text = ordinal.text
    return text.tokens.contains { $0.kind == .number }
  }
}
