import Foundation
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// Where number, day and month are filled in, by what the engine read around them.
@Suite struct BlankFinderTests {
  /// Words of a header with their boxes, print of 40 pixels an em.
  private func page(
    _ words: [(text: String, left: Int, right: Int, row: Int)], confidence: Double = 0.9
  ) -> Page {
    var builder = PageBuilder(page: 1)
    let filler = ["Căn", "cứ", "Luật", "Tổ", "chức", "chính", "quyền", "địa", "phương"]
    for word in words {
      let isTall = word.text.contains { "bdghklSKHQTBUNĐ/0123456789áàốở".contains($0) }
      let top = word.row + (isTall ? -28 : -19)
      let box = BoundingBox(left: word.left, top: top, right: word.right, bottom: word.row)
      builder.addLine(words: [PageBuilder.Piece(word.text, box: box, confidence: confidence)])
    }
    for (index, text) in filler.enumerated() {
      let box = BoundingBox(left: 100 + 90 * index, top: 1200, right: 170 + 90 * index, bottom: 1228)
      builder.addLine(words: [PageBuilder.Piece(text, box: box, confidence: 0.95)])
    }
    return Page(
      number: 1, origin: .recognised, width: 1654, height: 2339, dpi: 200,
      blocks: builder.blocks(stage: "recognise/vie"))
  }

  private func blanks(_ words: [(text: String, left: Int, right: Int, row: Int)]) -> [FormBlank] {
    let page = page(words)
    return BlankFinder(page, page.transform)?.blanks() ?? []
  }

  @Test func dayAndMonthLieBetweenTheirWords() throws {
    let found = blanks([
      ("Giang,", 700, 800, 300), ("ngày", 820, 895, 300), ("2S", 910, 960, 300), ("tháng", 980, 1070, 300),
      ("3", 1085, 1100, 300), ("năm", 1120, 1190, 300), ("2026", 1200, 1280, 300),
    ])
    #expect(found.map(\.slot) == [.day, .month])
    #expect((885...895).contains(found[0].left) && found[0].right == 980)
    #expect(found[0].words.map(\.text) == ["2S"])
    #expect((1060...1070).contains(found[1].left) && found[1].right == 1120)
  }

  @Test("words that were run together are parted by the width of print")
  func fused() throws {
    let found = blanks([
      ("ngày..2£..tháng", 820, 1180, 300), ("3", 1195, 1210, 300), ("năm", 1230, 1300, 300),
    ])
    #expect(found.map(\.slot) == [.day, .month])
    #expect((885...905).contains(found[0].left) && (1080...1100).contains(found[0].right))
  }

  @Test("a word whose box reaches over what is filled in ends where its print does")
  func wide() throws {
    let found = blanks([
      ("ngày", 820, 1015, 300), ("19", 950, 1006, 300), ("tháng", 1035, 1125, 300), ("3", 1140, 1155, 300),
      ("năm", 1175, 1245, 300),
    ])
    #expect(found.map(\.slot) == [.day, .month] && (880...925).contains(found[0].left))
    #expect((1115...1125).contains(found[1].left))
  }

  @Test("a number stands between its label and its symbol")
  func number() throws {
    let found = blanks([
      ("SỞ", 200, 250, 200), ("Y", 260, 280, 200), ("TẾ", 290, 340, 200), ("Số:", 200, 260, 300),
      ("/?Z", 280, 340, 300), ("/KH-SYT", 380, 520, 300),
    ])
    #expect(found.map(\.slot) == [.number])
    #expect(found[0].left == 260 && found[0].right == 380)
  }

  @Test("ink that reaches into the print, or whose end is a guess, may go on behind it")
  func cutOff() throws {
    let words = [("Số:", 200, 260, 300), ("/KH-SYT", 380, 520, 300)]
    let blank = try #require(blanks(words).first)
    func holds(_ left: Int, _ right: Int) -> Bool {
      blank.holds(BoundingBox(left: left, top: 260, right: right, bottom: 300))
    }
    #expect(blank.isSure && holds(255, 385) && !holds(255, 410) && !holds(230, 380))
    let mixed = try #require(blanks([("Số:", 200, 260, 300), ("2<6/KH-SYT", 300, 520, 300)]).first)
    #expect(!mixed.isSure && !mixed.holds(BoundingBox(left: 280, top: 260, right: 320, bottom: 300)))
  }

  @Test("a word that was lost leaves a blank whose end is a guess")
  func lostWords() throws {
    let yearless = blanks([("ngày", 820, 895, 300), ("1ố", 910, 950, 300), ("tháng", 980, 1070, 300)])
    #expect(yearless.map(\.slot) == [.day, .month] && yearless.map(\.isSure) == [true, false])
    #expect((1060...1070).contains(yearless[1].left) && (1160...1230).contains(yearless[1].right))
    let dayless = blanks([("Giang,", 700, 800, 300), ("tháng", 980, 1070, 300), ("năm", 1120, 1190, 300)])
    #expect(dayless.map(\.isSure) == [false, true])
    #expect((800...810).contains(dayless[0].left))
    #expect(dayless[0].right == 980)
    let monthless = blanks([
      ("ngày", 820, 895, 300), ("năm", 1250, 1320, 300), ("2026", 1330, 1410, 300), ("nam", 1250, 1320, 800),
    ])
    #expect(monthless.map(\.slot) == [.day, .month] && monthless.allSatisfy { !$0.isSure })
    #expect((885...895).contains(monthless[0].left) && monthless[1].right == 1250)
  }

