import Testing

@testable import SoHoaStructure

@Suite struct DrafterMarkTests {
  @Test(
    "reads initials and copies",
    arguments: [
      ("LTN.(65)", "LTN", 65), ("PL.(300).", "PL", 300), ("DV.14b", "DV", 14), ("DĐ.05b", "DĐ", 5),
      ("VVM (05 bản)", "VVM", 5), ("A.(3b)", "A", 3), ("TH, 20 bản", "TH", 20),
    ])
  func marks(_ text: String, _ initials: String, _ copies: Int) {
    #expect(DrafterMark(text)?.initials == initials)
    #expect(DrafterMark(text)?.copies == copies)
  }

  @Test(
    "anything else is none",
    arguments: [
      "VT", "NN&MT.", "QH15", "HD.12", "Lưu: VT", "Phòng (2)", "(65)", "12b", "KH.(a)", "ABCDEFG.(2)", "T14b",
      "",
    ])
  func none(_ text: String) { #expect(DrafterMark(text) == nil) }
}
