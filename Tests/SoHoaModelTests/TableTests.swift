import SoHoaModel
import Testing

@Suite struct TableTests {
  @Test(
    "line ends part words but for codes and compounds",
    arguments: [
      ("Nghị quyết số 57-", "NQ/TW", ""), ("số 30/2020/", "NĐ-CP", ""), ("ngày 01/7/", "2026", ""),
      ("kinh tế-", "xã hội", ""), ("số 57", "-NQ/TW", ""), ("ngày 05/", "10/2026", ""),
      ("Hà Nội -", "Hải Phòng", " "), ("Hà Nội", "- Hải Phòng", " "), ("các sở", "ngành", " "),
      ("Tổ chức", "-Sở Nội vụ", " "), ("cuối cùng./.", "Nơi", " "), ("(", "kèm", " "), ("", "Số", ""),
    ])
  func lineEnds(_ line: String, _ next: String, _ separator: String) {
    #expect(LineEnd.separator(after: line, before: next) == separator)
  }

  @Test("a passage of several lines is whole, word for word")
  func passages() {
    let lines = [["số", "57-"], ["NQ/TW", "ngày"], [], ["22/12/2024"]].map { $0.map(word) }
    let passage = Passage(lines: lines)
    #expect(passage.text == "số 57-NQ/TW ngày 22/12/2024")
    #expect(passage.words.count == 5)
  }

  private func word(_ text: String) -> Word {
    Word(id: ID(page: 1, index: 1), box: nil, observed: Reading(text: text, confidence: 1, stage: "test"))
  }

  /// A head over two columns, a row of two cells, the second of two lines.
  private var block: Block {
    let lines = ["Phân công", "1", "Sở Nội", "vụ"].enumerated().map { index, text in
      Line(
        id: ID(page: 1, index: index + 1), box: nil,
        words: text.split(separator: " ").map { word(String($0)) })
    }
    let cells = [
      TableCell(row: 0, column: 0, columnSpan: 2, box: nil, lines: [lines[0].id]),
      TableCell(row: 1, column: 0, box: nil, lines: [lines[1].id]),
      TableCell(row: 1, column: 1, box: nil, lines: [lines[2].id, lines[3].id]),
    ]
    return Block(
      id: ID(page: 1, index: 1), kind: .table, box: nil, lines: lines,
      table: Table(rows: 2, columns: 2, isRuled: true, cells: cells))
  }

  @Test("a grid has each cell where it begins")
  func grid() {
    #expect(block.grid == [["Phân công", ""], ["1", "Sở Nội vụ"]])
    #expect(block.lineRuns == [0..<1, 1..<2, 2..<4])
  }

  @Test("cells keep their lines when a page is numbered anew")
  func renumbering() {
    let before = Block(
      id: ID(page: 1, index: 9), box: nil, lines: [Line(id: ID(page: 1, index: 1), box: nil, words: [])])
    let page = Page(number: 1, origin: .recognised).replacingBlocks([before, block])
    #expect(
      page.blocks[1].table?.cells.map(\.lines)
        == [2..<3, 3..<4, 4..<6].map { $0.map { ID(page: 1, index: $0) } })
    #expect(page.blocks[1].grid == block.grid)
  }
}
