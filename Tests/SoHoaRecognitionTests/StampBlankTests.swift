import Foundation
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// Where the receiving clerk writes into the stamp "ĐẾN".
@Suite struct StampBlankTests {
  private func mark(_ words: [(text: String, box: [Int])], kind: PageMark.Kind = .stamp) -> PageMark {
    var builder = PageBuilder(page: 1)
    for word in words {
      let box = BoundingBox(left: word.box[0], top: word.box[1], right: word.box[2], bottom: word.box[3])
      builder.addLine(words: [PageBuilder.Piece(word.text, box: box, confidence: 0.9)])
    }
    return PageMark(
      id: ID(page: 1, index: 1), kind: kind, colour: .red,
      box: BoundingBox(left: 100, top: 430, right: 480, bottom: 660), confidence: 0.9,
      lines: builder.blocks(stage: "recognise").flatMap(\.lines))
  }

  private let labels: [(text: String, box: [Int])] = [
    ("ĐẾN", [120, 542, 192, 574]), ("Số:", [217, 507, 250, 525]), ("Kê", [307, 513, 349, 527]),
    ("|Ngy:", [217, 557, 275, 580]), ("Chuyển:", [216, 606, 300, 630]),
  ]

  @Test func numberAndDateLieBehindTheirLabels() throws {
    let blanks = try #require(StampBlanks(mark(labels))).blanks()
    #expect(blanks.map(\.slot) == [.arrivalNumber, .arrivalDate] && blanks.map(\.left) == [250, 275])
    #expect(blanks.allSatisfy { (460..<480).contains($0.right) && (28...40).contains($0.type.em) })
    #expect(blanks[0].words.map(\.text) == ["Kê"] && blanks[0].type.base == 525)
  }

  @Test("a label that the hand has swallowed is reckoned from the others", arguments: ["Số:", "|Ngy:"])
  func swallowed(_ label: String) throws {
    let whole = try #require(StampBlanks(mark(labels))).blanks()
    let rest = try #require(StampBlanks(mark(labels.filter { $0.text != label }))).blanks()
    for (one, other) in zip(whole, rest) {
      #expect(abs(one.left - other.left) < 15 && abs(one.type.base - other.type.base) < 6)
      #expect(abs(one.type.em - other.type.em) < 4)
    }
  }

  @Test("no stamp, a label that is missing, labels the wrong way round: nothing")
  func others() {
    #expect(StampBlanks(mark(labels, kind: .seal)) == nil)
    #expect(StampBlanks(mark(labels.filter { $0.text == "Số:" || $0.text == "ĐẾN" })) == nil)
    let turned: [(text: String, box: [Int])] = [
      ("Ngày:", [217, 400, 250, 420]), ("Số:", [217, 507, 250, 525]),
    ]
    #expect(StampBlanks(mark(turned)) == nil)
  }

  @Test("the ink of a red stamp is taken out, blue ink stays")
  func picture() throws {
    // Four pixels: paper, red print, blue ink, black.
    let bytes = Data([255, 255, 255, 220, 30, 30, 30, 40, 160, 10, 10, 10])
    let page = Raster(width: 4, height: 1, channels: .colour, dpi: 200, bytes: bytes)
    let box = BoundingBox(left: 1, top: 0, right: 9, bottom: 5)
    let stamp = try #require(StampPicture(page, box, colour: .red))
    #expect([UInt8](stamp.picture.bytes) == [220, 30, 10])
    let blue = try #require(StampPicture(page, box, colour: .blue))
    #expect(blue.picture.bytes.first.map { $0 < 100 } == true)
    let inside = BoundingBox(left: 0, top: 0, right: 2, bottom: 1)
    #expect(stamp.onPage(inside) == BoundingBox(left: 1, top: 0, right: 3, bottom: 1))
    #expect(StampPicture(page, BoundingBox(left: 7, top: 0, right: 9, bottom: 1), colour: .red) == nil)
  }
}
