import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

/// A new document in the middle of a page of text.
@Suite struct PageCutterTests {
  let splitter: DocumentSplitter

  init() throws { splitter = try DocumentSplitter(dictionaries: dictionaries) }

  private static let first = """
    UBND TỈNH HOA GIANG    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ    Độc lập - Tự do - Hạnh phúc
    Số: 12/SNV-VP    Hoa Giang, ngày 05 tháng 3 năm 2026

    Đề nghị các phòng trồng hoa./.

    Nơi nhận:    GIÁM ĐỐC
    - Như trên;
    - Lưu: VT.    Trần Văn Thử
    """

  @Test(
    "begins with the letterhead behind a closing",
    arguments: [
      (
        "UBND TỈNH HOA GIANG    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ    Độc lập - Tự do - Hạnh phúc\nSố: 13/SNV-VP    Hoa Giang, ngày 06 tháng 3 năm 2026",
        "UBND TỈNH HOA GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
      ),
      (
        "UBND TỈNH HOA GIANG\nSỞ NỘI VỤ\nSố: 13/SNV-VP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHoa Giang, ngày 06 tháng 3 năm 2026",
        "UBND TỈNH HOA GIANG"
      ),
      (
        "TỈNH ỦY HOA GIANG    ĐẢNG CỘNG SẢN VIỆT NAM\n*    Hoa Giang, ngày 06 tháng 3 năm 2026\nSố 13-CV/TU",
        "TỈNH ỦY HOA GIANG ĐẢNG CỘNG SẢN VIỆT NAM"
      ),
    ])
  func cuts(_ header: String, _ firstLine: String) {
    let pages = textPages(
      Self.first + "\n\n" + header + "\n\nĐề nghị các phòng tưới hoa./.\n\nTRƯỞNG PHÒNG\nLê Thị Mẫu")
    let documents = splitter.split(pages)
    #expect(documents.map(\.numbers) == [[1], [1]])
    #expect(documents.last?.pages.first?.lines.first?.text == firstLine)
    let words = documents.flatMap { $0.pages.flatMap(\.words) }.map(\.id)
    #expect(words == pages.flatMap(\.words).map(\.id))
  }

  @Test("goes on over the page's end")
  func overPages() {
    let header =
      "UBND TỈNH HOA GIANG    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ    Độc lập - Tự do - Hạnh phúc\nSố: 13/SNV-VP    Hoa Giang, ngày 06 tháng 3 năm 2026"
    let documents = splitter.split(textPages(Self.first + "\n\n" + header + "\n\u{0C}Đề nghị tưới hoa./."))
    #expect(documents.map(\.numbers) == [[1], [1, 2]])
  }

  @Test(
    "annexes and what is quoted stay",
    arguments: [
      "UBND TỈNH HOA GIANG    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ    Độc lập - Tự do - Hạnh phúc\n\nQUY CHẾ\nTrồng hoa\n(Ban hành kèm theo Quyết định số 12/QĐ-SNV ngày 05 tháng 3 năm 2026)",
      "PHỤ LỤC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: ... /GM-SNV",
      "Mẫu số 01\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ",
    ])
  func stays(_ behind: String) {
    #expect(splitter.split(textPages(Self.first + "\n\n" + behind)).count == 1)
  }
}
