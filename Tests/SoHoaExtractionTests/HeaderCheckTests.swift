import Foundation
import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct HeaderCheckTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private static let checks: Set = [
    "symbol.kind", "symbol.issuer", "place.issuer", "number.annex", "date.annex", "date.order",
  ]

  private func codes(_ extraction: Extraction) -> [String] {
    extraction.findings.map(\.code).filter(Self.checks.contains)
  }

  private static let annex = "Nơi nhận:\n- Lưu: VT.\n\nPHỤ LỤC\n"

  @Test("a sound document has no such finding")
  func sound() {
    let extraction = reading.plan(
      body: "Căn cứ Quyết định số 15/QĐ-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh;",
      closing: Self.annex + "(Kèm theo Kế hoạch số 12/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)\nHoa cúc"
    )
    #expect(codes(extraction).isEmpty)
    #expect(extraction.record.references.map(\.number.full) == ["15/QĐ-UBND"])
  }

  @Test(
    "the symbol against kind and issuer",
    arguments: [
      ("Số: 12/QĐ-SNV", ["symbol.kind"]), ("Số: 12/KH-SYT", ["symbol.issuer"]),
      ("Số: 12/KH-UBND", ["symbol.issuer"]),
      ("Số: 12/KH-SNV", []), ("Số: 12/KH-BCĐ", []),
    ])
  func symbol(_ line: String, _ expected: [String]) {
    #expect(codes(reading.plan(number: line)) == expected)
  }

  @Test("the number and the date against those that annexes repeat")
  func annexes() {
    let other = reading.plan(
      closing: Self.annex + "(Kèm theo Kế hoạch số 13/KH-SNV ngày 06 tháng 3 năm 2026 của Sở Nội vụ)\nHoa cúc"
    )
    #expect(Set(codes(other)) == ["number.annex", "date.annex"])
    #expect(other.record.number?.value?.full == "12/KH-SNV")
  }

  @Test("a blank number stays blank; what an annex says is a proposal")
  func blankNumber() {
    let extraction = reading.plan(
      number: "Số:      /KH-SNV",
      closing: Self.annex + "(Kèm theo Kế hoạch số 45/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)\nHoa cúc"
    )
    #expect(extraction.record.number?.value?.number == nil)
    #expect(extraction.record.number?.alternatives.first?.full == "45/KH-SNV")
  }

  @Test("nothing is issued by a later act")
  func order() {
    let later = "Căn cứ Quyết định số 15/QĐ-UBND ngày 05/4/2026 của Ủy ban nhân dân tỉnh;"
    #expect(codes(reading.plan(body: later)) == ["date.order"])
  }

  @Test("the place against the issuer")
  func place() {
    let text = """
      UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
      Số: 12/KH-SNV PLACE, ngày 05 tháng 3 năm 2026
      KẾ HOẠCH
      Trồng hoa
      """
    for (place, expected) in [
      ("Lào Cai", []), ("Yên Bái", []), ("Cà Mau", ["place.issuer"]), ("Hoa Ngàn", []),
    ] {
      #expect(
        codes(reading.read(text.replacingOccurrences(of: "PLACE", with: place))) == expected, "\(place)")
    }
  }
}
