import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// What was read of ink, and where its colour says that it ends.
@Suite struct HandInkTests {
  private let read = BoundingBox(left: 100, top: 50, right: 150, bottom: 90)

  @Test(
    "coloured ink beyond what was read may be a digit",
    arguments: [
      ([], 100, 150, false, true), ([98, 48, 155, 92], 98, 155, true, true),
      ([100, 50, 190, 90], 100, 190, true, false),
      ([60, 50, 150, 90], 60, 150, true, false),
      // Another line, a signature, ink elsewhere.
      ([100, 85, 190, 130], 100, 150, false, true), ([90, 0, 400, 200], 100, 150, false, true),
      ([200, 50, 240, 90], 100, 150, false, true),
    ] as [([Int], Int, Int, Bool, Bool)])
  func reach(_ box: [Int], _ left: Int, _ right: Int, _ isColoured: Bool, _ isWhole: Bool) {
    let coloured = box.isEmpty ? [] : [BoundingBox(left: box[0], top: box[1], right: box[2], bottom: box[3])]
    let ink = HandInk(read: read, coloured: coloured)
    #expect(ink.box.left == left && ink.box.right == right)
    #expect(ink.isColoured == isColoured && ink.isWhole == isWhole)
  }

  @Test("ink in a blank stands between its ends, on its line")
  func surrounded() {
    let blank = FormBlank(slot: .day, left: 95, right: 160, type: TypeSize(em: 40, base: 90), words: [])
    #expect(blank.surrounds(read))
    for box in [(40, 50, 150, 90), (100, 50, 220, 90), (100, 0, 150, 40), (100, 100, 150, 140)] {
      #expect(!blank.surrounds(BoundingBox(left: box.0, top: box.1, right: box.2, bottom: box.3)))
    }
  }

  @Test func aBlankGrowsOverItsInk() {
    let blank = FormBlank(
      slot: .number, left: 110, right: 140, type: TypeSize(em: 40, base: 90), words: [])
    let grown = blank.reaching(over: read)
    #expect(grown.left == 96 && grown.right == 154)
    #expect(grown.reaching(over: BoundingBox(left: 120, top: 50, right: 130, bottom: 90)) == grown)
  }
}
