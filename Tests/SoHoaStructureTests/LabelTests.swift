import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct LabelTests {
  @Test(
    "reads Roman numerals as scanners spell them",
    arguments: [
      ("I", 1), ("IV", 4), ("XIX", 19), ("|", 1), ("ll", 2), ("Il", 2), ("1I1", 3), ("I11", 3), ("V1", 6),
      ("Vl", 6),
      ("H", 2), ("IX", 9), ("HH", 3), ("HII", 3), ("IH", 3),
    ])
  func roman(_ text: String, _ value: Int) {
    #expect(RomanNumeral.value(text)?.value == value)
  }

  @Test("knows what is no Roman numeral", arguments: ["IIII", "VX", "A", "", "IVI", "XL"])
  func notRoman(_ text: String) {
    #expect(RomanNumeral.value(text) == nil)
  }

  @Test("counts the letters of points with đ", arguments: zip("abcdđeghik", 1...10))
  func letters(_ letter: Character, _ ordinal: Int) {
    #expect(PointLetters.ordinal(letter) == ordinal)
  }

  @Test(
    "reads labels",
    arguments: [
      ("I. MỤC ĐÍCH", Node.Kind.romanHeading, "I."), ("II- NỘI DUNG", .romanHeading, "II-"),
      ("1. Mục đích", .numberHeading, "1."), ("1.2. Nội dung", .numberHeading, "1.2."),
      ("1.Mục đích", .numberHeading, "1."), ("a) Nội dung", .letterItem, "a)"),
      ("đ) Nội dung", .letterItem, "đ)"),
      ("- Quán triệt", .dash, "-"), ("-Lưu trữ", .dash, "-"), ("+ Hồ sơ", .plus, "+"),
      ("Điều 5. Hiệu lực", .article, "Điều 5."), ("Điều 12a. Hiệu lực", .article, "Điều 12a."),
      ("Chương II", .chapter, "Chương II"), ("Mục 3", .section, "Mục 3"),
      ("Phần thứ nhất", .part, "Phần thứ nhất"),
      ("PHỤ LỤC II", .annex, "Phụ lục II"), ("A. TÌNH HÌNH", .letterHeading, "A."),
    ])
  func labels(_ line: String, _ kind: Node.Kind, _ printed: String) {
    let readings = LabelReader.readings(of: segment(line))
    #expect(readings.contains { $0.kind == kind && $0.printed == printed })
  }

  @Test(
    "a line that merely begins with a number carries no label",
    arguments: [
      "2025 của Ủy ban nhân dân tỉnh", "500.000 đồng một người", "21/8/2025 của Sở", "12 tháng đầu năm",
      "Điều 5 của Luật này", "Mục tiêu chung", "Phần mềm kế toán",
    ])
  func noLabels(_ line: String) {
    let clean = LabelReader.readings(of: segment(line)).filter { $0.damage < 0.4 }
    #expect(clean.isEmpty, "\(clean)")
  }

  private func segment(_ line: String) -> Segment {
    Segment(words: textPages(line)[0].words, page: 1, row: 0)
  }
}
