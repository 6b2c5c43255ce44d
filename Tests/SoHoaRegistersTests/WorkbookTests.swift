import Foundation
import SoHoaDictionaries
import SoHoaExport
import Testing

@testable import SoHoaRegisters

@Suite struct WorkbookTests {
  @Test("the register of arrivals has the ten columns of Nghị định 30, word for word")
  func columns() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let form = try RegisterForm(.arrivals, dictionaries: shelf.dictionaries)
    #expect(
      form.columns.map(\.name) == [
        "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
      ])
    #expect(try RegisterForm(.issued, dictionaries: shelf.dictionaries).columns.count == 10)
    #expect(try RegisterForm(.handling, dictionaries: shelf.dictionaries).columns.count == 7)
    #expect(try RegisterForm(.tasks, dictionaries: shelf.dictionaries).columns.map(\.name) == TaskList.head)
  }

  @Test("another reader finds dates, comments, links, heads, filters and the paper's set-up")
  func form() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register.xlsx")
    _ = try register.enter([Shelf.entry(86, doubts: ["đọc chưa chắc"]), Shelf.entry(87)])
    let told = try Reader.openpyxl(
      register.url,
      """
      sheet = book.worksheets[0]
      print(book.sheetnames, sheet.dimensions, sheet.auto_filter.ref, sheet.print_title_rows, sheet.freeze_panes)
      print(sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight,
        sheet.sheet_properties.pageSetUpPr.fitToPage)
      print(sheet['A1'].value, sheet['J3'].value, sheet['D5'].font.name, sheet['D5'].alignment.wrap_text)
      print(sheet['D5'].value, sheet['E5'].value.date(), sheet['E5'].number_format, sheet['E5'].is_date)
      print(sheet['D5'].comment.text, '|', sheet['D5'].fill.fgColor.rgb, sheet['D6'].fill.fgColor.rgb, sheet['D6'].comment)
      print(sheet['D6'].hyperlink.target, sheet['G5'].value, sheet.row_dimensions[5].height)
      """)
    #expect(
      told == [
        "['Văn bản đến', 'Theo dõi nhiệm vụ'] A1:J6 A4:J6 $3:$4 A5", "landscape 9 0 True",
        "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN Ghi chú Times New Roman True", "86/KH-SNV 2026-03-05 dd/mm/yyyy True",
        "đọc chưa chắc | FFFFF2CC 00000000 None", "scans/kế%20hoạch%2087.pdf None 31.5",
      ])
  }

  @Test("text that no cell can hold is cut, cleaned or kept as text")
  func badText() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register.xlsx")
    let long = String(repeating: "số ", count: 20_000)
    let odd = "=1+1 \u{1}\u{8}<b>\"&amp;\" _x000D_ \u{FFFE}dòng 1\ndòng 2 / \\ '"
    let old = RegisterDate(year: 1884, month: 6, day: 6)
    _ = try register.enter([Shelf.entry(1, title: long), Shelf.entry(2, day: old, title: odd)])
    _ = try register.enter([
      RegisterEntry(
        cells: [:],
        identity: DocumentIdentity(
          number: nil, author: nil, date: nil, fingerprint: "#abcdef012345", name: "x"))
    ])
    let told = try Reader.openpyxl(
      register.url,
      """
      sheet = book.worksheets[0]
      print(len(sheet['F5'].value), sheet['F5'].value[-1], sheet['F6'].data_type, repr(sheet['F6'].value), sheet['E6'].value)
      """)
    // openpyxl shows the escape of what would else be a character; spreadsheets take it away.
    #expect(
      told == [
        #"32767 … s '=1+1 <b>"&amp;" _x005F_x000D_ dòng 1\ndòng 2 / \\ \'' 06/06/1884"#
      ])
  }

  @Test("a sheet a month, by the day; others have a sheet of their own; later runs find the sheets again")
  func months() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register-out.xlsx", .issued, byMonth: true)
    let days = [(3, 5), (3, 6), (12, 31)].map { RegisterDate(year: 2026, month: $0.0, day: $0.1) }
    _ = try register.enter([Shelf.entry(1, day: days[0])])
    _ = try shelf.register("register-out.xlsx", .issued).enter([
      Shelf.entry(2, day: days[2]), Shelf.entry(3, day: days[1]), Shelf.entry(1, day: days[0]),
      Shelf.entry(4, day: RegisterDate(year: 2025, month: 3, day: 1)),
    ])
    let told = try Reader.openpyxl(
      register.url,
      """
      for sheet in book:
        cells = [sheet.cell(row, 1).value for row in range(5, 9) if sheet.cell(row, 1).value]
        if cells: print(sheet.title, cells)
      print(len(book.sheetnames))
      """)
    #expect(
      told == [
        "Tháng 03-2026 ['1/KH-SNV', '3/KH-SNV']", "Tháng 12-2026 ['2/KH-SNV']", "Ngày khác ['4/KH-SNV']",
        "14",
      ])
  }
}
