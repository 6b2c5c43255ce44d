import Foundation
import SoHoaExport

/// A register in a workbook. New rows are put into its XML; what others made of the workbook stays byte for byte.
struct XLSXRegister: RegisterBook {
  /// Most rows that a sheet can have, and most links.
  private static let mostRows = 1_048_576
  private static let mostLinks = 65_000

  private let path: String
  private let form: RegisterForm
  private let tasks: RegisterForm
  private let workbook: Workbook
  private var zip: ZipFile
  private var styles: StyleSheet

  /// - Parameters:
  ///   - path: named in errors.
  ///   - tasks: form of the tasks, whose sheet may be missing.
  init(_ data: Data, path: String, form: RegisterForm, tasks: RegisterForm) throws(RegisterError) {
    self.path = path
    self.form = form
    self.tasks = tasks
    do { zip = try ZipFile(data) } catch { throw .damaged(path: path, reason: Self.reason(data, error)) }
    guard let workbook = Workbook(zip), let styles = zip[workbook.styles].flatMap(StyleSheet.init) else {
      throw .damaged(path: path, reason: "not an Excel workbook")
    }
    guard !zip.entries.contains(where: { $0.name.hasPrefix("_xmlsignatures/") }) else {
      throw .damaged(path: path, reason: "digitally signed: a new row would break the signature")
    }
    self.workbook = workbook
    self.styles = styles
    tables = try Self.tables(form, workbook, zip, styles, path)
    guard !tables.isEmpty else { throw .otherColumns(path: path, wanted: form.columns.map(\.name)) }
  }

  /// Workbooks with a password are no zip files.
  private static func reason(_ data: Data, _ error: ZipFile.Failure) -> String {
    let isCompound = data.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return isCompound ? "protected by a password, or an old .xls file" : error.description
  }

  // MARK: Tables

  /// Sheets with the form's columns, by their place in the workbook.
  private var tables: [(sheet: Int, table: SheetTable)] = []

