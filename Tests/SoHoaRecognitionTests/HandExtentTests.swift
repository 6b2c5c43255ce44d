import Foundation
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// Boxes of ink by hand on a strip of print of 16 pixels an em, base line at row 21.
@Suite struct HandExtentTests {
  /// A grey strip of its own size with black boxes, and what the network says of columns 24 to 46, rows 7 to 19.
  private func box(_ inks: [(left: Int, top: Int, right: Int, bottom: Int)]) throws -> BoundingBox? {
    let (wide, high) = (HandStrip.width, 60)
    var bytes = Data(repeating: 255, count: wide * high)
    for ink in inks {
      for row in ink.top..<ink.bottom {
        for column in ink.left..<ink.right { bytes[(row + 14) * wide + column] = 0 }
      }
    }
    let picture = Raster(width: wide, height: high, channels: .grey, dpi: 100, bytes: bytes)
    let strip = try #require(
      HandStrip(picture, left: 0, right: Double(wide), base: 14 + HandStrip.base, em: HandStrip.em))
    let columns = (0..<HandStrip.width / 2).map { (12..<23).contains($0) ? Float(0.9) : 0 }
    let output = HandNetwork.Output(
      symbols: [], ink: columns, top: 7, bottom: 19, hand: 1, print: 0, blank: 0, reject: 0)
    return HandExtent(output).box(in: strip)
  }

  @Test(
    "a digit, beside what is none of it",
    arguments: [
      [], [(22, 21, 48, 23)],  // dots and rules
      [(20, 26, 50, 31)],  // the line below
      [(35, 24, 37, 32), (20, 30, 50, 32)],  // a stamp's frame
      [(36, 0, 38, 1)],
    ] as [[(Int, Int, Int, Int)]])
  func digit(_ others: [(Int, Int, Int, Int)]) throws {
    let found = try #require(try box([(26, 6, 44, 20)] + others))
    #expect(found == BoundingBox(left: 26, top: 20, right: 44, bottom: 34))
  }

  @Test("a seal that runs through a digit and on ends where the hand does")
  func through() throws {
    let found = try #require(try box([(26, 6, 44, 20), (30, 10, 33, 32)]))
    #expect(found == BoundingBox(left: 26, top: 20, right: 44, bottom: 35))
  }

  @Test("a line that was taken out takes nothing of the digits that it cut, nor do faint ends")
  func cutThrough() throws {
    let found = try #require(try box([(26, 6, 44, 12), (30, 15, 33, 17)]))
    #expect(found == BoundingBox(left: 26, top: 20, right: 44, bottom: 33))
    let half = try #require(try box([(34, 6, 44, 20)]))
    #expect(half == BoundingBox(left: 24, top: 20, right: 44, bottom: 34))
  }

  @Test func noHandHasNoBox() throws {
    #expect(try box([]) == nil)
    #expect(try box([(60, 6, 80, 20)]) == nil)
  }
}
