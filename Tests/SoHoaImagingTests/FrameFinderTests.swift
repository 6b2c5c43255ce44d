import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

/// Frames of 2 pixels' ink on pages of 150 dpi.
@Suite struct FrameFinderTests {
  private static let (width, height) = (1240, 800)

  private func box(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> BoundingBox {
    BoundingBox(left: left, top: top, right: right, bottom: bottom)
  }

  private func outline(_ box: BoundingBox) -> [BoundingBox] {
    [
      self.box(box.left, box.top, box.right, box.top + 2),
      self.box(box.left, box.bottom - 2, box.right, box.bottom),
      self.box(box.left, box.top, box.left + 2, box.bottom),
      self.box(box.right - 2, box.top, box.right, box.bottom),
    ]
  }

  /// Stems and bars that hang together, as letters with a rule through them do.
  private func letters(from left: Int, to right: Int, base: Int) -> [BoundingBox] {
    stride(from: left, to: right, by: 14).map { box($0, base - 18, $0 + 5, base) }
      + stride(from: left, to: right, by: 28).map { box($0, base - 10, $0 + 18, base - 7) }
  }

  private func frames(_ ink: [BoundingBox], level: UInt8 = 30) throws -> [BoundingBox] {
    var grey = [UInt8](repeating: 255, count: Self.width * Self.height)
    for box in ink {
      for y in box.top..<box.bottom {
        for x in box.left..<box.right { grey[y * Self.width + x] = level }
      }
    }
    let raster = Raster(
      width: Self.width, height: Self.height, channels: .grey, dpi: 150, bytes: Data(grey))
    guard let pix = Pix(raster), let mask = InkMask(evened: pix),
      let search = RuleSearch(mask.pix, letter: 15)
    else { throw CocoaError(.fileReadUnknown) }
    return FrameFinder(perMillimetre: 150 / 25.4).frames(mask.parts(), search.worn, on: pix)
  }

  private var stamp: BoundingBox { box(120, 200, 400, 370) }

  private func isNear(_ box: BoundingBox, _ other: BoundingBox) -> Bool {
    let sides: [KeyPath<BoundingBox, Int>] = [\.left, \.top, \.right, \.bottom]
    return sides.allSatisfy { abs(box[keyPath: $0] - other[keyPath: $0]) <= 9 }
  }

  @Test("a frame alone is one, with what is inside")
  func alone() throws {
    let found = try frames(outline(stamp) + letters(from: 150, to: 300, base: 250))
    #expect(found == [stamp])
  }

  @Test("a frame that text runs through is still one", arguments: [30, 160] as [UInt8])
  func crossed(_ level: UInt8) throws {
    let text = [212, 260, 378].flatMap { letters(from: 340, to: 900, base: $0) }
    let found = try frames(outline(stamp) + text, level: level)
    #expect(found.count == 1 && found.allSatisfy { isNear($0, stamp) })
  }

  @Test("columns of a table are none")
  func table() throws {
    let whole = box(100, 200, 1100, 440)
    let inner =
      [260, 320, 380].map { box(100, $0, 1100, $0 + 2) } + [300, 600, 900].map { box($0, 200, $0 + 2, 440) }
    let text = [240, 300, 360, 420].flatMap { letters(from: 120, to: 280, base: $0) }
    #expect(try frames(outline(whole) + inner + text).isEmpty)
  }

  @Test("rules under lines make no frame")
  func underlines() throws {
    let lines = [box(120, 200, 400, 202), box(120, 300, 400, 302)] + letters(from: 120, to: 400, base: 190)
    #expect(try frames(lines).isEmpty)
  }
}
