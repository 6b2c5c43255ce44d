import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

/// The name of the kind and the lines of the title, beside and between what misleads.
@Suite struct TitleTests {
  private func cells(_ pages: [Page], _ kind: CellKind) throws -> [String] {
    let parser = try StructureParser(dictionaries: dictionaries)
    return parser.run(pages).cells.filter { $0.kind == kind }.flatMap(\.lines).map(\.text)
  }

  private static let letterhead = """
    ỦY BAN NHÂN DÂN
    TỈNH HOA GIANG
    Số: 15/CT-UBND

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Hoa Giang, ngày 05 tháng 3 năm 2026

    """

  @Test(
    "takes the lines of the title, and what opens the body not",
    arguments: [
      ("Về việc đón Tết\nNhâm Dần đầm ấm", ["Về việc đón Tết", "Nhâm Dần đầm ấm"]),
      ("Về việc đón Tết\nNhằm bảo đảm Tết đầm ấm, các xã trực.", ["Về việc đón Tết"]),
      ("CHI PHÍ ĐÓN TẾT\nNgày 05/3/2026, tỉnh đã họp.", ["CHI PHÍ ĐÓN TẾT"]),
    ])
  func title(_ lines: String, _ title: [String]) throws {
    let pages = textPages(Self.letterhead + "\nCHỈ THỊ\n\(lines)\n\n1. Các xã trực Tết.")
    #expect(try cells(pages, .documentKind) == ["CHỈ THỊ"])
    #expect(try cells(pages, .title) == title)
  }

  @Test("a kind in the middle of the page is no part of the left column, though a stamp widens the page")
  func kindBesideStamp() throws {
    let page = scannedPage(
      """
                  ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                  TỈNH HOA GIANG                      Độc lập - Tự do - Hạnh phúc
                  Số: 15/CT-UBND                  Hoa Giang, ngày 05 tháng 3 năm 2026

                                         CHỈ THỊ
                               Về việc đón Tết đầm ấm

      ĐẾN         Tết năm nay đến sớm, các xã và phường lo cho người dân đón Tết
              cho đầm ấm, không để một hộ nào thiếu Tết, và trực đủ trong các ngày.
      """)
    #expect(try cells([page], .documentKind) == ["CHỈ THỊ"])
    #expect(try cells([page], .title) == ["Về việc đón Tết đầm ấm"])
  }
}
