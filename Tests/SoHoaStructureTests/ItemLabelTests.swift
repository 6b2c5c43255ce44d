import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

/// Items below `a)`: small Roman numerals, and numerals in two brackets.
@Suite struct ItemLabelTests {
  let parser: StructureParser

  init() throws { parser = try StructureParser(dictionaries: dictionaries) }

  private func body(_ text: String) -> [Node] {
    parser.run(textPages("KẾ HOẠCH\nThử nghiệm\n\n" + text)).body
  }

  @Test(
    "small Roman numerals are a level of their own",
    arguments: [
      (
        "1. Một\na) Hai;\ni) Ba;\nii) Bốn;\niii) Năm;\niv) Sáu;\nb) Bảy.\n2. Tám",
        "1.(a)(i) ii) iii) iv)) b)) 2."
      ),
      ("1. Một\n(i) Hai;\n(ii) Ba;\n(iii) Bốn.\n2. Năm", "1.((i) (ii) (iii)) 2."),
      ("I. MỘT\n1. Hai\na) Ba;\n(i) Bốn;\n(ii) Năm.\nII. SÁU", "I.(1.(a)((i) (ii)))) II."),
      (
        "Điều 1. Một\n1. Hai:\na) Ba:\ni) Bốn;\nii) Năm;\nb) Sáu.\nĐiều 2. Bảy",
        "Điều 1.(1.(a)(i) ii)) b))) Điều 2."
      ),
      ("1. Một\ni) Hai;\nil) Ba;\niii) Bốn.\n2. Năm", "1.(i) ii) iii)) 2."),
      // The letter i between h and k.
      ("1. Một\ng) Hai;\nh) Ba;\ni) Bốn;\nk) Năm.", "1.(g) h) i) k))"),
      ("1. Một\n(1) Hai;\n(2) Ba.\n2. Bốn", "1.((1) (2)) 2."),
      ("1. Một\n(a) Hai;\n(b) Ba.\n2. Bốn", "1.((a) (b)) 2."),
      ("1. Một\n(1) Hai;\n(a) Ba;\n(b) Bốn;\n(2) Năm.\n2. Sáu", "1.((1)((a) (b)) (2)) 2."),
      // A list within a sentence that the line's end has cut.
      (
        "1. Các đơn vị có trách nhiệm thực hiện đầy đủ, gồm: (i) lập danh sách;\n(ii) gửi báo cáo.\n2. Hai",
        "1. 2."
      ),
    ])
  func levels(_ text: String, _ expected: String) {
    #expect(OutlineTests.outline(body(text)) == expected)
  }

  @Test("they are items by their kind")
  func kinds() {
    let items = body("1. Một\na) Hai:\ni) Ba;\nii) Bốn.\n2. Năm")[0].children[0].children
    #expect(items.map(\.kind) == [.romanItem, .romanItem])
    #expect(items.map(\.ordinal) == [1, 2])
  }
}
