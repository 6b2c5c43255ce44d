import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct HeaderTests {
  let parser: StructureParser

  init() throws { parser = try StructureParser(dictionaries: dictionaries) }

  private static let body = """

    Căn cứ Luật Thử nghiệm ngày 01 tháng 02 năm 2026;
    Ủy ban nhân dân tỉnh Hoa Giang ban hành kế hoạch như sau.
    """

  @Test("cuts merged header lines by what they say")
  func mergedLines() {
    let structure = parser.run(
      textPages(
        """
        UBND TỈNH HOA GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
        Số: 12/KH-SNV Hoa Giang, ngày 05 tháng 3 năm 2026
        KẾ HOẠCH
        Tinh giản hồ sơ giấy
        của Sở Nội vụ năm 2026
        """ + Self.body))
    expect(
      structure,
      [
        .superiorBody: "UBND TỈNH HOA GIANG", .issuingBody: "SỞ NỘI VỤ", .documentNumber: "Số: 12/KH-SNV",
        .placeAndDate: "Hoa Giang, ngày 05 tháng 3 năm 2026", .documentKind: "KẾ HOẠCH",
        .title: "Tinh giản hồ sơ giấy của Sở Nội vụ năm 2026",
      ])
  }

  @Test("reads damaged forms")
  func damagedLines() {
    let structure = parser.run(
      textPages(
        """
        UBND TINH HOA GIANG CONG HOA XA HQI CHU NGHIA VlET NAM
        SO NOI VU Doc lap - Tw do - Hanh phiic
        S6:12/KH-SNV Hoa Giang, ngay 05 thang 3 nam 2026
        KE HOACH
        Tinh gian ho so
        """ + Self.body))
    expect(
      structure,
      [
        .superiorBody: "UBND TINH HOA GIANG", .issuingBody: "SO NOI VU", .documentNumber: "S6:12/KH-SNV",
        .placeAndDate: "Hoa Giang, ngay 05 thang 3 nam 2026", .documentKind: "KE HOACH",
      ])
  }

  @Test("parts columns by their gap, a dispatch with subject and addressees")
  func columns() {
    let page = scannedPage(
      """
      ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       TỈNH HOA GIANG                Độc lập - Tự do - Hạnh phúc
      Số:      /UBND-VX          Hoa Giang, ngày     tháng 3 năm 2026
      V/v mượn hội trường
       của thư viện tỉnh

                  Kính gửi:
                  - Thư viện tỉnh Hoa Giang;
                  - Sở Văn hóa và Thể thao.

          Ủy ban nhân dân tỉnh Hoa Giang nhận được đề nghị của Thư viện về việc
      mượn hội trường vào cuối năm và có ý kiến như sau, đề nghị các đơn vị biết và
      thực hiện đúng quy định của tỉnh về sử dụng tài sản công trong thời gian tới.
      """)
    let structure = parser.run([page])
    expect(
      structure,
      [
        .issuingBody: "ỦY BAN NHÂN DÂN TỈNH HOA GIANG", .documentNumber: "Số: /UBND-VX",
        .placeAndDate: "Hoa Giang, ngày tháng 3 năm 2026",
        .title: "V/v mượn hội trường của thư viện tỉnh",
        .addressees: "Kính gửi: - Thư viện tỉnh Hoa Giang; - Sở Văn hóa và Thể thao.",
      ])
    #expect(structure.cell(.superiorBody) == nil)
    #expect(structure.body.count == 1)
  }

  @Test(
    "a date that follows a number in running text is none of the header, though the header's own is ruined")
  func dateOfRunningText() {
    let structure = parser.run([
      scannedPage(
        """
        ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         TỈNH HOA GIANG                Độc lập - Tự do - Hạnh phúc
        Số: 12/KH-UBND           Hoa Giang, n5ày ~ - =+hắng 12 n;m 2026
                         KẾHOẠCH ®#X
                Triển khai vườn cây năm 2026

            Triển khai thực hiện Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2025
        của Chính phủ; Công văn số 2722/UBND-KTN ngày 13 tháng 8 năm 2025 của
        Ủy ban nhân dân thành phố về vườn cây, đề nghị các đơn vị biết và thực hiện
        """)
    ])
    #expect(structure.cell(.placeAndDate)?.text.contains("2025") != true)
    #expect(structure.cell(.documentNumber)?.text == "Số: 12/KH-UBND")
  }

  @Test("keeps the arrival stamp apart from the number")
  func arrivalStamp() {
    let structure = parser.run(
      textPages(
        """
        SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ĐẾN
        Số: 3471
        Ngày: 10/8/2026
        Số: 12/KH-SNV Hoa Giang, ngày 05 tháng 3 năm 2026
        KẾ HOẠCH
        Tinh giản hồ sơ
        """ + Self.body))
    #expect(structure.cell(.documentNumber)?.text == "Số: 12/KH-SNV")
    #expect(structure.cell(.arrivalStamp)?.text == "ĐẾN Số: 3471 Ngày: 10/8/2026")
  }

  @Test("reads the header of the Party")
  func party() {
    let structure = parser.run(
      textPages(
        """
        ĐẢNG BỘ TỈNH HOA GIANG ĐẢNG CỘNG SẢN VIỆT NAM
        BAN CHẤP HÀNH
        *
        Số 05-NQ/TU Hoa Giang, ngày 01 tháng 10 năm 2026

        NGHỊ QUYẾT
        về phát triển vườn cây

        I- TÌNH HÌNH
        """))
    expect(
      structure,
      [
        .superiorBody: "ĐẢNG BỘ TỈNH HOA GIANG", .issuingBody: "BAN CHẤP HÀNH",
        .documentNumber: "Số 05-NQ/TU", .documentKind: "NGHỊ QUYẾT", .title: "về phát triển vườn cây",
      ])
  }

  @Test("begins at the title where there is no header")
  func withoutHeader() {
    let structure = parser.run(
      textPages("KẾ HOẠCH\nChăm sóc vườn hoa\n\nI. MỤC ĐÍCH\n1. Mục đích\n- Cho đẹp."))
    expect(structure, [.documentKind: "KẾ HOẠCH", .title: "Chăm sóc vườn hoa"])
    #expect(structure.body.map(\.label) == ["I."])
  }

  private func expect(_ structure: DocumentStructure, _ cells: [CellKind: String]) {
    for (kind, text) in cells {
      #expect(structure.cells(kind).map(\.text).joined(separator: " | ") == text, "\(kind)")
    }
  }
}
