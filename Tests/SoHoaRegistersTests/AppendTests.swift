import Foundation
import Testing

@testable import SoHoaRegisters

@Suite struct AppendTests {
  /// What a clerk does to a register: a column, a comment, a colour, a hidden row, a width, a sheet, a formula.
  private static let clerk = """
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill, Font
    sheet = book.worksheets[0]
    sheet['K3'] = 'Hồ sơ'
    sheet['K5'] = 'HS-01'
    sheet['L5'] = '=LEN(K5)'
    sheet['G5'] = 'Phòng Tổ chức'
    sheet['G5'].comment = Comment('đã chuyển', 'Văn thư')
    sheet['A5'].fill = PatternFill('solid', fgColor='FF00FF00')
    sheet['H5'].font = Font(name='Arial', bold=True)
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions['C'].width = 33.5
    sheet['L1'] = 'ghi bên phải'
    other = book.create_sheet('Ghi riêng')
    other['B2'] = 'của văn thư'
    other['B3'].comment = Comment('riêng', 'Văn thư')
    book.save(sys.argv[1])
    """

  private static let look = """
    sheet = book.worksheets[0]
    print(sheet['K3'].value, sheet['K5'].value, sheet['L5'].value, sheet['G5'].value, sheet['G5'].comment.text,
      sheet['A5'].fill.fgColor.rgb, sheet['H5'].font.name, sheet.row_dimensions[6].hidden,
      sheet.column_dimensions['C'].width, sheet['L1'].value)
    print(book['Ghi riêng']['B2'].value, book['Ghi riêng']['B3'].comment.text)
    """

  private static let rows = """
    sheet = book.worksheets[0]
    for row in range(5, 10):
      if sheet.cell(row, 4).value:
        print(row, sheet.cell(row, 4).value, sheet.cell(row, 5).value.date(), sheet.cell(row, 5).number_format.lower())
    print(sheet.auto_filter.ref, [c.coordinate for r in sheet.iter_rows() for c in r if c.comment])
    """

