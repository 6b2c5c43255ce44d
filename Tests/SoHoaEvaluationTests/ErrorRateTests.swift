import Testing

@testable import SoHoaEvaluation

@Suite struct ErrorRateTests {
  @Test(
    "counts syllable errors over the whole text",
    arguments: [
      ("Kế hoạch này", "Kế hoạch này", 0, 3),
      ("Kế hoạch này", "Ke hoạch này", 1, 3),
      ("Kế hoạch này", "Kế hoạch", 1, 3),
      ("Kế hoạch", "Kế hoạch rất dài", 2, 2),
      ("Kế\nhoạch", "Kế   hoạch", 0, 2),
      ("", "Kế", 1, 0),
      ("Ủy ban hòa giải", "Uỷ ban hoà giải", 0, 4),
      ("“Đề án” – 1", "\"Đề án\" - 1", 0, 4),
    ])
  func syllables(_ truth: String, _ result: String, errors: Int, total: Int) {
    let rate = TruthText(truth).syllableErrors(in: result, comparison: .exact)
    #expect(rate == ErrorRate(errors: errors, total: total))
  }

  @Test(
    "takes any of the readings between braces",
    arguments: [
      ("năm {hàng|hằng} năm", "năm hằng năm", 0),
      ("năm {hàng|hằng} năm", "năm hang năm", 1),
      ("{Số: 16/KH|Số:16/KH} ngày", "Số:16/KH ngày", 0),
      ("{Số: 16/KH|Số:16/KH} ngày", "Số: 16/KH ngày", 0),
      ("a {b|} c", "a c", 0),
      ("x{a|b}y", "xby", 0),
    ])
  func alternatives(_ truth: String, _ result: String, errors: Int) {
    #expect(TruthText(truth).syllableErrors(in: result, comparison: .exact).errors == errors)
  }

  @Test func isBlindToMarksWhenAsked() {
    let rate = TruthText("Điều 5. Ủy ban").syllableErrors(in: "Dieu 5. Uy ban", comparison: .markBlind)
    #expect(rate.errors == 0)
    let exact = TruthText("Điều 5. Ủy ban").syllableErrors(in: "Dieu 5. Uy ban", comparison: .exact)
    #expect(exact.errors == 2)
  }

  @Test func countsCharacters() {
    let rate = TruthText("số 57").characterErrors(in: "s6 57", comparison: .exact)
    #expect(rate.errors == 1)
    #expect(rate.total == 6)
    #expect(rate.rate == 1.0 / 6)
  }
}
