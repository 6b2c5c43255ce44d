import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

/// Bodies by their full names. Real provinces stand here for what happened to them in 2025.
@Suite struct IssuerTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  struct Case: Sendable {
    let superior: String
    let own: String
    let place: String
    let name: String
    let level: IssuingBody.Level?
    let province: String?
    let now: String?

    init(
      _ superior: String, _ own: String, _ place: String, _ name: String, _ level: IssuingBody.Level?,
      _ province: String?, _ now: String?
    ) {
      (self.superior, self.own, self.place, self.name) = (superior, own, place, name)
      (self.level, self.province, self.now) = (level, province, now)
    }
  }

  private static let cases = [
    Case(
      "UBND THÀNH PHỐ HẢI PHÒNG", "SỞ Y TẾ", "Hải Phòng", "Sở Y tế thành phố Hải Phòng", .province,
      "Hải Phòng", "Hải Phòng"),
    Case(
      "UBND TỈNH HẢI DƯƠNG", "SỞ NỘI VỤ", "Hải Dương", "Sở Nội vụ tỉnh Hải Dương", .province, "Hải Dương",
      "Hải Phòng"),
    Case(
      "", "UBND TỈNH HÀ GIANG", "Hà Giang", "Ủy ban nhân dân tỉnh Hà Giang", .province, "Hà Giang",
      "Tuyên Quang"),
    Case(
      "", "UNBD TỈNH HOA GIANG", "Hoa Giang", "Ủy ban nhân dân tỉnh Hoa Giang", .province, "Hoa Giang", nil),
    Case("", "BỘ NỘI VỤ", "Hà Nội", "Bộ Nội vụ", .central, nil, nil),
    Case("BỘ TÀI CHÍNH", "CỤC THUẾ", "Hà Nội", "Cục Thuế", .central, nil, nil),
    Case(
      "", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh",
      "Ủy ban nhân dân Thành phố Hồ Chí Minh", .province, "Hồ Chí Minh", "Hồ Chí Minh"),
    Case(
      "UBND HUYỆN SÓC SƠN", "PHÒNG NỘI VỤ", "Sóc Sơn", "Phòng Nội vụ huyện Sóc Sơn", .district, "Hà Nội",
      "Hà Nội"),
    Case(
      "SỞ Y TẾ TỈNH HOA GIANG", "BỆNH VIỆN ĐA KHOA HOA GIANG", "Hoa Giang", "Bệnh viện Đa khoa Hoa Giang",
      .unit, "Hoa Giang", nil),
    Case("", "UBND XÃ ĐỒNG VĂN HOA", "Đồng Văn Hoa", "Ủy ban nhân dân xã Đồng Văn Hoa", .commune, nil, nil),
    Case(
      "UBND TỈNH HOA GIANG", "SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Hoa Giang",
      "Sở Văn hoá, Thể thao và Du lịch tỉnh Hoa Giang", .province, "Hoa Giang", nil),
    Case(
      "UBND TỈNH HOA GIANG", "VĂN PHÒNG", "Hoa Giang", "Văn phòng Ủy ban nhân dân tỉnh Hoa Giang", .province,
      "Hoa Giang", nil),
    Case("", "CHÍNH PHỦ", "Hà Nội", "Chính phủ", .central, nil, nil),
  ]

  @Test("writes the issuer in full", arguments: cases)
  func issuer(_ test: Case) {
    let record = reading.read(
      """
      \(test.superior)
      \(test.own)
      Số: 12/KH-SNV

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      \(test.place), ngày 05 tháng 3 năm 2026

      KẾ HOẠCH
      Trồng hoa
      """
    ).record
    #expect(
      record.issuer
        == IssuingBody(
          name: test.name, level: test.level, province: test.province, provinceSince2025: test.now))
  }
}