  @Test("what a clerk added stays; the new row stands below, with the look of the last one")
  func clerk() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register.xlsx")
    _ = try register.enter([Shelf.entry(1), Shelf.entry(2)])
    _ = try Reader.openpyxl(register.url, Self.clerk)
    let before = try Reader.openpyxl(register.url, Self.look)
    _ = try register.enter([Shelf.entry(3, doubts: ["chưa chắc"])])
    #expect(try Reader.openpyxl(register.url, Self.look) == before)
    #expect(
      try Reader.openpyxl(register.url, Self.rows) == [
        "5 1/KH-SNV 2026-03-05 dd/mm/yyyy", "6 2/KH-SNV 2026-03-05 dd/mm/yyyy",
        "7 3/KH-SNV 2026-03-05 dd/mm/yyyy",
        "A4:J7 ['G5', 'D7']",
      ])
  }

  @Test("of the parts only those of the row change; of the sheet only what is added")
  func bytes() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register.xlsx")
    _ = try register.enter([Shelf.entry(1), Shelf.entry(2)])
    _ = try Reader.openpyxl(register.url, Self.clerk)
    let old = try ZipFile(Data(contentsOf: register.url))
    _ = try register.enter([Shelf.entry(3)])
    let new = try ZipFile(Data(contentsOf: register.url))
    let changed = old.entries.filter { new[$0.name] != $0.bytes }.map(\.name)
    #expect(
      changed.sorted() == [
        "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml",
      ])
    #expect(new.entries.prefix(old.entries.count).map(\.name) == old.entries.map(\.name))
    let sheet = try #require(old["xl/worksheets/sheet1.xml"])
    let rows = { (bytes: [UInt8]) in
      bytes.string(bytes.tag("sheetData")!.upperBound..<bytes.end(of: "sheetData")!)
    }
    let oldRows = rows(sheet)
    #expect(rows(try #require(new["xl/worksheets/sheet1.xml"])).hasPrefix(oldRows))
  }

  @Test("a workbook that LibreOffice saved is added to, and LibreOffice reads it again")
  func libreOffice() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    _ = try shelf.register("register.xlsx").enter([Shelf.entry(1, doubts: ["chưa chắc"]), Shelf.entry(2)])
    let saved = try Reader.libreOffice(shelf.file("register.xlsx"), to: "xlsx")
    try FileManager.default.removeItem(at: shelf.file("register.xlsx"))
    try FileManager.default.copyItem(at: saved, to: shelf.file("register.xlsx"))
    let register = try shelf.register("register.xlsx")
    let report = try register.enter([Shelf.entry(2), Shelf.entry(3, doubts: ["cũng chưa chắc"])])
    #expect(report.known == [Register.Report.Known(name: "kế hoạch 2.pdf", row: 6)])
    let told = try Reader.openpyxl(register.url, Self.rows)
    #expect(told.dropLast().map { $0.split(separator: " ")[1] } == ["1/KH-SNV", "2/KH-SNV", "3/KH-SNV"])
    #expect(told.last?.hasSuffix("['D5', 'D7']") == true)
    let text = try String(
      contentsOf: Reader.libreOffice(register.url, to: "csv:Text - txt - csv (StarCalc):44,34,76"))
    #expect(text.contains("3/KH-SNV,05/03/2026,"))
  }

  @Test(
    "documents that are in the register are not entered again; the same number of another day is, and says so"
  )
  func duplicates() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    for name in ["register.xlsx", "register.csv"] {
      let register = try shelf.register(name)
      _ = try register.enter([Shelf.entry(1), Shelf.entry(2)])
      var again = Shelf.entry(1)
      again.identity.fingerprint = "#ffffffffffff"
      var renamed = Shelf.entry(2)
      renamed.identity.number = nil
      var other = Shelf.entry(1, day: RegisterDate(year: 2027, month: 1, day: 9))
      other.identity.fingerprint = "#eeeeeeeeeeee"
      let report = try register.enter([again, renamed, other, Shelf.entry(9), Shelf.entry(9)])
      #expect(report.entered == 2)
      #expect(report.known.count == 3)
      #expect(report.known.last?.row == nil)
    }
    let told = try Reader.openpyxl(
      shelf.file("register.xlsx"),
      "print([(c.value, c.comment and c.comment.text) for c in book.worksheets[0]['D'][4:]])")
    #expect(
      told == [
        "[('1/KH-SNV', None), ('2/KH-SNV', None), ('1/KH-SNV', 'trùng số, ký hiệu và tác giả với dòng 5, khác ngày'), ('9/KH-SNV', None)]"
      ])
  }

  @Test(
    "numbers go on where the office wants them to, around those that are taken",
    arguments: ["register.xlsx", "register.csv"])
  func numbers(_ name: String) throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    var stamped = Shelf.entry(1)
    stamped.cells[.arrivalNumber] = RegisterCell(.number(8))
    _ = try shelf.register(name, numbering: .from(7)).enter([Shelf.entry(2), stamped])
    _ = try shelf.register(name, numbering: .from(7)).enter([Shelf.entry(3)])
    _ = try shelf.register(name, numbering: .onwards).enter([Shelf.entry(4), Shelf.entry(5)])
    _ = try shelf.register(name).enter([Shelf.entry(6)])
    let data = try Data(contentsOf: shelf.file(name))
    let form = try RegisterForm(.arrivals, dictionaries: shelf.dictionaries)
    let tasks = try RegisterForm(.tasks, dictionaries: shelf.dictionaries)
    let book: any RegisterBook =
      name.hasSuffix("csv")
      ? try CSVRegister(data, path: name, form: form)
      : try XLSXRegister(data, path: name, form: form, tasks: tasks)
    #expect(book.index.numbers == [7, 8, 9, 10, 11])
  }
}
