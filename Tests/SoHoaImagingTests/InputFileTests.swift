import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct InputFileTests {
  @Test(
    "says what is wrong with a file",
    arguments: [
      ("nowhere.pdf", .missing(file: "nowhere.pdf")),
      ("empty.pdf", .isEmpty(file: "empty.pdf")),
      ("encrypted.pdf", .encrypted(file: "encrypted.pdf")),
      ("no-pages.pdf", .noPages(file: "no-pages.pdf")),
      ("random.bin", .wrongType(file: "random.bin", found: nil)),
      ("truncated.pdf", .damaged(file: "truncated.pdf", page: nil)),
      ("truncated.tif", .damaged(file: "truncated.tif", page: nil)),
    ] as [(String, AcquisitionError)])
  func refuses(_ name: String, with error: AcquisitionError) {
    #expect(throws: error) { try InputFile(contentsOf: Fixture.broken(name)) }
    #expect(error.message.en.contains(name) && error.message.vi.contains(name))
  }

  @Test(
    "says what is wrong with a page and goes on",
    arguments: [("truncated.png", "page.unreadable"), ("huge-dimensions.png", "page.tooLarge")])
  func unreadablePage(_ name: String, _ code: String) throws {
    let page = try InputFile(contentsOf: Fixture.broken(name)).page(1)
    #expect(page.content == .unreadable)
    #expect(page.findings.map(\.code) == [code])
  }

  @Test("a folder is no file, kinds tell exit codes apart")
  func kinds() {
    #expect(throws: AcquisitionError.notAFile(file: "broken")) {
      try InputFile(contentsOf: Fixture.folder.appending(path: "broken"))
    }
    #expect(AcquisitionError.encrypted(file: "x").kind == .encrypted)
    #expect(AcquisitionError.missing(file: "x").kind == .noAccess)
    #expect(AcquisitionError.isEmpty(file: "x").kind == .badInput)
  }

  @Test("a file that only forbids copying is read")
  func ownerLocked() throws {
    let file = try InputFile(contentsOf: Fixture.broken("owner-locked.pdf"))
    #expect(file.pageCount == 2)
    #expect(file.page(1).content != .unreadable)
  }

  @Test(
    "selects pages",
    arguments: [
      (nil, [1, 2, 3]), ([2...2], [2]), ([3...9, 1...1], [1, 3]), ([1...2, 2...3], [1, 2, 3]),
    ] as [([ClosedRange<Int>]?, [Int])])
  func selects(_ pages: [ClosedRange<Int>]?, _ numbers: [Int]) throws {
    let settings = AcquireSettings(pages: pages)
    let file = try InputFile(contentsOf: Fixture.scan("decree.clean.tif"), settings: settings)
    #expect(file.pageNumbers == numbers)
  }

  @Test("refuses pages that are not there, and more pages than the limit")
  func selectsTooMuch() {
    let tiff = Fixture.scan("decree.clean.tif")
    #expect(throws: AcquisitionError.noSuchPage(file: "decree.clean.tif", page: 4, count: 3)) {
      try InputFile(contentsOf: tiff, settings: AcquireSettings(pages: [4...5]))
    }
    let limited = AcquireSettings(limits: Limits(maxPages: 2))
    #expect(throws: AcquisitionError.tooManyPages(file: "decree.clean.tif", count: 3, limit: 2)) {
      try InputFile(contentsOf: tiff, settings: limited)
    }
  }

  @Test("checks the size of a picture before decoding it")
  func pixelLimit() throws {
    let settings = AcquireSettings(limits: Limits(maxPixelsPerPage: 1_000_000))
    for name in ["decision.clean.png", "decree.clean.tif", "dispatch.clean.pdf", "decision.scan.jpg"] {
      let page = try InputFile(contentsOf: Fixture.scan(name), settings: settings).page(1)
      #expect(page.findings.map(\.code) == ["page.tooLarge"])
    }
  }

  @Test(
    "never falls over cut-off or scrambled bytes",
    arguments: [
      "decision.scan.jpg", "decision.sideways.png", "dispatch-unnumbered.scan.bmp", "notice-urgent.scan.webp",
      "plan-hospital.scan.tif", "party-resolution.crop.pgm", "dispatch.clean.pdf", "decree.digital.pdf",
    ])
  func hostile(_ name: String) throws {
    let whole = try Data(contentsOf: Fixture.scan(name))
    for part in [1, 4, 9, 40, whole.count / 3, whole.count - 1] {
      exercise(whole.prefix(part))
    }
    var scrambled = whole
    for offset in stride(from: 20, to: scrambled.count, by: max(1, scrambled.count / 50)) {
      scrambled[offset] ^= 0x5A
    }
    exercise(scrambled)
  }

  private func exercise(_ data: Data) {
    let settings = AcquireSettings(pages: [1...1], limits: Limits(maxPixelsPerPage: 20_000_000))
    guard let file = try? InputFile(data: data, name: "input", settings: settings) else { return }
    let page = file.page(1)
    #expect(page.content != .unreadable || !page.findings.isEmpty)
  }

  @Test("a picture of one pixel and one of one row come through", arguments: ["1 1", "3000 1", "1 3000"])
  func tiny(_ size: String) throws {
    let data = Data("P5\n\(size)\n255\n".utf8) + Data(repeating: 7, count: 3000)
    let raster = try #require(InputFile(data: data, name: "tiny").page(1).raster)
    let prepared = PagePreparer().run(raster, page: 1)
    #expect(prepared.isBlank)
  }
}

extension AcquiredPage {
  var raster: Raster? {
    if case .picture(let raster) = content { raster } else { nil }
  }

  var words: Page? {
    if case .words(let page) = content { page } else { nil }
  }
}
