import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

/// Labels read together: what one line alone leaves open, the lines around it decide.
@Suite struct LabelPathTests {
  let parser: StructureParser

  init() throws { parser = try StructureParser(dictionaries: dictionaries) }

  @Test(
    "reads all manners of numbering",
    arguments: [
      ("Phần I\nTÌNH HÌNH\nI. KẾT QUẢ\n1. Một\nPhần II\nNHIỆM VỤ\nI. MỤC TIÊU", "Phần I(I.(1.)) Phần II(I.)"),
      (
        "PHẦN THỨ NHẤT\nTÌNH HÌNH\nA. KẾT QUẢ\nI. VỀ KINH TẾ\nII. VỀ XÃ HỘI\nB. HẠN CHẾ\nPHẦN THỨ HAI\nNHIỆM VỤ",
        "PHẦN THỨ NHẤT(A.(I. II.) B.) PHẦN THỨ HAI"
      ),
      ("I- MỤC TIÊU\n1- Mục tiêu chung\n2- Mục tiêu cụ thể\nII- NHIỆM VỤ", "I-(1- 2-) II-"),
      ("1. Một\n1.1. Hai\n1.1.1. Ba\n1.1.2. Bốn\n1.2. Năm\n2. Sáu", "1.(1.1.(1.1.1. 1.1.2.) 1.2.) 2."),
      ("1. Một\n1.1 Hai\n1.2 Ba\n2. Bốn", "1.(1.1. 1.2.) 2."),
      ("I. MỘT\nI.1. Hai\nI.2. Ba\nII. BỐN\nII.1. Năm", "I.(I.1. I.2.) II.(II.1.)"),
      ("1. Một\na) Hai;\n1) Ba;\n2) Bốn;\nb) Năm.", "1.(a)(1) 2)) b))"),
      ("1. Một\n1) Hai;\n2) Ba.\n2. Bốn", "1.(1) 2)) 2."),
      ("1. Một\na. Hai\nb. Ba\n2. Bốn", "1.(a. b.) 2."),
      ("1/ Một\n2/ Hai\na/ Ba\n3/ Bốn", "1/ 2/(a/) 3/"),
      (
        "Chương I\nQUY ĐỊNH CHUNG\nMục 1\nPHẠM VI\nĐiều 1. Một\n1. Hai.\na) Ba;\nb) Bốn.\nMục 2\nĐỐI TƯỢNG\nTiểu mục 1\nNĂM\nĐiều 2. Hiệu lực thi hành",
        "Chương I(Mục 1(Điều 1.(1.(a) b)))) Mục 2(Tiểu mục 1(Điều 2.)))"
      ),
      ("Điều 1: Nội dung\n1.1. Một\n1.2. Hai\nĐiều 2: Giá\n2.1. Ba", "Điều 1.(1.1. 1.2.) Điều 2.(2.1.)"),
      ("I. MỘT\nA. Hai\nB. Ba\nII. BỐN", "I.(A. B.) II."),
      (
        "Điều 12. Một\nĐiều 12a. Hai\nĐiều 13. Ba", "Điều 12. Điều 12a. Điều 13."
      ),
      (
        "1. Một\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\ng) G;\nh) H;\ni) I;\nk) K;\nl) L.",
        "1.(a) b) c) d) đ) e) g) h) i) k) l))"
      ),
    ])
  func manners(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "reads damaged labels by what stands around them",
    arguments: [
      ("Đieu l. Một\nĐiều 2. Hai\nDiều 3. Ba", "Điều 1. Điều 2. Điều 3."),
      ("Điều1. Một\nĐiều 2.Hai\nĐiều 3 . Ba", "Điều 1. Điều 2. Điều 3."),
      ("Điều 1. Một.\nĐiều 2 Hai.\nĐiều 3. Ba.", "Điều 1. Điều 2. Điều 3."),
      ("1. Một.\n2 Hai.\n3. Ba.", "1. 2. 3."),
      ("1.Một\n2.Hai\n3.Ba", "1. 2. 3."),
      ("1, Một\n2. Hai", "1. 2."),
      ("1 . Một\n2 . Hai", "1. 2."),
      ("I MỤC ĐÍCH CHUNG\nII. NỘI DUNG\nIII NHIỆM VỤ CHÍNH", "I. II. III."),
      ("I.MỤC ĐÍCH\nII.NỘI DUNG", "I. II."),
      ("l. MỤC ĐÍCH\n1. Một\n2. Hai\nIl. NỘI DUNG\n1. Ba", "I.(1. 2.) II.(1.)"),
      ("IV. MỘT\nV. HAI\nV1. BA\nVIl. BỐN\nVIIl. NĂM\n1X. SÁU\nX. BẢY", "IV. V. VI. VII. VIII. IX. X."),
      ("a) Một;\nb) Hai;\ne) Ba;\nd) Bốn;\nđ) Năm.", "a) b) c) d) đ)"),
      ("à) Một;\n6) Hai;\nc) Ba.", "a) b) c)"),
      ("a] Một;\nb) Hai;\nc} Ba.", "a) b) c)"),
      ("10. Một.\nl1. Hai.\n12. Ba.", "10. 11. 12."),
    ])
  func damaged(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "takes no text for a label",
    arguments: [
      (
        "1. Kết quả thực hiện nhiệm vụ trong năm qua của toàn ngành tính đến ngày\n30/6/2026 là rất tốt.\n2. Hai",
        "1. 2."
      ),
      (
        "1. Thực hiện nghiêm túc các nội dung của kế hoạch đã được phê duyệt trong năm\n2025. Các đơn vị báo cáo.\n2. Hai",
        "1. 2."
      ),
      ("1. Một.\n3 tháng một lần, các đơn vị báo cáo kết quả.\n2. Hai", "1. 2."),
      ("1. Một.\n12 xã đã hoàn thành.\n2. Hai", "1. 2."),
      ("1. Một.\n1.500.000 đồng một người.\n2. Hai", "1. 2."),
      ("1. Một.\n21/8/2025 là hạn cuối.\n2. Hai", "1. 2."),
      (
        "1. Việc sửa đổi thực hiện theo quy định tại điểm b khoản 1, khoản 2 và khoản\n3. Điều này không áp dụng cho cá nhân.\n2. Hai\n3. Ba",
        "1. 2. 3."
      ),
      ("MỤC LỤC\nI. MỤC ĐÍCH ........ 2\nII. NỘI DUNG ........ 3\nI. MỤC ĐÍCH\nII. NỘI DUNG", "I. II."),
      (
        "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Phạm vi\n1. Một.\n2. Hai.”\nĐiều 2. Hiệu lực",
        "Điều 1. Điều 2."
      ),
    ])
  func text(_ text: String, _ expected: String) { expect(text, expected) }

