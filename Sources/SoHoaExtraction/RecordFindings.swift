import SoHoaModel
import SoHoaStructure

/// What is missing in a record, or must be known before it is passed on.
enum RecordFindings {
  static func findings(_ record: Record, _ sheet: Sheet, _ tables: FormTables) -> [Finding] {
    [signer(record, sheet), title(record, sheet, tables)].compactMap { $0 } + SecrecyFindings.findings(record)
      + ClosingFindings.findings(record, sheet)
  }

  private static func signer(_ record: Record, _ sheet: Sheet) -> Finding? {
    guard record.signers.allSatisfy({ $0.name == nil }) else { return nil }
    return Finding(
      .warning, "signer.missing",
      Message(
        en: "no signer's name was found; look at the last page",
        vi: "không tìm thấy họ tên người ký; hãy xem trang cuối"),
      page: sheet.structure.pages.last)
  }

  private static func title(_ record: Record, _ sheet: Sheet, _ tables: FormTables) -> Finding? {
    guard record.title == nil, expectsTitle(record, tables) else { return nil }
    return Finding(
      .warning, "title.missing",
      Message(
        en: "no title was found; look at the first page", vi: "không tìm thấy trích yếu; hãy xem trang đầu"),
      page: sheet.structure.pages.first)
  }

  /// Some forms have none (`GIẤY GIỚI THIỆU`).
  private static func expectsTitle(_ record: Record, _ tables: FormTables) -> Bool {
    !tables.kinds.contains { $0.kind == record.kind?.value && !$0.hasTitle }
  }
}
