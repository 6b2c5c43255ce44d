import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

/// Real communes stand here for what happened to them on 2025-07-01.
@Suite struct CommuneMergerTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  @Test(
    "says what a commune went into, where that is certain",
    arguments: [
      ("UBND HUYỆN SÓC SƠN\nUBND XÃ PHÙ LINH", "05 tháng 3 năm 2024", "xã Sóc Sơn"),
      // Issued since then: the name is today's.
      ("UBND XÃ SÓC SƠN", "05 tháng 8 năm 2025", nil),
      ("UBND HUYỆN SÓC SƠN\nUBND XÃ PHÙ LINH", "… tháng … năm ……", nil),
      // Several communes of the name in the province.
      ("UBND QUẬN GÒ VẤP\nUBND PHƯỜNG 5", "05 tháng 3 năm 2024", nil),
      ("UBND HUYỆN HOA SƠN\nUBND XÃ HOA ĐÔNG", "05 tháng 3 năm 2024", nil),
      ("UBND HUYỆN SÓC SƠN\nPHÒNG NỘI VỤ", "05 tháng 3 năm 2024", nil),
    ] as [(String, String, String?)])
  func successor(_ letterhead: String, _ date: String, _ expected: String?) {
    let issuer = reading.read(
      """
      \(letterhead)
      Số: 12/KH-UBND

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Phù Linh, ngày \(date)

      KẾ HOẠCH
      Trồng hoa
      """
    ).record.issuer
    #expect(issuer?.communeSince2025 == expected)
  }
}
