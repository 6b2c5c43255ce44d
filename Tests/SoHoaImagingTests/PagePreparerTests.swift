import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct PagePreparerTests {
  private func raster(_ name: String, page: Int = 1) throws -> Raster {
    try #require(InputFile(contentsOf: Fixture.scan(name)).page(page).raster)
  }

  @Test(
    "finds turn, skew and scale",
    arguments: [
      ("decision.clean.png", 0, 0, 0.667), ("decision.scan.jpg", 0, -1.3, 0.667),
      ("decision.sideways.png", 90, -0.6, 1), ("decision.upside-down.jpg", 180, 0, 1),
      ("notice-urgent.fax.png", 0, -2, 1), ("notice-urgent.scan.webp", 0, -0.9, 1),
      ("party-resolution.scan.pdf", 0, 1.6, 1),
    ])
  func straightens(_ name: String, _ rotation: Int, _ skew: Double, _ scale: Double) throws {
    let page = try PagePreparer().run(raster(name), page: 1)
    #expect(page.rotation == rotation)
    #expect(abs(page.skew - skew) < 0.15)
    #expect(abs(page.scale - scale) < 0.01)
    #expect(page.picture.dpi == 200 && page.picture.channels == .grey && !page.isBlank)
    #expect(page.findings.map(\.code) == (rotation == 0 ? [] : ["page.turned"]))
  }

  @Test("a page without print is blank")
  func blank() throws {
    let page = try #require(InputFile(contentsOf: Fixture.broken("blank-page.png")).page(1).raster)
    let prepared = PagePreparer().run(page, page: 7)
    #expect(prepared.isBlank)
    #expect(prepared.findings.map(\.code) == ["page.blank"])
    #expect(prepared.findings[0].page == 7)
  }

  @Test("a grey page of 150 dpi is read as it is, and the archive rule is told")
  func lowResolution() throws {
    let page = try #require(InputFile(contentsOf: Fixture.broken("jpeg-named.png")).page(1).raster)
    let prepared = PagePreparer().run(page, page: 1)
    #expect(prepared.originalDPI == 150 && prepared.scale == 1)
    #expect(prepared.findings.map(\.code) == ["page.lowResolution"])
  }

  @Test("a page of fewer pixels is read larger")
  func enlarged() throws {
    let prepared = PagePreparer().run(try raster("decision.low.jpg"), page: 1)
    #expect(prepared.originalDPI == 110 && abs(prepared.scale - 200 / 110) < 0.01)
  }

  @Test("the letters tell the resolution where neither file nor sheet does")
  func unknownResolution() throws {
    let crop = try raster("party-resolution.crop.pgm")
    let prepared = PagePreparer().run(crop, page: 1)
    #expect((150...300).contains(prepared.originalDPI))
  }

  @Test("the black edge of a scanner turns white, the text stays")
  func border() throws {
    let page = try raster("decision.clean.png")
    var bytes = page.bytes
    for y in 0..<page.height {
      bytes.replaceSubrange(y * page.width..<y * page.width + 60, with: repeatElement(0, count: 60))
    }
    let edged = Raster(width: page.width, height: page.height, channels: .grey, dpi: 300, bytes: bytes)
    let cleared = PagePreparer().run(edged, page: 1).picture
    let clean = PagePreparer().run(page, page: 1).picture
    #expect((0..<cleared.height).allSatisfy { cleared.bytes[$0 * cleared.width + 10] > 200 })
    #expect(abs(cleared.ink - clean.ink) * 50 < clean.ink)
  }

  @Test(
    "boxes find their way to the upright page and back",
    arguments: [0, 90, 180, 270], [-2.0, 0, 1.5])
  func transform(_ rotation: Int, _ skew: Double) {
    let transform = PageTransform(width: 2480, height: 3508, rotation: rotation, skew: skew, scale: 0.5)
    let box = BoundingBox(left: 700, top: 1200, right: 900, bottom: 1240)
    let back = transform.original(transform.upright(box))
    #expect(back.contains(BoundingBox(left: 702, top: 1202, right: 898, bottom: 1238)))
    #expect(abs(back.midX - box.midX) <= 2 && abs(back.midY - box.midY) <= 2)
  }

  @Test("a quarter turn brings the left edge up")
  func quarterTurn() {
    let transform = PageTransform(width: 100, height: 200, rotation: 90, skew: 0)
    let box = BoundingBox(left: 0, top: 190, right: 10, bottom: 200)
    #expect(transform.upright(box) == BoundingBox(left: 0, top: 0, right: 10, bottom: 10))
  }
}

extension Raster {
  /// Dark pixels.
  fileprivate var ink: Int { bytes.count { $0 < 100 } }
}
