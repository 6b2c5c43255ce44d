import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

/// Files made to cost hours or all memory (`fixtures/tools/bombs.py`): an error for the bad page, in little
/// time, and the other pages as ever.
@Suite(.serialized) struct BombTests {
  private func open(_ name: String) throws -> InputFile {
    try InputFile(contentsOf: Fixture.folder.appending(path: "bombs/\(name)"))
  }

  @Test(
    "refuses the bad page and reads the others", .timeLimit(.minutes(5)),
    arguments: [
      ("forms-laugh", "page.tooComplex"), ("forms-deep", "page.tooComplex"),
      ("forms-loop", "page.tooComplex"),
      ("content-swells", "page.tooComplex"), ("content-nested", "page.tooComplex"),
      ("picture-pixels", "page.tooLarge"),
      ("picture-jpeg2000", "page.tooLarge"), ("picture-jpeg", "page.tooLarge"),
      ("picture-jbig2", "page.tooLarge"), ("picture-columns", "page.tooComplex"),
      ("picture-mask", "page.tooLarge"), ("font-swells", "page.tooComplex"),
      ("table-swells", "page.tooComplex"), ("page-vast", "page.unreadable"),
    ])
  func badPage(_ name: String, _ code: String) throws {
    let file = try open("\(name).pdf")
    #expect(file.pageCount == 3)
    #expect(file.page(2).findings.map(\.code) == [code])
    for number in [1, 3] {
      #expect(file.page(number).words?.lines.map(\.text) == ["Trang nay doc duoc"])
    }
  }

  @Test(
    "reads what only looks bad", .timeLimit(.minutes(5)),
    arguments: ["page-thread", "page-huge", "nested-arrays"])
  func harmless(_ name: String) throws {
    let file = try open("\(name).pdf")
    for number in 1...3 { _ = file.page(number) }
    #expect(file.page(3).words?.lines.map(\.text) == ["Trang nay doc duoc"])
  }

  @Test("refuses a file that swells when it is opened", .timeLimit(.minutes(5)))
  func opening() {
    #expect(throws: AcquisitionError.tooComplex(file: "objects-swell.pdf", page: nil)) {
      try open("objects-swell.pdf")
    }
  }

  @Test("believes no count of pages that is a lie", arguments: ["count-lies.pdf", "tree-loops.pdf"])
  func counts(_ name: String) {
    do {
      #expect(try open(name).pageCount <= 5000)
    } catch {
      #expect(error is AcquisitionError)
    }
  }

  @Test("reads what there is of a scan whose data ends early, and says so")
  func cutOff() throws {
    let file = try open("half-a-scan.pdf")
    #expect(file.page(1).findings.isEmpty && file.page(3).findings.isEmpty)
    let bad = file.page(2)
    #expect(bad.raster != nil && bad.findings.map(\.code) == ["page.pictureDamaged"])
  }

  @Test("a picture wider than any sheet is refused, one dot is a blank page")
  func odd() throws {
    #expect(try open("wide.png").page(1).findings.map(\.code) == ["page.tooLarge"])
    let dot = try #require(try open("dot.png").page(1).raster)
    #expect(PagePreparer().run(dot, page: 1).isBlank)
  }

  @Test("a PNG with a broken chunk is damaged; one with a strange chunk is read")
  func chunks() throws {
    var data = try Data(contentsOf: Fixture.folder.appending(path: "images/bits.png"))
    let strange: [UInt8] = [0, 0, 0, 4] + Array("iCCP".utf8) + [1, 2, 3, 4, 0, 0, 0, 0]
    let odd = data.prefix(33) + Data(strange) + data.dropFirst(33)
    #expect(try InputFile(data: Data(odd), name: "odd.png").page(1).raster != nil)
    data[data.count / 2] ^= 0xFF
    #expect(try InputFile(data: data, name: "bad.png").page(1).findings.map(\.code) == ["page.unreadable"])
  }
}
