import SoHoaModel

/// A plan of two pages with all that outputs have to show: restored and joined words, a table over both pages, an
/// annex on a page that lies crosswise, marks, a number and a day that are blank. Body and people do not exist.
enum PlanSample {
  static func make() -> ConvertedFile {
    var pages = [PageMaker(1, width: 1000, height: 1400), PageMaker(2, width: 1400, height: 1000)]
    var structure = DocumentStructure(pages: [1, 2])
    header(&pages[0], &structure)
    structure.body = body(&pages) + closing(&pages[1], &structure)
    return file(pages.map { $0.page() }, structure)
  }

  private static func header(_ page: inout PageMaker, _ structure: inout DocumentStructure) {
    structure.cells = [
      Cell(.superiorBody, [page.line("UBND TỈNH AN HÀ")]),
      Cell(.issuingBody, [page.line("SỞ Y TẾ")]),
      Cell(.documentNumber, [page.line("Số: /KH-SYT")]),
      Cell(.nationalTitle, [page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]),
      Cell(.motto, [page.line("Độc lập - Tự do - Hạnh phúc")]),
      Cell(.placeAndDate, [page.line("An Hà, ngày tháng 02 năm 2026")]),
    ]
    page.endBlock()
    structure.cells += [
      Cell(.documentKind, [page.line("KẾ HOẠCH")]),
      Cell(.title, [page.line("Phòng, chống <bệnh> & \"dịch\""), page.line("năm 2026 [*]")]),
    ]
    page.endBlock()
  }

  private static func body(_ pages: inout [PageMaker]) -> [Node] {
    var first = Node(.romanHeading, label: "I.", ordinal: 1, pages: [1, 1])
    _ = pages[0].word("I.")
    first.title = pages[0].restored([("MUC", "MỤC", 0.62), ("ĐÍCH", "ĐÍCH", 0.99)])
    var run = Node(.numberHeading, label: "1.", ordinal: 1, pages: [1, 1])
    _ = pages[0].word("1.")
    run.title = Passage(text: "Thời gian", words: pages[0].words("Thời gian:"))
    run.text = pages[0].line("Làm ngay trong tháng.")
    let joined = pages[0].joined("phòng di", "ch", as: "phòng dịch")
    pages[0].endBlock()
    let items = ["- Một việc;", "- Hai việc."].map { text in
      let passage = pages[0].line(text)
      return Node(
        .dash, label: "-",
        text: Passage(text: String(text.dropFirst(2)), words: Array(passage.words.dropFirst())),
        pages: [1, 1])
    }
    first.children = [run, Node(.paragraph, text: joined, pages: [1, 1])] + items
    pages[0].endBlock()
    let cells = table(&pages)
    return [first] + cells.map { Node(.paragraph, text: $0, pages: [$0.words[0].page, $0.words[0].page]) }
  }

  /// Three columns; a cell over two of them; goes on on the second page, where its head stands again.
  private static func table(_ pages: inout [PageMaker]) -> [Passage] {
    let first = pages[0].table(rows: [["TT", "Việc", "Hạn"], ["1", "Tiêm | chủng", "Quý I"]])
    pages[1].pageNumber("2")
    let second = pages[1].table(
      rows: [["TT", "Việc", "Hạn"], ["2", "Tổng kết cả năm", nil]], continues: ID(page: 1, index: 5))
    return first + second
  }

  private static func closing(_ page: inout PageMaker, _ structure: inout DocumentStructure) -> [Node] {
    structure.cells += [
      Cell(.recipients, [page.line("Nơi nhận:"), page.line("- UBND tỉnh (để"), page.line("b/c);")]),
      Cell(.authority, [page.line("GIÁM ĐỐC")]),
      Cell(.signerName, [page.line("Lò Văn Chấn")]),
      Cell(.drafter, [page.line("PL.(3)")]),
      Cell(.arrivalStamp, [page.mark(.arrivalStamp, "ĐẾN Số: 12")]),
    ]
    _ = page.mark(.seal, nil)
    page.endBlock()
    _ = page.words("Phụ lục")
    let annex = Node(
      .annex, label: "Phụ lục", title: page.line("DANH MỤC"), pages: [2, 2],
      children: [Node(.paragraph, text: page.line("(Kèm theo Kế hoạch)"), pages: [2, 2])])
    page.endBlock()
    return [annex]
  }

  private static func file(_ pages: [Page], _ structure: DocumentStructure) -> ConvertedFile {
    var record = Record()
    let body = structure.cell(.issuingBody)!
    record.issuingBody = field("SỞ Y TẾ", body.words, "SỞ Y TẾ")
    let number = structure.cell(.documentNumber)!
    record.number = field(
      number.text, number.words, DocumentNumber(number: nil, symbol: "KH-SYT", full: nil))
    record.kind = field("KẾ HOẠCH", [], DocumentKind(code: "KH", name: "Kế hoạch"))
    record.title = field("Phòng, chống <bệnh>", [], "Phòng, chống <bệnh>")
    let finding = Finding(
      .warning, "number.blank", Message(en: "no number", vi: "Chưa có số."), page: 1, words: number.words)
    return ConvertedFile(
      software: Software(components: [.init(name: "tesseract", version: "5.3.0")]),
      settings: ConversionSettings(),
      source: SourceFile(
        name: "kế \"hoạch\".pdf", sha256: String(repeating: "a", count: 64), bytes: 9, mediaType: "pdf",
        pageCount: 2),
      pages: pages,
      documents: [
        ConvertedDocument(record: record, structure: structure, findings: [finding], needsReview: true)
      ], findings: [])
  }

  private static func field<Value>(_ text: String, _ words: [ID<Word>], _ value: Value) -> Field<Value> {
    Field(
      text: text, observed: text, value: value, confidence: 0.9, page: 1, box: nil, words: words, rule: "test"
    )
  }
}
