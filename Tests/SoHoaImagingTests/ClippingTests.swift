import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

/// Parts of pages for people to look at.
@Suite struct ClippingTests {
  private let page = Raster(
    width: 200, height: 100, channels: .colour, dpi: 200,
    bytes: Data((0..<200 * 100).flatMap { $0 % 200 < 100 ? [200, 30, 30] : [30, 30, 200] as [UInt8] }))

  private func size(_ data: Data?) throws -> [Int] {
    let bytes = try #require(data)
    let size = try #require(bytes.withUnsafeBytes { CodedSize.jpeg($0) })
    return [size.width, size.height]
  }

  @Test func isTheAskedPartAtMostSoHigh() throws {
    let box = BoundingBox(left: 20, top: 10, right: 120, bottom: 60)
    #expect(try size(page.clipping(box, height: 100)) == [100, 50])
    #expect(try size(page.clipping(box, height: 25)) == [50, 25])
  }

  @Test func endsAtTheEdgesOfThePage() throws {
    let box = BoundingBox(left: -50, top: 90, right: 30, bottom: 400)
    #expect(try size(page.clipping(box, height: 100)) == [30, 10])
    for box in [
      BoundingBox(left: 300, top: 0, right: 400, bottom: 50),
      BoundingBox(left: 9, top: 9, right: 9, bottom: 9),
      BoundingBox(left: -9, top: 0, right: 0, bottom: 9),
    ] {
      #expect(page.clipping(box, height: 50) == nil)
    }
  }
}