  @Test("dates of running text, and places that look like the month, are no blanks")
  func runningText() {
    let law = [
      ("Luật", 100, 180, 500), ("ngày", 190, 270, 500), ("19", 280, 320, 500), ("tháng", 330, 420, 500),
    ]
    #expect(blanks(law).isEmpty)
    let low = [("ngày", 820, 895, 1000), ("19", 910, 950, 1000), ("tháng", 980, 1070, 1000)]
    #expect(blanks(low).isEmpty)
    let place = [("Thạnh,", 700, 800, 300), ("ngày", 820, 895, 300), ("7", 910, 930, 300)]
    #expect(blanks(place).isEmpty)
    let annex =
      [("(Kèm", 100, 180, 900), ("theo", 185, 240, 900)] + law.map { ($0.0, $0.1 + 160, $0.2 + 160, 900) }
    #expect(blanks(annex).map(\.slot) == [.day, .month])
  }

  @Test("a label that was misread counts before a symbol; the department above it does not")
  func misreadLabel() throws {
    #expect(blanks([("SỞ", 200, 250, 200), ("Y", 260, 280, 200), ("TẾ", 290, 340, 200)]).isEmpty)
    #expect(blanks([("-TB/TU", 380, 500, 300)]).map(\.right) == [380])
    let words = [("sø:", 200, 260, 300), ("/KH-SYT", 380, 520, 300)]
    for (confidence, left) in [(0.4, 260.0), (0.9, 380 - 5 * 40)] {
      let page = page(words, confidence: confidence)
      let found = try #require(BlankFinder(page, page.transform)).blanks()
      #expect(found.count == 1 && abs(found[0].left - left) < 12)
    }
  }

  @Test func withoutItsLabelTheSymbolTells() throws {
    let found = blanks([("/202ZNĐ-CP", 500, 700, 300), ("ngày", 1000, 1080, 300)])
    #expect(found.map(\.slot) == [.number] && found[0].right == 500)
  }

  @Test(
    "the symbol of a word",
    arguments: [
      ("167/KH-SYT", 5.0), ("/KH-SYT", 0.0), ("733/2025/NĐ-CP", 5.0), ("NQ/TU", 0.0), ("12-NQ/TU", 5.0),
      (" /KH-SYT", 0.0), ("#Ÿ/KH-CTCN", 5.0), ("..⁄.“.#.-KL/TU", 5.0),
    ])
  func symbols(_ text: String, _ least: Double) throws {
    var builder = PageBuilder(page: 1)
    let width = Int(TypeWidth.of(text) * 40)
    let box = BoundingBox(left: 0, top: 0, right: width, bottom: 28)
    builder.addLine(words: [PageBuilder.Piece(text, box: box, confidence: 0.9)])
    let page = Page(
      number: 1, origin: .recognised, width: 400, height: 400, blocks: builder.blocks(stage: "recognise"))
    let word = try #require(PlacedWord(page.words[0], page.transform))
    let tail = try #require(SymbolTail(word))
    #expect(tail.left(em: 40) >= least && tail.isWhole == (least == 0))
  }

  @Test(
    "what a hand left in the engine's words is no symbol", arguments: ["/?Z⁄“", "2⁄", "ngày", "-", "/4_"])
  func noSymbol(_ text: String) throws {
    var builder = PageBuilder(page: 1)
    let box = BoundingBox(left: 0, top: 0, right: 90, bottom: 28)
    builder.addLine(words: [PageBuilder.Piece(text, box: box, confidence: 0.9)])
    let page = Page(
      number: 1, origin: .recognised, width: 400, height: 400, blocks: builder.blocks(stage: "recognise"))
    let tail = SymbolTail(try #require(PlacedWord(page.words[0], page.transform)))
    #expect(tail == nil || text == "-")
  }

  @Test(
    "size and base line of print by its letters",
    arguments: [("ngày", 36.4, 8.6), ("năm", 27.8, 0.4), ("KH", 26.4, 0.4), ("Số", 29.4, 0.4)])
  func type(_ text: String, _ height: Double, _ below: Double) throws {
    let box = BoundingBox(left: 0, top: 100, right: 80, bottom: 100 + Int(height.rounded()))
    let size = try #require(TypeSize(text, box))
    #expect((37...43).contains(size.em))
    #expect(abs(Double(box.bottom) - below - size.base) < 1.5)
  }
}
