import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct DocumentSplitterTests {
  let splitter: DocumentSplitter
  let parser: StructureParser

  init() throws {
    splitter = try DocumentSplitter(dictionaries: dictionaries)
    parser = try StructureParser(dictionaries: dictionaries)
  }

  private static let head = """
    ỦY BAN NHÂN DÂN TỈNH HOA GIANG        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ                              Độc lập - Tự do - Hạnh phúc
    Số: 12/SNV-TCCB                 Hoa Giang, ngày 12 tháng 5 năm 2026


    """
  private static let dispatch =
    head + """
      Kính gửi: Các phòng thuộc Sở.

      Thực hiện kế hoạch năm, Sở đề nghị các phòng báo cáo./.

      Nơi nhận:                 GIÁM ĐỐC
      - Như trên;
      - Lưu: VT.                 Trần Văn Thử
      """
  private static let party = """
    TỈNH ỦY HOA GIANG              ĐẢNG CỘNG SẢN VIỆT NAM
    *                    Hoa Giang, ngày 15 tháng 6 năm 2026
    Số 12-NQ/TU

    NGHỊ QUYẾT
    về phát triển kinh tế biển

    I- TÌNH HÌNH
    """
  private static let minutes = """
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    BIÊN BẢN
    Họp thống nhất số liệu

    1. Thời gian: 8 giờ.
    """
  private static let regulation = """
    ỦY BAN NHÂN DÂN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH HOA GIANG            Độc lập - Tự do - Hạnh phúc

    QUY CHẾ
    Quản lý kho tài liệu
    (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 12 tháng 5 năm 2026)

    Chương I
    QUY ĐỊNH CHUNG
    Điều 1. Phạm vi
    Điều 2. Đối tượng
    """
  private static let form = """
    Mẫu số 01
    TÊN CƠ QUAN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Số: ...../BC-SNV          Độc lập - Tự do - Hạnh phúc
    Hoa Giang, ngày ... tháng ... năm ...

    BÁO CÁO
    Kết quả năm
    """
  private static let annex = """
    Phụ lục II
    DANH MỤC NHIỆM VỤ
    (Kèm theo Công văn số 12/SNV-TCCB ngày 12 tháng 5 năm 2026 của Sở Nội vụ)

    I. NHIỆM VỤ CHUNG
    1. Một
    """
  private static let cover = "HỒ SƠ LƯU TRỮ\n\nNăm 2026\nTừ tờ 01 đến tờ 45"
  private static let text = "Nội dung đi tiếp ở trang sau, không có gì khác.\n2. Hai"

  @Test(
    "parts a file where a new header stands",
    arguments: [
      ([dispatch, dispatch, dispatch], [[1], [2], [3]]),
      ([dispatch, text, party, text], [[1, 2], [3, 4]]),
      ([dispatch, minutes], [[1], [2]]),
      ([dispatch, "", dispatch], [[1, 2], [3]]),
      (["", dispatch], [[1, 2]]),
      ([cover, dispatch, dispatch], [[1, 2], [3]]),
      // What belongs to a document stays with it.
      ([dispatch, regulation], [[1, 2]]),
      ([dispatch, annex, form], [[1, 2, 3]]),
      ([dispatch, annex, minutes], [[1, 2, 3]]),
      ([text, text], [[1, 2]]),
      ([text], [[1]]),
      ([""], [[1]]),
    ])
  func split(_ sheets: [String], _ expected: [[Int]]) {
    let pages = textPages(sheets.joined(separator: "\u{c}"))
    #expect(splitter.split(pages).map(\.numbers) == expected)
  }

  @Test("a header in a sentence begins nothing")
  func mention() {
    let sheet = """
      Thực hiện Công văn số 12/SNV-TCCB ngày 12 tháng 5 năm 2026 của Sở Nội vụ về việc báo cáo kết quả năm nay.
      2. Đảng Cộng sản Việt Nam lãnh đạo, ngày 03 tháng 02 năm 1930.
      """
    #expect(splitter.split(textPages([Self.dispatch, sheet].joined(separator: "\u{c}"))).count == 1)
  }

  @Test("an attached document is an annex with its own articles")
  func attached() {
    let pages = textPages([Self.dispatch, Self.regulation].joined(separator: "\u{c}"))
    let body = parser.run(splitter.split(pages)[0]).body
    #expect(OutlineTests.outline(body.last?.children ?? []) == "Chương I(Điều 1. Điều 2.)")
    #expect(body.last?.kind == .annex)
    #expect(body.last?.title?.text == "QUY CHẾ Quản lý kho tài liệu")
    #expect(body.last?.pages == [2, 2])
  }

  @Test("each annex is one, with its title and its own numbering")
  func annexes() {
    let second = Self.annex.replacing("Phụ lục II", with: "Phụ lục III")
    let pages = textPages([Self.dispatch, Self.annex, second].joined(separator: "\u{c}"))
    let annexes = parser.run(pages).body.filter { $0.kind == .annex }
    #expect(annexes.map(\.label) == ["Phụ lục II", "Phụ lục III"])
    #expect(annexes.map { $0.title?.text } == ["DANH MỤC NHIỆM VỤ", "DANH MỤC NHIỆM VỤ"])
    #expect(annexes.map { OutlineTests.outline($0.children) } == ["I.(1.)", "I.(1.)"])
  }

  @Test("the words of a cover sheet are in a cell")
  func coverWords() {
    let pages = textPages([Self.cover, Self.dispatch].joined(separator: "\u{c}"))
    let structure = parser.run(splitter.split(pages)[0])
    #expect(structure.pages == [1, 2])
    #expect(structure.cell(.rubble)?.text.hasPrefix("HỒ SƠ LƯU TRỮ") == true)
    #expect(structure.cell(.documentNumber)?.text == "Số: 12/SNV-TCCB")
  }
}
