import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

private func tokens(_ text: String) -> TokenText { TokenText(textPages(text)[0].words) }

@Suite struct SymbolGrammarTests {
  @Test(
    "reads number and symbol",
    arguments: [
      ("167/KH-SNV", "167", "KH-SNV", "167/KH-SNV"), ("57-NQ/TW", "57", "NQ/TW", "57-NQ/TW"),
      ("57- NQ/TW", "57", "NQ/TW", "57-NQ/TW"), ("30/2020/NĐ-CP", "30", "2020/NĐ-CP", "30/2020/NĐ-CP"),
      ("202/2025/QH15", "202", "2025/QH15", "202/2025/QH15"),
      ("12a/QĐ-UBND", "12a", "QĐ-UBND", "12a/QĐ-UBND"),
      ("15 /QĐ-BNV", "15", "QĐ-BNV", "15/QĐ-BNV"), ("1744/QĐ- BGTVT", "1744", "QĐ-BGTVT", "1744/QĐ-BGTVT"),
      ("20/2020/QĐ-TTg", "20", "2020/QĐ-TTg", "20/2020/QĐ-TTg"),
      ("05/CTr-UBND", "05", "CTr-UBND", "05/CTr-UBND"),
      ("01/2019/TTLT-BCA-BQP", "01", "2019/TTLT-BCA-BQP", "01/2019/TTLT-BCA-BQP"),
    ])
  func reads(_ text: String, _ number: String, _ symbol: String, _ full: String) {
    let match = SymbolGrammar().match(tokens(text), at: 0)
    #expect(match?.number == number)
    #expect(match?.symbol == symbol)
    #expect(match?.full == full)
  }

  @Test(
    "takes dates, fractions and amounts for no symbol",
    arguments: [
      "22/12/2024", "3/4 số đại biểu", "24/24 giờ", "500.000 đồng", "5 - 7 người", "12 tháng", "1/2",
      "6/14 khoa",
    ])
  func rejects(_ text: String) {
    #expect(SymbolGrammar().match(tokens(text), at: 0) == nil)
  }
}

@Suite struct DateGrammarTests {
  @Test(
    "reads dates and periods",
    arguments: [
      ("ngày 21 tháng 8 năm 2026", "2026-08-21"), ("ngày 21/8/2026", "2026-08-21"),
      ("21/8/2026", "2026-08-21"),
      ("20-7-2021", "2021-07-20"), ("21.8.2026", "2026-08-21"), ("ngày 05/12 hằng năm", "--12-05"),
      ("ngày 31 tháng 12 hằng năm", "--12-31"), ("ngày 25 hằng tháng", "---25"), ("tháng 9/2026", "2026-09"),
      ("tháng 9 năm 2026", "2026-09"), ("quý III/2026", "2026-07/2026-09"),
      ("quý 3 năm 2026", "2026-07/2026-09"),
      ("giai đoạn 2021 - 2025", "2021/2025"), ("năm học 2026 - 2027", "2026/2027"), ("năm 2030", "2030"),
      ("6 tháng đầu năm 2026", "2026-01/2026-06"), ("9 tháng đầu năm 2026", "2026-01/2026-09"),
    ])
  func reads(_ text: String, _ edtf: String) {
    #expect(DateGrammar().match(tokens(text), at: 0)?.edtf == edtf)
  }

  @Test(
    "sees that a date is impossible",
    arguments: ["ngày 31/02/2026", "ngày 30 tháng 2 năm 2024", "32/1/2026", "1/13/2026"])
  func impossible(_ text: String) {
    #expect(DateGrammar().match(tokens(text), at: 0)?.isPossible == false)
  }

  @Test("marks supposed digits", arguments: ["ngày l2/8/2026", "ngày O5 tháng 8 năm 2026"])
  func damaged(_ text: String) {
    #expect(DateGrammar().match(tokens(text), at: 0)?.isDamaged == true)
  }

  @Test(
    "takes codes, sections and amounts for no date",
    arguments: ["21/8/2026/TT-BNV", "1.2.3", "2.318 hồ sơ", "ngày mai", "tháng sau"])
  func rejects(_ text: String) {
    #expect(DateGrammar().match(tokens(text), at: 0) == nil)
  }

  @Test("prints what it parses", arguments: 0..<60)
  func roundTrip(seed: Int) {
    let date = CalendarDate(year: 1990 + seed, month: seed % 12 + 1, day: seed % 28 + 1)
    let text = "ngày \(date.day!) tháng \(date.month!) năm \(date.year!)"
    #expect(DateGrammar().match(tokens(text), at: 0)?.start == date)
  }
}
