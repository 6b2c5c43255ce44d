import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct PictureStepTests {
  /// White, with black (or other) rectangles.
  private func page(
    _ width: Int, _ height: Int, paper: UInt8 = 255, _ boxes: [(BoundingBox, UInt8)] = []
  ) -> Raster {
    var bytes = Data(repeating: paper, count: width * height)
    for (box, level) in boxes {
      for y in box.top..<box.bottom { for x in box.left..<box.right { bytes[y * width + x] = level } }
    }
    return Raster(width: width, height: height, channels: .grey, dpi: 200, bytes: bytes)
  }

  private func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> BoundingBox {
    BoundingBox(left: x, top: y, right: x + width, bottom: y + height)
  }

  /// 200 letters in rows, 12 wide and 18 high.
  private func letters(_ level: UInt8, shifted: Int = 0) -> [(BoundingBox, UInt8)] {
    (0..<200).map { (box(60 + shifted + $0 % 20 * 40, 60 + shifted + $0 / 20 * 60, 12, 18), level) }
  }

  /// What a step makes of a page, back as bytes.
  private func worked(_ raster: Raster, _ step: (borrowing Pix) -> Pix?) -> Raster? {
    guard let pix = Pix(raster), let done = step(pix) else { return nil }
    return done.raster(dpi: 200)
  }

  @Test("shrinking keeps the mean", arguments: [0.9, 2.0 / 3, 0.5, 0.31])
  func shrinks(scale: Double) throws {
    let half = page(90, 60, [(box(0, 0, 45, 60), 0)])
    let small = try #require(worked(half) { _ in GreyScaler.shrink(half, by: scale) })
    #expect(small.width == Int((90 * scale).rounded()) && small.height == Int((60 * scale).rounded()))
    let mean = Double(small.bytes.reduce(0) { $0 + Int($1) }) / Double(small.bytes.count)
    #expect(abs(mean - 127.5) < 1)
    #expect(small.bytes.first == 0 && small.bytes.last == 255)
  }

  @Test("turning moves a dot about the centre and brings in white", arguments: [-4.0, -0.5, 0.5, 4])
  func turns(degrees: Double) throws {
    let dot = page(401, 301, paper: 200, [(box(348, 148, 5, 5), 0)])
    let turned = try #require(worked(dot) { $0.spun(by: degrees) })
    let angle = degrees * .pi / 180
    let x = Int((200.5 + 150 * cos(angle)).rounded())
    let y = Int((150.5 + 150 * sin(angle)).rounded())
    #expect(turned.bytes[y * 401 + x] < 60)
    #expect(turned.bytes[150 * 401 + 350] == 200 || abs(degrees) < 1)
    #expect(turned.bytes.contains(255))
  }

  @Test func knowsCopiesAndClearsTheirSpecksButNotTheirStops() throws {
    let stop = box(75, 74, 4, 4)
    let speck = box(940, 700, 4, 4)
    let copy = page(1000, 800, letters(0) + [(stop, 0), (speck, 0)])
    #expect(CopyGrain.isBilevel(copy))
    #expect(!CopyGrain.isBilevel(page(100, 100, paper: 230)))
    let cleared = try #require(worked(copy) { CopyGrain.cleared($0, smooths: true) })
    #expect(cleared.bytes[702 * 1000 + 942] == 255)
    #expect(cleared.bytes[76 * 1000 + 77] < 80)
  }

  /// The page after clearing; nil if nothing shone through.
  private func cleared(_ letters: [(BoundingBox, UInt8)]) -> Raster? {
    guard let pix = Pix(page(1000, 800, paper: 230, letters)), ShineThrough.clear(pix) else { return nil }
    return pix.raster(dpi: 200)
  }

  @Test("clears what shines through and nothing else")
  func clearsShine() throws {
    let page = try #require(cleared(letters(20) + letters(180, shifted: 25)))
    #expect(page.bytes[95 * 1000 + 91] == 230)
    #expect(page.bytes[70 * 1000 + 65] == 20)
    #expect(cleared(letters(20)) == nil)
    #expect(cleared(letters(180)) == nil)
  }
}
