import CXlsxWriter
import Foundation

/// A register without entries: title, heads, one empty row that shows how rows look, set up for paper.
struct BlankWorkbook {
  private static let font = "Times New Roman"
  /// Lines of the form above the entries, from 0.
  private static let headRow: UInt32 = 2
  private static let numberRow: UInt32 = 3

  let forms: [(form: RegisterForm, sheet: String)]

  /// - Throws: `RegisterError.notAccessible` if the temporary folder cannot be written.
  func data() throws(RegisterError) -> Data {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sohoa-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    guard let book = workbook_new(file.path) else {
      throw .notAccessible(path: file.path, reason: "no workbook")
    }
    for (form, sheet) in forms { add(form, sheet, to: book) }
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR, let data = try? Data(contentsOf: file) else {
      throw .notAccessible(path: file.path, reason: String(cString: lxw_strerror(status)))
    }
    return data
  }

  private func add(_ form: RegisterForm, _ name: String, to book: UnsafeMutablePointer<lxw_workbook>) {
    let sheet = workbook_add_worksheet(book, name)
    let last = UInt16(form.columns.count - 1)
    worksheet_merge_range(sheet, 0, 0, 0, last, form.title, title(book))
    worksheet_merge_range(sheet, 1, 0, 1, last, form.line, line(book))
    worksheet_set_row(sheet, 0, 24, nil)
    worksheet_set_row(sheet, 1, 20, nil)
    worksheet_set_row(sheet, Self.headRow, 34, nil)
    for (index, column) in form.columns.enumerated() {
      let at = UInt16(index)
      worksheet_set_column(sheet, at, at, column.width, nil)
      worksheet_write_string(sheet, Self.headRow, at, column.name, head(book))
      worksheet_write_string(sheet, Self.numberRow, at, "(\(index + 1))", number(book))
      worksheet_write_blank(sheet, Self.numberRow + 1, at, entry(book, column.format))
    }
    setUp(sheet, last)
  }

  /// A4 across, as wide as the paper, heads on each page and always in sight.
  private func setUp(_ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ last: UInt16) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.6, 0.4, 0.6, 0.6)
    worksheet_repeat_rows(sheet, Self.headRow, Self.numberRow)
    worksheet_freeze_panes(sheet, Self.numberRow + 1, 0)
    worksheet_autofilter(sheet, Self.numberRow, 0, Self.numberRow + 1, last)
    worksheet_set_footer(sheet, "&C&\"Times New Roman\"&10&P/&N")
    worksheet_center_horizontally(sheet)
  }

  // MARK: Formats

  private typealias Book = UnsafeMutablePointer<lxw_workbook>
  private typealias Format = UnsafeMutablePointer<lxw_format>

  private func format(_ book: Book, size: Double) -> Format? {
    let format = workbook_add_format(book)
    format_set_font_name(format, Self.font)
    format_set_font_size(format, size)
    format_set_text_wrap(format)
    return format
  }

  private func title(_ book: Book) -> Format? {
    let format = format(book, size: 16)
    format_set_bold(format)
    centre(format)
    return format
  }

  private func line(_ book: Book) -> Format? {
    let format = format(book, size: 12)
    format_set_italic(format)
    centre(format)
    return format
  }

  private func head(_ book: Book) -> Format? {
    let format = format(book, size: 12)
    format_set_bold(format)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    centre(format)
    return format
  }

  private func number(_ book: Book) -> Format? {
    let format = format(book, size: 10)
    format_set_italic(format)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    centre(format)
    return format
  }

  private func entry(_ book: Book, _ kind: RegisterForm.Column.Format) -> Format? {
    let format = format(book, size: 12)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch kind {
    case .text: break
    case .number: format_set_num_format(format, "0")
    case .ordinal: format_set_num_format(format, "00")
    case .date: format_set_num_format(format, "dd/mm/yyyy")
    }
    if kind != .text { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    return format
  }

  private func centre(_ format: Format?) {
    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
  }
}
