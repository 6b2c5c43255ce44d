import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

/// Cities that no gazetteer knows, and committees of the Party: level and province only on evidence.
@Suite struct CityTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private static let cases:
    [(letterhead: String, date: String, level: IssuingBody.Level?, province: String?)] = [
      ("UBND THÀNH PHỐ HOA GIANG", "05 tháng 3 năm 2026", .province, "Hoa Giang"),
      ("UBND THÀNH PHỐ HOA GIANG", "05 tháng 3 năm 2024", .district, nil),
      ("UBND THÀNH PHỐ HOA GIANG\nSỞ Y TẾ", "05 tháng 3 năm 2024", .province, "Hoa Giang"),
      ("UBND TỈNH LAN SƠN\nUBND THÀNH PHỐ HOA GIANG", "05 tháng 3 năm 2024", .district, "Lan Sơn"),
      ("UBND THÀNH PHỐ HẢI PHÒNG", "05 tháng 3 năm 2024", .province, "Hải Phòng"),
      ("UBND THÀNH PHỐ HOA GIANG", "… tháng … năm ……", nil, nil),
      ("TỈNH ỦY HOA GIANG\nBAN TỔ CHỨC", "05 tháng 3 năm 2024", .province, "Hoa Giang"),
      ("THÀNH UỶ HOA GIANG\nVĂN PHÒNG", "05 tháng 3 năm 2026", .province, "Hoa Giang"),
    ]

  @Test("ranks a city by its letterhead and date", arguments: cases)
  func city(
    _ test: (letterhead: String, date: String, level: IssuingBody.Level?, province: String?)
  ) {
    let issuer = reading.read(
      """
      \(test.letterhead)
      Số: 12/KH-SNV

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Hoa Giang, ngày \(test.date)

      KẾ HOẠCH
      Trồng hoa
      """
    ).record.issuer
    #expect(issuer?.level == test.level)
    #expect(issuer?.province == test.province)
  }
}
