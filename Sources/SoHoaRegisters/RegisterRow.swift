import Foundation

/// One row to be entered.
struct RegisterRow: Sendable {
  var cells: [RegisterCell]
  /// Where the document lies, relative to the register.
  var link: String?
  var tasks: [[String]] = []
  /// Day by which the row finds its month.
  var day: RegisterDate?

  init(_ entry: RegisterEntry, form: RegisterForm) {
    cells = form.columns.map { column in column.value.flatMap { entry.cells[$0] } ?? RegisterCell() }
    link = entry.link
    tasks = entry.tasks
    let dated = form.kind == .issued ? entry.cells[.date] : entry.cells[.arrivalDate]
    if case .date(let date) = dated?.content { day = date }
  }

  /// A row of `TaskList`: days are dates, pages numbers.
  init(task: [String], form: RegisterForm) {
    cells = zip(form.columns, task).map { column, text in
      switch column.format {
      case _ where text.isEmpty: RegisterCell()
      case .date: RegisterCell(RegisterDate(edtf: text).map { .date($0) } ?? .text(text))
      case .number, .ordinal: RegisterCell(Int(text).map { .number($0) } ?? .text(text))
      case .text: RegisterCell(.text(text))
      }
    }
  }
}

/// A register's file, read whole; rows are added and it is written whole.
protocol RegisterBook {
  /// What it held when it was read.
  var index: RegisterIndex { get }
  mutating func append(_ rows: [RegisterRow]) throws(RegisterError)
  func encoded() throws(RegisterError) -> Data
}
