/// Where the table of a register stands in a sheet, and what stands in it.
struct SheetTable {
  /// Heads are looked for down to this row.
  private static let deepest = 60

  /// Last row of the heads.
  private(set) var headRow = 0
  private(set) var firstColumn = 0
  private(set) var index = RegisterIndex()
  /// Last row with an entry; else that of the heads.
  private(set) var lastRow = 0
  /// Of the entries, the last one first to count; without the colour of doubt.
  private(set) var styles: [Int]
  /// Rows below the entries that are there without text, formatted or not.
  private(set) var freeRows: [SheetRow] = []
  /// A row below the entries that holds something.
  private(set) var textBelow: Int?
  /// Where the rows end.
  let end: Int

  private let form: RegisterForm
  private let from1904: Bool

  /// Nil if the sheet has not the form's columns.
  ///
  /// - Parameter isDoubtful: tells the program's own colour by a style.
  init?(
    _ bytes: [UInt8], form: RegisterForm, strings: SharedStrings, from1904: Bool, isDoubtful: (Int) -> Bool
  ) {
    guard let data = bytes.tag("sheetData"), let end = bytes.end(of: "sheetData") else { return nil }
    self.form = form
    self.from1904 = from1904
    self.end = end
    styles = Array(repeating: 0, count: form.columns.count)
    let found = bytes.withUnsafeBufferPointer { buffer in
      var rows = SheetRows(buffer, from: data.upperBound)
      let reader = CellReader(bytes: buffer, strings: strings)
      guard findHeads(&rows, reader) else { return false }
      while let row = rows.next() { read(row, reader, isDoubtful) }
      return true
    }
    guard found else { return nil }
  }

  /// The form's columns, in the sheet's count.
  var columns: Range<Int> { firstColumn..<firstColumn + form.columns.count }

  private mutating func findHeads(_ rows: inout SheetRows, _ reader: CellReader) -> Bool {
    let wanted = form.columns.map { RegisterIndex.folded($0.name) }
    while let row = rows.next(), row.number <= Self.deepest {
      guard row.cells.count >= wanted.count else { continue }
      let texts = row.cells.map { RegisterIndex.folded(reader.text($0)) }
      guard let first = texts.indices.first(where: { texts[$0...].starts(with: wanted) }) else { continue }
      firstColumn = row.cells[first].column
      headRow = row.number
      lastRow = row.number
      return true
    }
    return false
  }

  private mutating func read(_ row: SheetRow, _ reader: CellReader, _ isDoubtful: (Int) -> Bool) {
    if row.number == headRow + 1, row.value(at: firstColumn).map({ reader.text($0) }) == "(1)" {
      headRow = row.number
      lastRow = row.number
      return
    }
    let own = row.cells.filter { columns.contains($0.column) }
    if own.contains(where: { $0.hasValue && isMain($0.column) }) {
      enter(row, own, reader, isDoubtful)
    } else if own.contains(where: \.hasValue) {
      textBelow = textBelow ?? row.number
    } else {
      freeRows.append(row)
    }
  }

  private mutating func enter(
    _ row: SheetRow, _ cells: [SheetRow.Cell], _ reader: CellReader, _ isDoubtful: (Int) -> Bool
  ) {
    lastRow = row.number
    textBelow = nil
    freeRows.removeAll(keepingCapacity: true)
    for cell in cells where !isDoubtful(cell.style) { styles[cell.column - firstColumn] = cell.style }
    index.add(
      RegisterIndex.Row(
        row: row.number, number: text(.number, cells, reader), author: text(.author, cells, reader),
        date: date(cells, reader), note: text(.note, cells, reader),
        arrivalNumber: Int(text(.arrivalNumber, cells, reader))))
  }

  /// What makes a row an entry: a document is named in it. Registers of tasks: anything.
  private func isMain(_ column: Int) -> Bool {
    let values: [RegisterValue?] = [.number, .kindAndTitle, .description, .note]
    return form.kind == .tasks || values.contains(form.columns[column - firstColumn].value)
  }

  private func text(_ value: RegisterValue, _ cells: [SheetRow.Cell], _ reader: CellReader) -> String {
    guard let index = form.index(of: value),
      let cell = cells.first(where: { $0.column == firstColumn + index && $0.hasValue })
    else { return "" }
    return reader.text(cell)
  }

  private func date(_ cells: [SheetRow.Cell], _ reader: CellReader) -> RegisterDate? {
    let text = text(.date, cells, reader)
    return Double(text).flatMap { RegisterDate(serial: $0, from1904: from1904) } ?? RegisterDate(shown: text)
  }
}

/// What cells hold.
struct CellReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let strings: SharedStrings

  /// A number as written.
  func text(_ cell: SheetRow.Cell) -> String {
    guard cell.hasValue else { return "" }
    switch cell.type {
    case .inline: return SharedStrings.text(in: cell.content, bytes)
    case .shared: return Int(value(cell)).map { strings[$0] } ?? ""
    case .number, .plain: return value(cell)
    }
  }

  private func value(_ cell: SheetRow.Cell) -> String {
    var scanner = XMLScanner(bytes, from: cell.content.lowerBound)
    while let tag = scanner.next(), tag.range.lowerBound < cell.content.upperBound {
      guard scanner.name(of: tag, is: "v"), !tag.isClose, !tag.isEmpty else { continue }
      let start = tag.range.upperBound
      return scanner.next().map { scanner.string(start..<$0.range.lowerBound) } ?? ""
    }
    return ""
  }
}
