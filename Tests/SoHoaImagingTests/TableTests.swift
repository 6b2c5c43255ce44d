import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct TableTests {
  private func prepared(_ name: String, page: Int = 1) throws -> PreparedPage? {
    try InputFile(contentsOf: Fixture.scan(name)).page(page).raster.map { PagePreparer().run($0, page: page) }
  }

  @Test(
    "finds tables, ruled, worn and without rules, with their rows and columns",
    arguments: [
      ("plan-table.clean.pdf", 1, true, 11, 5), ("plan-table.clean.pdf", 2, true, 8, 5),
      ("plan-table.scan.pdf", 1, true, 11, 5), ("plan-table.scan.pdf", 2, true, 8, 5),
      ("plan-table.copy.tif", 1, true, 11, 5), ("plan-table.copy.tif", 2, true, 8, 5),
      ("report-table.clean.pdf", 1, true, 7, 6), ("report-table.scan.pdf", 1, true, 7, 6),
      ("notice-columns.clean.png", 1, false, 8, 4), ("notice-columns.scan.jpg", 1, false, 8, 4),
      ("notice-columns.copy.png", 1, false, 8, 4),
    ])
  func finds(_ name: String, _ page: Int, _ isRuled: Bool, _ rows: Int, _ columns: Int) throws {
    let tables = try #require(try prepared(name, page: page)).tables
    #expect(tables.map(\.isRuled) == [isRuled])
    #expect(tables.map(\.rows) == [rows])
    #expect(tables.map(\.columns) == [columns])
  }

  @Test("spanning cells are one")
  func spans() throws {
    let table = try #require(try prepared("plan-table.scan.pdf")?.tables.first)
    let spanning = table.cells.filter { $0.rowSpan * $0.columnSpan > 1 }
    let head = spanning.prefix(4).map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
    #expect(head == [[0, 0, 2, 1], [0, 1, 2, 1], [0, 2, 1, 2], [0, 4, 2, 1]])
    #expect(spanning.dropFirst(4).map(\.columnSpan) == [5, 5, 5])
    #expect(table.cells.map { $0.rowSpan * $0.columnSpan }.reduce(0, +) == table.rows * table.columns)
  }

  @Test("cells are read one by one, row by row; what is above and below in between")
  func regions() throws {
    let page = try #require(try prepared("report-table.clean.pdf"))
    let cells = page.regions.compactMap { region -> Int? in
      if case .cell(_, let cell) = region.role { cell } else { nil }
    }
    #expect(cells == cells.sorted() && cells.count == 41)
    #expect(page.regions.first?.role == .text && page.regions.last?.role == .text)
  }

  @Test("no page without a table gets one")
  func falseTables() throws {
    let scans = try FileManager.default.contentsOfDirectory(
      at: Fixture.folder.appending(path: "scans"), includingPropertiesForKeys: nil)
    var pages = 0
    for scan in scans where !scan.lastPathComponent.hasTables {
      let file = try InputFile(contentsOf: scan)
      for number in file.pageNumbers {
        switch file.page(number).content {
        case .picture(let raster):
          #expect(PagePreparer().run(raster, page: number).tables == [], "\(scan) \(number)")
        case .words(let page): #expect(page.blocks.allSatisfy { $0.table == nil }, "\(scan) \(number)")
        case .unreadable: Issue.record("\(scan) \(number)")
        }
        pages += 1
      }
    }
    #expect(pages > 40)
  }

  @Test("tables of a text layer get their cells")
  func textLayer() throws {
    let file = try InputFile(contentsOf: Fixture.scan("plan-table.digital.pdf"))
    let page = try #require(file.page(1).words)
    let block = try #require(page.blocks.first { $0.kind == .table })
    let grid = try #require(block.grid)
    #expect(grid.count == 11 && block.table?.columns == 5)
    #expect(grid[0] == ["TT", "Nội dung nhiệm vụ", "Cơ quan thực hiện", "", "Thời hạn"])
    #expect(grid[2][0] == "I. HOÀN THIỆN VĂN BẢN, TUYÊN TRUYỀN")
    #expect(
      grid[5].suffix(4) == [
        "Tổ chức 05 hội nghị tập huấn cho công chức làm việc tại bộ phận một cửa", "Sở Nội vụ",
        "UBND các xã, phường", "Trong quý II/2026",
      ])
    let words = page.blocks.flatMap(\.lines).flatMap(\.words).map(\.id)
    #expect(Set(words).count == words.count)
  }

  @Test("rules are taken out of the picture, the letters stay")
  func rulesGo() throws {
    let raster = try #require(InputFile(contentsOf: Fixture.scan("plan-table.clean.pdf")).page(1).raster)
    let without = PagePreparer().run(raster, page: 1).picture
    let with = PagePreparer(settings: PrepareSettings(findsTables: false)).run(raster, page: 1).picture
    #expect(longestRun(with) > 1000)
    #expect(longestRun(without) < 60)
    #expect(darkPixels(without) > darkPixels(with) * 6 / 10)
  }

  private func longestRun(_ picture: Raster) -> Int {
    var longest = 0
    var run = 0
    for (index, value) in picture.bytes.enumerated() {
      run = value < 160 && index % picture.width != 0 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private func darkPixels(_ picture: Raster) -> Int { picture.bytes.count { $0 < 160 } }
}

extension String {
  fileprivate var hasTables: Bool {
    hasPrefix("plan-table") || hasPrefix("report-table") || hasPrefix("notice-columns")
  }
}
