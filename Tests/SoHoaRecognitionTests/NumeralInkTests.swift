import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaRecognition

@Suite struct NumeralInkTests {
  /// Letters of nine rows, drawn four times as large; `#` is ink.
  private static let letters: [Character: [String]] = [
    "I": ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "#####"],
    "1": ["###..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "#####"],
    "T": ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."],
    "L": ["#....", "#....", "#....", "#....", "#....", "#....", "#....", "#....", "#####"],
    "U": ["#...#", "#...#", "#...#", "#...#", "#...#", "#...#", "#...#", "#...#", "#####"],
    "H": ["#...#", "#...#", "#...#", "#...#", "#####", "#...#", "#...#", "#...#", "#...#"],
    "|": ["#", "#", "#", "#", "#", "#", "#", "#", "#"],
    ".": [".", ".", ".", ".", ".", ".", ".", "#", "#"],
    " ": ["..", "..", "..", "..", "..", "..", "..", "..", ".."],
  ]

  private func raster(_ text: String) -> Raster {
    let rows = (0..<9).map { row in
      text.map { Self.letters[$0]![row] }.joined(separator: ".") + "..."
    }
    let drawn = rows.flatMap { row in
      Array(repeating: row.flatMap { Array(repeating: $0, count: 4) }, count: 4)
    }
    let bytes = drawn.flatMap { $0.map { UInt8($0 == "#" ? 20 : 240) } }
    return Raster(width: drawn[0].count, height: drawn.count, channels: .grey, dpi: 300, bytes: Data(bytes))
  }

  private func numeral(_ text: String) -> NumeralInk? {
    let picture = raster(text)
    let whole = BoundingBox(left: 0, top: 0, right: picture.width, bottom: picture.height)
    return NumeralInk(picture, in: whole, height: 30...40)
  }

  @Test(
    "counts strokes before a stop",
    arguments: [("I. U", 1), ("II. U", 2), ("III. H", 3), ("|. U", 1), ("||. U", 2)])
  func strokes(_ text: String, _ count: Int) throws {
    let found = try #require(numeral(text))
    #expect(found.count == count)
    #expect(found.box.left == 0 && found.box.top == 0 && found.box.bottom == 36)
  }

  @Test(
    "what is no numeral of strokes is none",
    arguments: [
      "1. U", "11. U", "T. U", "L. U", "U. U", "H. U", "HI. U", "II U", "IIII. U", ". U", "I", "TI. U",
    ])
  func others(_ text: String) {
    #expect(numeral(text) == nil)
  }

  @Test(
    "a numeral that the engine has no letter for comes before the word whose box holds it, or behind the blank"
  )
  func dropped() {
    let picture = raster("II. UH HU")
    for left in [0, 19 * 4] {
      let box = BoundingBox(left: left, top: 0, right: 116, bottom: picture.height)
      let line = LostNumerals(picture: picture).restored([self.line(("UH", box))])[0]
      #expect(line.words.map(\.text) == ["II.", "UH"])
      #expect(line.words[1].box.left > line.words[0].box.left)
    }
  }

  @Test(
    "letters read for a numeral stay beside it; digits and what is right stay",
    arguments: [("HI.", "II."), ("_—H", "II."), ("5l", "II."), ("II.", "II."), ("11.", "11."), ("2", "2")])
  func misread(_ read: String, _ text: String) {
    let picture = raster("II. UH HU")
    let numeral = BoundingBox(left: 0, top: 0, right: 56, bottom: picture.height)
    let next = BoundingBox(left: 76, top: 0, right: 116, bottom: picture.height)
    let line = LostNumerals(picture: picture).restored([self.line((read, numeral), ("UH", next))])[0]
    #expect(line.words.map(\.text) == [text, "UH"])
    #expect(line.words[0].others.map(\.text) == (read == text ? [] : [read]))
  }

  private func line(_ words: (String, BoundingBox)...) -> RecognisedLine {
    RecognisedLine(
      startsBlock: true,
      words: words.map { RecognisedWord(text: $0.0, confidence: 0.5, box: $0.1, model: "vie") })
  }

  @Test(
    "numerals of headings are what the print says, and no other line has one",
    arguments: [
      ("minutes.scan.pdf", ["I.", "II.", "III."]), ("plan-table.scan.pdf", ["I.", "II.", "III."]),
      ("decision.clean.png", []),
    ])
  func onPages(_ name: String, _ numerals: [String]) throws {
    guard case .picture(let raster) = try InputFile(contentsOf: Fixture.scan(name)).page(1).content else {
      throw AcquisitionError.noText(file: name, page: 1)
    }
    let scales = try ConfidenceScale.all(in: .locate())
    let page = try Recogniser(scales: scales).run(PagePreparer().run(raster, page: 1))
    let firsts = page.blocks.flatMap(\.lines).compactMap { $0.words.first?.observed.text }
    #expect(firsts.filter { $0.allSatisfy { "I.".contains($0) } } == numerals)
  }
}
