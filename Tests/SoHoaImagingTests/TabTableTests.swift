import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct TabTableTests {
  private func page(_ text: String) -> Page { TextPage.page(TextPage.lines(text), number: 1) }

  @Test("lines with the same tabs are a table; empty cells keep their place")
  func table() {
    let page = page("Lời dẫn\nTT\tNội dung\tThời hạn\n1\tTrồng hoa\t\n2\t\tHằng năm\nLời kết")
    #expect(page.blocks.map(\.kind) == [.text, .table, .text])
    #expect(
      page.blocks[1].grid == [
        ["TT", "Nội dung", "Thời hạn"], ["1", "Trồng hoa", ""], ["2", "", "Hằng năm"],
      ])
    #expect(
      page.words.map(\.text).joined(separator: " ").hasPrefix("Lời dẫn TT Nội dung Thời hạn 1 Trồng hoa 2"))
  }

  @Test(
    "two columns, a lone line and indents are no table",
    arguments: ["SỞ A\tCỘNG HÒA\nSố: 1\tHà Nội", "a\tb\tc", "\t\ta\n\t\tb", "a\tb\tc\n\nd\te\tf"])
  func none(_ text: String) { #expect(page(text).blocks.allSatisfy { $0.kind == .text }) }
}
