import SoHoaModel
import Testing

@Suite struct PageSelectionTests {
  @Test(
    "takes pages and ranges",
    arguments: [
      ("1", [1]), ("1-3", [1, 2, 3]), ("2,4", [2, 4]), ("1-2,5-end", [1, 2, 5, 6]), ("5-", [5, 6]),
      (" 1 - 2 ", [1, 2]),
    ])
  func contains(_ text: String, pages: [Int]) throws {
    let selection = try #require(PageSelection(text))
    #expect((1...6).filter(selection.contains) == pages)
  }

  @Test("refuses what is no selection", arguments: ["", "0", "3-1", "a", "1,,2", "1-2-3", "-2"])
  func refuses(_ text: String) {
    #expect(PageSelection(text) == nil)
  }
}
