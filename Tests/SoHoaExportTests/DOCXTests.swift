import Foundation
import FoundationXML
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct DOCXTests {
  private static func zip(_ file: ConvertedFile) throws -> Unzipped {
    try Unzipped(OutputFormat.docx.encode(file))
  }

  private static func document(_ file: ConvertedFile) throws -> ParsedXML {
    try zip(file).xml("word/document.xml")
  }

  /// Paragraphs with text, as their style and text.
  private static func paragraphs(_ file: ConvertedFile) throws -> [String] {
    try document(file).elements("p").compactMap { paragraph in
      let text = try paragraph.nodes(forXPath: ".//*[local-name()='t' or local-name()='br']").map { node in
        (node as? XMLElement)?.localName == "br" ? " / " : node.stringValue ?? ""
      }.joined()
      let style = try paragraph.nodes(forXPath: "./*/*[local-name()='pStyle']").first as? XMLElement
      return text.isEmpty ? nil : "\(style?["val"] ?? "?"): \(text)"
    }
  }

  @Test("the whole of a plan, in the order of the form")
  func plan() throws {
    #expect(
      try Self.paragraphs(PlanSample.make()) == [
        "FormLine: UBND TỈNH AN HÀ", "FormLine: SỞ Y TẾ", "FormLine: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "FormLine: Độc lập - Tự do - Hạnh phúc", "FormLine: Số: ....../KH-SYT",
        "FormLine: An Hà, ngày ...... tháng 02 năm 2026", "Title: KẾ HOẠCH",
        "Title: Phòng, chống <bệnh> & \"dịch\"", "Title: năm 2026 [*]", "Heading1: I. MỤC ĐÍCH",
        "BodyText: 1. Thời gian: Làm ngay trong tháng.", "BodyText: phòng dịch", "BodyText: - Một việc;",
        "BodyText: - Hai việc.", "TableText: TT", "TableText: Việc", "TableText: Hạn", "TableText: 1",
        "TableText: Tiêm | chủng", "TableText: Quý I", "TableText: 2", "TableText: Tổng kết cả năm",
        "Recipients: Nơi nhận:", "Recipients: - UBND tỉnh (để b/c);", "Recipients: PL.(3)",
        "FormLine: GIÁM ĐỐC", "FormLine: Lò Văn Chấn", "Heading1: Phụ lục / DANH MỤC",
        "BodyText: (Kèm theo Kế hoạch)",
      ])
  }

  @Test("the same bytes for the same file") func isDeterministic() throws {
    #expect(try OutputFormat.docx.encode(PlanSample.make()) == OutputFormat.docx.encode(PlanSample.make()))
  }

  @Test("all parts are well-formed, known by their type, and joined to the document")
  func package() throws {
    var file = PlanSample.make()
    file.documents[0].structure.cells.append(
      Cell(.address, [Passage(text: "Số 1 phố Mới", words: [])]))
    let zip = try Self.zip(file)
    for file in zip.files { _ = try ParsedXML(file.data) }
    #expect(zip.files[0].name == "[Content_Types].xml")
    let names = Set(zip.files.map { "/" + $0.name }.filter { !$0.hasSuffix(".rels") })
    let types = try zip.xml("[Content_Types].xml").elements("Override").map { $0["PartName"]! }
    #expect(Set(types) == names.subtracting(["/[Content_Types].xml"]))
    let relations = try zip.xml("word/_rels/document.xml.rels").elements("Relationship")
    #expect(relations.allSatisfy { names.contains("/word/" + $0["Target"]!) })
    let used = try zip.xml("word/document.xml").nodes("//*[local-name()='sectPr']/*[@*[local-name()='id']]")
    #expect(used.count == 4)
    #expect(Set(used.map { $0["id"]! }).isSubset(of: Set(relations.map { $0["Id"]! })))
    #expect(try zip.xml("word/footer2.xml").elements("t").map(\.text) == ["Số 1 phố Mới"])
    #expect(try zip.xml("docProps/core.xml").elements("title").map(\.text) == ["Phòng, chống <bệnh>"])
  }

  @Test("every style that is used is one of the document") func styles() throws {
    let zip = try Self.zip(PlanSample.make())
    let known = Set(try zip.xml("word/styles.xml").elements("style").map { $0["styleId"]! })
    #expect(try zip.xml("word/document.xml").elements("pStyle").allSatisfy { known.contains($0["val"]!) })
    let outline = try zip.xml("word/styles.xml").elements("outlineLvl").map { $0["val"]! }
    #expect(outline == ["0", "1", "2", "3", "4", "5"])
  }

  @Test("doubtful words are highlighted, and a comment says why")
  func doubts() throws {
    let zip = try Self.zip(PlanSample.make())
    let document = try zip.xml("word/document.xml")
    let marked = try document.nodes("//*[local-name()='r'][.//*[local-name()='highlight']]").map(\.text)
    #expect(marked == ["Số:", "/KH-SYT", "MỤC"])
    let comments = try zip.xml("word/comments.xml").elements("comment").map(\.text)
    #expect(
      comments == [
        "Không thuộc nội dung văn bản. Dấu đến: ĐẾN Số: 12", "Chưa có số.",
        "Máy đọc: “MUC”. Có thể là: “MUC?”.",
      ])
    for name in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
      #expect(try document.elements(name).map { $0["id"]! } == ["0", "1", "2"], "\(name)")
    }
  }

  @Test("an annex begins a section with numbers of its own, crosswise if its page lies so")
  func sections() throws {
    let document = try Self.document(PlanSample.make())
    let sections = try document.elements("sectPr")
    #expect(sections.count == 2)
    #expect(try document.elements("pgSz").map { $0["orient"] } == [nil, "landscape"])
    #expect(try document.elements("pgNumType").map { $0["start"] } == ["1", "1"])
    #expect(try document.elements("titlePg").count == 2)
  }

  @Test("the cells of every row fill the columns of the table")
  func grid() throws {
    for table in try Self.document(PlanSample.make()).elements("tbl") {
      let columns = try table.nodes(forXPath: "./*/*[local-name()='gridCol']").count
      for row in try table.nodes(forXPath: "./*[local-name()='tr']") {
        let cells = try row.nodes(forXPath: "./*[local-name()='tc']").count
        let spans = try row.nodes(forXPath: "./*/*/*[local-name()='gridSpan']").compactMap { node in
          (node as? XMLElement)?["val"].flatMap { Int($0) }
        }
        #expect(cells + spans.reduce(0) { $0 + $1 - 1 } == columns)
      }
    }
  }

  @Test(
    "a table with cells over rows and columns",
    arguments: [
      ([(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)], ["R1 C2", "v1 C1 C1"]),
      ([(0, 0, 1, 3), (1, 0, 1, 1)], ["C3", "C1 -1 -1"]),
    ])
  func spans(_ cells: [(Int, Int, Int, Int)], _ rows: [String]) throws {
    let cells = cells.map { row, column, rowSpan, columnSpan in
      TypedTable.Cell(
        row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, paragraphs: [TypedText("x")])
    }
    let table = TypedTable(
      widths: [0.2, 0.3, 0.5], isRuled: true,
      rows: [cells.filter { $0.row == 0 }, cells.filter { $0.row == 1 }])
    var stream = WordStream(XMLWriter(head: ""))
    stream.element("a", [("xmlns:w", WordPackage.namespace)]) { stream in
      WordTable(table, width: 1000).write(to: &stream)
    }
    let written = try ParsedXML(Data(stream.xml.bytes)).elements("tr").map { row in
      try row.nodes(forXPath: "./*[local-name()='tc']").map { cell in
        let properties = try cell.nodes(forXPath: "./*[1]/*").compactMap { $0 as? XMLElement }
        let span = properties.first { $0.localName == "gridSpan" }?["val"] ?? "1"
        let merge = properties.first { $0.localName == "vMerge" }
        let kind =
          merge.map { $0["val"] == nil ? "v" : "R" } ?? ((cell.stringValue ?? "").contains("x") ? "C" : "-")
        return kind + span
      }.joined(separator: " ")
    }
    #expect(written == rows)
  }

  @Test("who signs: one on the right, two side by side")
  func signers() throws {
    var file = PlanSample.make()
    let structure = file.documents[0].structure
    let position = structure.cell(.authority)!
    let name = structure.cell(.signerName)!
    func signer(_ position: Cell?, _ name: Cell?) -> Signer {
      func field(_ cell: Cell) -> Field<String> {
        Field(
          text: cell.text, observed: cell.text, value: cell.text, confidence: 1, page: 2, box: nil,
          words: cell.words, rule: "test")
      }
      return Signer(position: position.map(field), name: name.map(field))
    }
    file.documents[0].record.signers = [signer(position, nil), signer(nil, name)]
    let table = try #require(try Self.document(file).elements("tbl").last)
    let rows = try table.nodes(forXPath: "./*[local-name()='tr']").map { row in
      try row.nodes(forXPath: "./*[local-name()='tc']").map {
        ($0.stringValue ?? "").filter { !$0.isNewline }
      }
    }
    #expect(
      rows == [["GIÁM ĐỐC", "Lò Văn Chấn"], ["Nơi nhận:- UBND tỉnh (để b/c);PL.(3)", ""]])
  }

  @Test("a file without documents, and one without text, are documents still")
  func empty() throws {
    var file = SampleFile.make()
    #expect(try Self.document(file).elements("sectPr").count == 1)
    file.documents = []
    #expect(try Self.document(file).elements("p").count == 1)
  }
}
