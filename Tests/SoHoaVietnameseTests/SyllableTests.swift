import Testing

@testable import SoHoaVietnamese

@Suite("Syllables")
struct SyllableTests {
  @Test(
    "are taken apart",
    arguments: [
      ("nguyễn", "ng", "u", "yê", "n", Tone.tilde), ("Quốc", "q", "u", "ô", "c", .acute),
      ("giữ", "gi", "", "ư", "", .tilde), ("gìn", "g", "", "i", "n", .grave),
      ("hòa", "h", "o", "a", "", .grave),
      ("hoà", "h", "o", "a", "", .grave), ("ương", "", "", "ươ", "ng", .level),
      ("nghĩa", "ngh", "", "ia", "", .tilde),
    ])
  func parts(_ row: (String, String, String, String, String, Tone)) throws {
    let syllable = try #require(Syllable(row.0))
    #expect(
      [syllable.onset, syllable.glide, syllable.nucleus, syllable.coda] == [row.1, row.2, row.3, row.4])
    #expect(syllable.tone == row.5)
  }

  @Test(
    "that cannot be are refused",
    arguments: ["cầp", "quổc", "ngiệp", "kông", "dugc", "céac", "ndam", "b", "57"])
  func refused(_ text: String) {
    #expect(Syllable(text) == nil)
  }

  @Test(
    "are written in both styles",
    arguments: [
      ("hòa", "hòa", "hoà"), ("thuỷ", "thủy", "thuỷ"), ("quý", "quý", "quý"), ("toàn", "toàn", "toàn"),
      ("khoẻ", "khỏe", "khoẻ"), ("mía", "mía", "mía"), ("tuấn", "tuấn", "tuấn"), ("được", "được", "được"),
    ])
  func styles(_ row: (String, String, String)) throws {
    let syllable = try #require(Syllable(row.0))
    #expect(syllable.text(.old) == row.1)
    #expect(syllable.text(.new) == row.2)
  }

  @Test("show the style of a text")
  func detected() {
    #expect(ToneStyle.detected(in: "Hòa bình, ủy ban") == .old)
    #expect(ToneStyle.detected(in: "Hoà bình, uỷ ban, hòa") == .new)
    #expect(ToneStyle.detected(in: "Quý toàn") == nil)
  }

  @Test(
    "fold for searching",
    arguments: [
      ("Đặng Thuỷ", "dang thuy"), ("UBND", "ubnd"), ("Điều 5.", "dieu 5."), ("ngày ĐẦU", "ngay dau"),
      ("e\u{323}\u{302}", "e"), ("Café", "cafe"),
    ])
  func folded(_ row: (String, String)) {
    #expect(searchFold(row.0) == row.1)
  }
}
