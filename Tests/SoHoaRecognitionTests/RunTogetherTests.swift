import Testing

@testable import SoHoaRecognition

/// Words of a date line that the engine ran together with what is filled in.
@Suite struct RunTogetherTests {
  private func parts(_ text: String) -> [String] {
    let letters = text.enumerated().map { index, letter in
      RunTogether.Letter(text: String(letter), left: 10 * index, right: 10 * index + 9)
    }
    return RunTogether.parts(letters).map { $0.map(\.text).joined() }
  }

  @Test(
    "words of the form are set apart from what stands between them",
    arguments: [
      ("ngày..22..tháng⁄“năm", ["ngày", "..22..", "tháng", "⁄“", "năm"]),
      ("ngày2Ktháng", ["ngày", "2K", "tháng"]),
      ("05....tháng...Ø1..năm", ["05....", "tháng", "...Ø1..", "năm"]), ("thángDZ3*", ["tháng", "DZ3*"]),
      ("ngàyO@thángZ®năm", ["ngày", "O@", "tháng", "Z®", "năm"]), ("tháng2Znăm", ["tháng", "2Z", "năm"]),
      ("..5..năm2026", ["..5..", "năm", "2026"]), ("ngàytháng", ["ngày", "tháng"]),
      ("‹Ÿ/2026/TT-BDS", ["‹Ÿ", "/2026/TT-BDS"]), ("Ÿ/KH-TA", ["Ÿ", "/KH-TA"]),
      (".....32.../KH-SCT", [".....32...", "/KH-SCT"]),
    ])
  func apart(_ text: String, _ parts: [String]) { #expect(self.parts(text) == parts) }

  @Test(
    "other words stay whole",
    arguments: [
      "tháng,", "tháng...", "ngày/đêm", "tháng/năm", "hằngnăm", "namnữ12", "nămthứ2a", "(ngày)", "Thànhphố",
      "2024", "",
    ])
  func whole(_ text: String) { #expect(parts(text).joined(separator: "|") == text) }

  @Test func columnsAreThoseOfTheLetters() throws {
    let letters = "ngày7tháng".enumerated().map { index, letter in
      RunTogether.Letter(text: String(letter), left: 10 * index, right: 10 * index + 9)
    }
    let parts = RunTogether.parts(letters)
    try #require(parts.count == 3)
    #expect(parts[1].first?.left == 40 && parts[1].last?.right == 49 && parts[2].first?.left == 50)
  }

  @Test("letters are only looked at where there may be such words")
  func mayBe() {
    let cases: [(String, Double, Bool)] = [
      ("ngày..2..tháng", 0.6, true), ("ngày..2..tháng", 0.9, false), ("ngày", 0.1, false),
      ("nghiêng2", 0.1, false), ("Ÿ/KH-TA", 0.9, true), ("Ÿ/KH-TA", 0.97, false), ("16/KH-TA", 0.5, false),
    ]
    for (text, confidence, isIt) in cases {
      #expect(RunTogether.mayBe(text, confidence: confidence) == isIt, "\(text)")
    }
  }
}
