import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct OutlineTests {
  let parser: StructureParser

  init() throws { parser = try StructureParser(dictionaries: dictionaries) }

  @Test(
    "reads the tree from form and sequence",
    arguments: [
      // Both hierarchies.
      ("I. MỤC ĐÍCH\n1. Yêu cầu\na) Một;\nb) Hai.\n- Ba.\n+ Bốn.\nII. NỘI DUNG", "I.(1.(a) b)(-(+)))) II."),
      (
        "Điều 1. Phạm vi\n1. Một.\na) Hai;\nb) Ba.\n2. Bốn.\nĐiều 2. Hiệu lực\n1. Năm.",
        "Điều 1.(1.(a) b)) 2.) Điều 2.(1.)"
      ),
      (
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nChương II\nTHI HÀNH\nĐiều 2. Hiệu lực",
        "Chương I(Điều 1.) Chương II(Điều 2.)"
      ),
      ("1. Một\n1.1. Hai\n1.2. Ba\n2. Bốn", "1.(1.1. 1.2.) 2."),
      // Damaged numerals.
      ("|. MỤC ĐÍCH\n1. Yêu cầu\nll. NỘI DUNG\nIIl. KINH PHÍ", "I.(1.) II. III."),
      (
        "I. MỤC ĐÍCH\nI1. NỘI DUNG\nI11. KINH PHÍ\nlV. TỔ CHỨC\nV. KẾT LUẬN\nV1. PHỤ LỤC KÈM",
        "I. II. III. IV. V. VI."
      ),
      ("l. Mục đích\n2. Yêu cầu", "1. 2."),
      ("a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nd) Năm;\ne) Sáu.", "a) b) c) d) đ) e)"),
      // Traps: a wrapped sentence, a date, an amount.
      (
        "1. Thực hiện công việc của năm nay theo đúng quy định tại khoản\n2. Điều này và các quy định khác của pháp luật có liên quan.\n2. Hai",
        "1. 2."
      ),
      ("1. Tổng kinh phí là\n500.000 đồng một người.\n2. Hai", "1. 2."),
    ])
  func tree(_ text: String, _ expected: String) {
    let structure = parser.run(textPages("KẾ HOẠCH\nThử nghiệm\n\n" + text))
    #expect(Self.outline(structure.body) == expected)
  }

  @Test(
    "keeps and reports the paper's own faults",
    arguments: [
      ("I. MỘT VIỆC\nIII. HAI VIỆC", "I. III.", "heading.skipped"),
      ("1. Một\n2. Hai\n2. Ba", "1. 2. 2.", "heading.repeated"),
    ])
  func faults(_ text: String, _ expected: String, _ code: String) {
    let structure = parser.run(textPages("KẾ HOẠCH\nThử nghiệm\n\n" + text))
    #expect(Self.outline(structure.body) == expected)
    #expect(structure.findings.map(\.code) == [code])
  }

  @Test("joins paragraphs over lines and pages")
  func joins() {
    let structure = parser.run(
      textPages(
        """
        KẾ HOẠCH
        Thử nghiệm

        I. MỤC ĐÍCH
        - Hình thành cơ sở dữ liệu tài liệu lưu trữ điện tử đầy đủ và chính xác của
        \u{c}2
        tỉnh Hoa Giang.
        - Hai.
        """))
    let items = structure.body[0].children
    #expect(items.count == 2)
    #expect(items[0].text?.text.hasSuffix("của tỉnh Hoa Giang.") == true)
    #expect(Set(items[0].text!.words.map(\.page)) == [1, 2])
    #expect(structure.cell(.pageNumber)?.text == "2")
  }

  @Test("tells heading, text and run-in heading apart")
  func titles() {
    let structure = parser.run(
      textPages(
        "KẾ HOẠCH\nThử nghiệm\n\n1. Thời gian: Từ nay đến hết năm 2026.\n2. Mục đích\n3. Làm cho xong."))
    #expect(structure.body.map { $0.title?.text } == ["Thời gian", "Mục đích", nil])
    #expect(structure.body.map { $0.text?.text } == ["Từ nay đến hết năm 2026.", nil, "Làm cho xong."])
  }

  @Test("sets legal bases and the operative line apart")
  func decision() {
    let structure = parser.run(
      textPages(
        """
        QUYẾT ĐỊNH
        Về việc thử nghiệm

        GIÁM ĐỐC SỞ NỘI VỤ

        Căn cứ Luật Thử nghiệm ngày 01 tháng 02 năm 2026;
        Theo đề nghị của Chánh Văn phòng.

        QUYẾT ĐỊNH:

        Điều 1. Cho phép thử nghiệm từ ngày mai.
        Điều 2. Quyết định này có hiệu lực từ ngày ký./.
        """))
    #expect(
      structure.body.map(\.kind) == [.paragraph, .legalBasis, .legalBasis, .operative, .article, .article])
    #expect(structure.cell(.title)?.text == "Về việc thử nghiệm")
  }

  static func outline(_ nodes: [Node]) -> String {
    nodes.filter { $0.label != nil }.map { node in
      let below = outline(node.children)
      return node.label! + (below.isEmpty ? "" : "(\(below))")
    }.joined(separator: " ")
  }
}
