import SoHoaModel

/// A document as a clerk would type it: header, text, closing. What is on the pages without belonging to it is told
/// apart, so that nothing is lost.
struct TypedDocument {
  var header: TypedHeader
  /// Parts of the text, with the page that each begins on.
  var body: [(part: TypedPart, page: Int?)]
  var closing: TypedClosing
  /// What else was read, in Vietnamese: stamps, banners, stray letters.
  var remarks: [String]

  /// All documents of a file, in its order.
  static func all(of file: ConvertedFile) -> [TypedDocument] {
    let setter = TextSetter(WordBook(file))
    let tables = TablesOfText(file)
    return file.documents.map { TypedDocument($0, setter, tables) }
  }

  private init(_ document: ConvertedDocument, _ setter: TextSetter, _ tables: TablesOfText) {
    header = TypedHeader(document, setter)
    body = TypedBody(document, setter, tables: tables).parts
    closing = TypedClosing(document, setter)
    remarks = Self.remarks(document.structure)
  }

  private static func remarks(_ structure: DocumentStructure) -> [String] {
    let kinds: [(CellKind, String)] = [
      (.arrivalStamp, "Dấu đến"), (.signatureBanner, "Chữ ký số"), (.rubble, "Chữ rời trên trang"),
    ]
    return kinds.compactMap { kind, name in
      let texts = structure.cells(kind).map(\.text)
      return texts.isEmpty ? nil : "\(name): \(texts.joined(separator: " | "))"
    }
  }
}
