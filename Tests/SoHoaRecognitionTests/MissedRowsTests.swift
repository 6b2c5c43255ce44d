import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaRecognition

@Suite struct MissedRowsTests {
  private func prepared(_ name: String) throws -> PreparedPage {
    guard case .picture(let raster) = try InputFile(contentsOf: Fixture.scan(name)).page(1).content else {
      throw AcquisitionError.noText(file: name, page: 1)
    }
    return PagePreparer().run(raster, page: 1)
  }

  private func lines(_ page: PreparedPage) throws -> [String] {
    let scales = try ConfidenceScale.all(in: .locate())
    return try ColumnSplitter().run(Recogniser(scales: scales).run(page)).lines.map(\.text)
  }

  @Test("lines that touch a grey seal and a signature are read, below what stands above them")
  func underSeal() throws {
    var page = try prepared("decision.low.jpg")
    let whole = try lines(page)
    page.ink = nil
    let passedOver = try lines(page)
    #expect(!passedOver.contains("PHÓ CHỦ TỊCH"), "the engine sees it by itself: nothing is tested")
    let authority = try #require(whole.firstIndex(of: "KT. CHỦ TỊCH"))
    #expect(whole[authority + 1] == "PHÓ CHỦ TỊCH")
    #expect(whole.filter(passedOver.contains) == passedOver, "what was read before stays as it was")
  }

  @Test("a page that misses nothing stays as it is")
  func nothingMissed() throws {
    var page = try prepared("decision.clean.png")
    let whole = try lines(page)
    page.ink = nil
    #expect(try lines(page) == whole)
  }

  @Test(
    "a reading stays if at least half of it is surely words",
    arguments: [
      ([("Lò", 0.9), ("Văn", 0.95), ("Pản", 0.85)], true),
      ([("Tăff", 0.3), ("Thị", 0.9), ("Diệu", 0.9), ("Linh", 0.9)], true),
      ([("Tăff", 0.3), ("Thị", 0.9), ("Linh", 0.9)], false),
      ([("9+rN", 0.3), ("ee", 0.9)], false),
      ([("I", 0.9), ("l", 0.9), ("t", 0.9), ("r", 0.9)], false),
      ([("—", 0.9), ("|", 0.9)], false), ([], false),
    ])
  func judged(_ words: [(String, Double)], _ isText: Bool) {
    let box = BoundingBox(left: 10, top: 10, right: 60, bottom: 30)
    let line = RecognisedLine(
      startsBlock: true,
      words: words.map { RecognisedWord(text: $0.0, confidence: $0.1, box: box, model: "vie") })
    #expect(RowReading([line], without: []).isText == isText)
    #expect(RowReading([line], without: [box]).words.isEmpty)
  }

  @Test("letters side by side are a row; what stands lower or far off is another")
  func rows() {
    let letter = { (x: Int, y: Int) in BoundingBox(left: x, top: y, right: x + 12, bottom: y + 18) }
    let letters = [letter(0, 0), letter(15, 2), letter(40, 0), letter(41, 40), letter(200, 0)]
    #expect(InkRow.group(letters, height: 18).map(\.letters.count) == [3, 1, 1])
  }
}
