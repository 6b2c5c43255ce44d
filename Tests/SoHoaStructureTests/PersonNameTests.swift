import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct PersonNameTests {
  let names: PersonNames

  init() throws { names = try PersonNames(dictionaries) }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test(
    "names of one word have a mark that only they have",
    arguments: [
      ("K'Brễu", true), ("H'Hương", true), ("Đại tá K'Brễu", true), ("Ông K'Brễu", true), ("Brễu", false),
      ("H'", false), ("Sáu", false), ("K'", false),
    ])
  func oneWord(_ text: String, _ isName: Bool) {
    #expect((names.likelihood(words(text)) != nil) == isName)
  }

  @Test(
    "parts names that stand side by side",
    arguments: [
      ("Cao Đình Diệp Lương Trọng Sương", [3]),
      ("Cao Đình Diệp Lương Trọng Sương Nguyễn Văn Bảy", [3, 6]),
      ("Cao Đình Diệp Y Blơm Niê K'Brễu", [3, 6]),
      ("Trần Văn Thử H'Vi Êban", [3]),
      ("Lê An Võ Thế Ngà", [2]),
    ])
  func sideBySide(_ text: String, _ starts: [Int]) {
    #expect(names.starts(of: starts.count + 1, in: words(text)) == starts)
  }

  @Test("what is no row of names is none", arguments: ["Nguyễn Thị Kim Thảo", "Các phòng thuộc Sở Y tế"])
  func none(_ text: String) { #expect(names.starts(of: 3, in: words(text)) == nil) }
}