  @Test(
    "keeps the paper's own faults and reports them",
    arguments: [
      ("1. Một\n2. Hai\n4. Ba\n5. Bốn", "1. 2. 4. 5.", ["heading.skipped"]),
      ("Điều 1. Một\nĐiều 3. Hai", "Điều 1. Điều 3.", ["heading.skipped"]),
      ("I. MỘT\nII. HAI\nII. BA\nIII. BỐN", "I. II. II. III.", ["heading.repeated"]),
      ("1. Một\n2. Hai\n6. Ba\n7. Bốn\n8. Năm", "1. 2. 6. 7. 8.", ["heading.skipped"]),
    ])
  func faults(_ text: String, _ expected: String, _ codes: [String]) {
    let structure = parser.run(textPages("KẾ HOẠCH\nThử nghiệm\n\n" + text))
    #expect(OutlineTests.outline(structure.body) == expected)
    #expect(structure.findings.map(\.code) == codes)
  }

  @Test("a node knows its first and last page")
  func pages() {
    let structure = parser.run(
      textPages("KẾ HOẠCH\nThử nghiệm\n\nI. MỘT\n1. Hai\n\u{c}Ba.\n2. Bốn\n\u{c}II. NĂM"))
    #expect(structure.body.map(\.pages) == [[1, 2], [3, 3]])
    #expect(structure.body[0].children.map(\.pages) == [[1, 2], [2, 2]])
  }

  private func expect(_ text: String, _ expected: String) {
    let structure = parser.run(textPages("KẾ HOẠCH\nThử nghiệm\n\n" + text))
    #expect(OutlineTests.outline(structure.body) == expected, "\(text)")
  }
}