  private static func tables(
    _ form: RegisterForm, _ workbook: Workbook, _ zip: ZipFile, _ styles: StyleSheet, _ path: String
  ) throws(RegisterError) -> [(sheet: Int, table: SheetTable)] {
    let strings = SharedStrings(workbook.strings.flatMap { zip[$0] })
    var tables: [(Int, SheetTable)] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      guard let bytes = zip[sheet.part],
        let table = SheetTable(
          bytes, form: form, strings: strings, from1904: workbook.from1904, isDoubtful: styles.isDoubtful)
      else { continue }
      if let row = table.textBelow { throw .textBelow(path: path, sheet: sheet.name, row: row) }
      tables.append((index, table))
    }
    return tables
  }

  var index: RegisterIndex {
    tables.dropFirst().reduce(into: tables[0].table.index) { $0.add($1.table.index) }
  }

  // MARK: Adding

  mutating func append(_ rows: [RegisterRow]) throws(RegisterError) {
    let places = RegisterMonths(sheets: tables.map { workbook.sheets[$0.sheet].name })
    for (place, rows) in places.sorted(rows) {
      try add(rows, to: tables[place].table, sheet: tables[place].sheet)
    }
    let tasks = rows.flatMap(\.tasks).map { RegisterRow(task: $0, form: self.tasks) }
    guard !tasks.isEmpty else { return }
    if let (sheet, table) = try Self.tables(self.tasks, workbook, zip, styles, path).first {
      try add(tasks, to: table, sheet: sheet)
    }
  }

  private mutating func add(
    _ rows: [RegisterRow], to table: SheetTable, sheet: Int
  ) throws(RegisterError) {
    guard !rows.isEmpty else { return }
    let last = table.lastRow + rows.count
    guard last <= Self.mostRows else { throw .full(path: path, rows: rows.count) }
    let part = workbook.sheets[sheet].part
    var rewriter = SheetRewriter(zip[part] ?? [], table: table)
    var relations = Relations(of: part, in: zip)
    let heights = RowHeight(rewriter.bytes)
    rewriter.add(
      Swift.zip(cells(rows, table), rows).map { xml, row in
        (xml, heights.height(of: row.cells, firstColumn: table.firstColumn))
      })
    rewriter.add(links: links(rows, table, &relations))
    try add(notes(rows, table), &rewriter, &relations)
    extendTables(relations, from: table.lastRow, to: last)
    zip[part] = rewriter.encoded()
    if let bytes = relations.encoded() { zip[Relations.name(of: part)] = bytes }
    if let book = zip[workbook.part] {
      zip[workbook.part] = Workbook.extendNames(book, sheet: sheet, from: table.headRow, to: last)
    }
  }

  /// XML of the cells, row by row.
  private mutating func cells(_ rows: [RegisterRow], _ table: SheetTable) -> [String] {
    let free = Dictionary(table.freeRows.map { ($0.number, $0) }) { first, _ in first }
    return rows.enumerated().map { offset, row in
      let number = table.lastRow + 1 + offset
      let own = free[number]?.cells ?? []
      return row.cells.enumerated().map { index, cell in
        let column = table.firstColumn + index
        let base = own.first { $0.column == column }?.style ?? firstStyle(table, index)
        return SheetCell(cell, from1904: workbook.from1904).xml(
          CellReference.name(number, column), like: base, &styles)
      }.joined()
    }
  }

  /// How the last entry looks; in an empty register how the empty row does.
  private func firstStyle(_ table: SheetTable, _ index: Int) -> Int {
    if table.lastRow > table.headRow { return table.styles[index] }
    return table.freeRows.first?.cells.first { $0.column == table.firstColumn + index }?.style ?? 0
  }

  private func links(
    _ rows: [RegisterRow], _ table: SheetTable, _ relations: inout Relations
  ) -> [(cell: String, relation: String)] {
    let room = max(0, Self.mostLinks - relations.count)
    return rows.enumerated().filter { $0.element.link != nil }.prefix(room).map { offset, row in
      let target = RelativeLink.escaped(row.link ?? "")
      let column = table.firstColumn + linkColumn(row)
      return (
        CellReference.name(table.lastRow + 1 + offset, column),
        relations.add("hyperlink", target, isExternal: true)
      )
    }
  }

  /// The number; without one the author, else the empty cell that the number goes to. Never the note or the title:
  /// LibreOffice shows a link on one line and cuts the rest.
  private func linkColumn(_ row: RegisterRow) -> Int {
    let columns = [RegisterValue.number, .author, .arrivalNumber].compactMap { form.index(of: $0) }
    return columns.first { row.cells[$0].content != .empty } ?? columns.first ?? 0
  }

  private func notes(_ rows: [RegisterRow], _ table: SheetTable) -> [SheetNotes.Note] {
    rows.enumerated().flatMap { offset, row in
      row.cells.enumerated().filter { !$0.element.doubts.isEmpty }.map { index, cell in
        SheetNotes.Note(
          row: table.lastRow + 1 + offset, column: table.firstColumn + index,
          text: cell.doubts.joined(separator: "\n"))
      }
    }
  }

  // MARK: Parts beside the sheet

  private mutating func add(
    _ notes: [SheetNotes.Note], _ rewriter: inout SheetRewriter, _ relations: inout Relations
  ) throws(RegisterError) {
    guard !notes.isEmpty else { return }
    let texts = relations.part(ofType: "comments") ?? newPart("xl/comments", ".xml")
    let boxes =
      rewriter.drawing.flatMap { relations.part(id: $0) } ?? newPart("xl/drawings/vmlDrawing", ".vml")
    guard let newTexts = SheetNotes.texts(notes, addedTo: zip[texts]),
      let newBoxes = SheetNotes.boxes(notes, addedTo: zip[boxes])
    else { throw .damaged(path: path, reason: "comments that are not understood in \(texts)") }
    if zip[texts] == nil { _ = relations.add("comments", "/" + texts) }
    if rewriter.drawing == nil { rewriter.add(drawing: relations.add("vmlDrawing", "/" + boxes)) }
    zip[texts] = newTexts
    zip[boxes] = newBoxes
    declare(texts)
  }

  private func newPart(_ stem: String, _ suffix: String) -> String {
    let names = Set(zip.entries.map(\.name))
    let number = (1...).first { !names.contains("\(stem)\($0)\(suffix)") }!
    return "\(stem)\(number)\(suffix)"
  }

  /// Comments and their boxes have to be named in the list of kinds of parts.
  private mutating func declare(_ texts: String) {
    let name = "[Content_Types].xml"
    guard let bytes = zip[name], let list = XMLList("Types", in: bytes) else { return }
    let items = list.children.map(bytes.string)
    var splice = Splice()
    if !items.contains(where: { $0.hasPrefix("<Default") && $0.attribute("Extension") == "vml" }) {
      let type = "application/vnd.openxmlformats-officedocument.vmlDrawing"
      splice.insert("<Default Extension=\"vml\" ContentType=\"\(type)\"/>", at: list.open.upperBound)
    }
    if !items.contains(where: { $0.attribute("PartName") == "/\(texts)" }) {
      let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
      splice.insert("<Override PartName=\"/\(texts)\" ContentType=\"\(type)\"/>", at: list.end)
    }
    zip[name] = splice.applied(to: bytes)
  }

  /// Tables that a spreadsheet made of the rows ("Format as table") reach down to the last one.
  private mutating func extendTables(_ relations: Relations, from old: Int, to new: Int) {
    for part in relations.parts(ofType: "table") {
      guard let bytes = zip[part] else { continue }
      var splice = Splice()
      for range in [bytes.tag("table"), bytes.tag("autoFilter")].compactMap({ $0 }) {
        let tag = bytes.string(range)
        guard let area = tag.attribute("ref"), area.hasSuffix(String(old)),
          let wider = CellReference.extended(area, from: old, to: new)
        else { continue }
        splice.replace(range, with: tag.setting("ref", to: wider))
      }
      zip[part] = splice.applied(to: bytes)
    }
  }

  func encoded() throws(RegisterError) -> Data {
    var zip = zip
    zip[workbook.styles] = styles.encoded()
    do { return try zip.packed() } catch { throw .damaged(path: path, reason: error.description) }
  }
}
