import SoHoaModel
import SoHoaStructure
import TestPages
import Testing

@Suite struct PageFurnitureTests {
  private func kinds(_ text: String) -> [[Block.Kind]] {
    PageFurniture().mark(textPages(text)).map { $0.blocks.map(\.kind) }
  }

  @Test("page numbers are blocks of their own; numbers in the text stay")
  func pageNumbers() {
    let pages = PageFurniture().mark(textPages("Một\nhai\u{c}2\nba\nbốn\u{c}năm\n17\nsáu\nbảy\n- 3 -"))
    #expect(pages.map { $0.blocks.map(\.kind) } == [[.text], [.pageNumber, .text], [.text, .pageNumber]])
    #expect(pages[2].blocks[0].lines.map(\.text) == ["năm", "17", "sáu", "bảy"])
    #expect(pages.flatMap { $0.blocks.map(\.id.index) } == [1, 1, 2, 1, 2])
  }

  @Test("lines that recur at the top or the bottom of most pages are furniture, others not")
  func runningLines() {
    let page = { (number: Int) in
      "UBND XÃ NÀ LẾCH\ndòng \(number) một\nba bốn\nnăm sáu\nTrang \(number) trên 9 kế hoạch"
    }
    #expect(
      kinds([1, 2, 3].map { page($0) }.joined(separator: "\u{c}"))
        == Array(repeating: [.header, .text, .footer], count: 3))
    #expect(kinds(page(1) + "\u{c}" + page(2)) == [[.text], [.text]])
  }

  @Test("marking twice changes nothing")
  func idempotent() {
    let once = PageFurniture().mark(textPages("Một\u{c}2\nba"))
    #expect(PageFurniture().mark(once) == once)
  }

  @Test("a number in a table is no page number")
  func tables() {
    var pages = textPages("Một\u{c}2\nba")
    pages[1].blocks[0].kind = .table
    #expect(PageFurniture().mark(pages)[1].blocks.map(\.kind) == [.table])
  }
}

@Suite struct TableLinkTests {
  /// A page that holds nothing but a table; column edges in pixels of a page 1000 wide.
  private func page(_ number: Int, _ edges: [Int], _ rows: [[String]], isRuled: Bool = true) -> Page {
    var builder = PageBuilder(page: number)
    var cells: [TableCell] = []
    var count = 0
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let box = BoundingBox(
          left: edges[column], top: 50 * row, right: edges[column + 1], bottom: 50 * row + 50)
        count += 1
        cells.append(TableCell(row: row, column: column, box: box, lines: [ID(page: number, index: count)]))
        builder.addLine(words: text.split(separator: " ").map { .init(String($0), box: box) })
      }
    }
    var block = builder.blocks(stage: "test")[0]
    block.kind = .table
    block.table = Table(rows: rows.count, columns: edges.count - 1, isRuled: isRuled, cells: cells)
    return Page(number: number, origin: .recognised, width: 1000, height: 1400, blocks: [block])
  }

  private let head = ["Nội dung", "Chủ trì"]

  @Test("a table goes on with the same columns; its repeated head is counted, as well as it was read")
  func links() {
    let pages = TableLinks().link([
      page(1, [100, 500, 900], [head, ["Một", "Sở A"]]),
      page(2, [105, 503, 908], [["Nôi dung", "Chủ trì"], ["Hai", "Sở B"]]),
      page(3, [100, 500, 900], [["Ba", "Sở C"]]),
    ])
    #expect(pages.map { $0.blocks[0].table?.continues?.description } == [nil, "1:1", "2:1"])
    #expect(pages.map { $0.blocks[0].table?.repeatedRows } == [0, 1, 0])
  }

  @Test("other columns, or other rules, are another table")
  func others() {
    let first = page(1, [100, 500, 900], [head, ["Một", "Sở A"]])
    for other in [
      page(2, [100, 400, 900], [head, ["Hai", "Sở B"]]), page(2, [100, 500, 700, 900], [["a", "b", "c"]]),
      page(2, [100, 500, 900], [head, ["Hai", "Sở B"]], isRuled: false),
    ] {
      #expect(TableLinks().link([first, other])[1].blocks[0].table?.continues == nil)
    }
  }
}
