import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct PDFFileTests {
  private func first(_ data: Data, _ settings: AcquireSettings = AcquireSettings()) throws -> AcquiredPage {
    try InputFile(data: data, name: "small.pdf", settings: settings).page(1)
  }

  @Test("a picture that covers the page is taken as it is stored, at its own resolution")
  func storedPicture() throws {
    let picture = SmallPDF.picture(width: 500, height: 750)
    let data = SmallPDF.page(content: "200 0 0 300 0 0 cm /Im Do", image: picture)
    let raster = try #require(first(data).raster)
    #expect(raster.width == 500 && raster.height == 750 && raster.dpi == 180)
    #expect(raster.channels == .grey && Array(raster.bytes) == picture.bytes)
  }

  @Test("the page's rotation turns the stored picture", arguments: [90, 180, 270])
  func rotated(_ degrees: Int) throws {
    let picture = SmallPDF.picture(width: 500, height: 750)
    let data = SmallPDF.page(rotate: degrees, content: "200 0 0 300 0 0 cm /Im Do", image: picture)
    let raster = try #require(first(data).raster)
    let isSideways = degrees != 180
    #expect(raster.width == (isSideways ? 750 : 500) && raster.height == (isSideways ? 500 : 750))
    let darkX = degrees == 270 ? 5 : raster.width - 5
    let darkY = degrees == 90 ? 5 : raster.height - 5
    #expect(raster.bytes[darkY * raster.width + darkX] < 60)
  }

  @Test("a picture that covers half of the page is rendered with the rest")
  func halfPage() throws {
    let data = SmallPDF.page(
      content: "200 0 0 150 0 0 cm /Im Do", image: SmallPDF.picture(width: 100, height: 75))
    let raster = try #require(first(data).raster)
    #expect(raster.width == 278 && raster.height == 417 && raster.dpi == 100)
  }

  @Test("a digital text layer gives words with boxes in reading order")
  func textLayer() throws {
    let data = SmallPDF.page(content: "BT /F 20 Tf 20 250 Td (Luat Dau tu) Tj 0 -30 Td (Chuong mot) Tj ET")
    let page = try #require(first(data).words)
    #expect(page.lines.map(\.text) == ["Luat Dau tu", "Chuong mot"])
    #expect(page.origin == .textLayer && page.width == 833 && page.dpi == 300)
    let box = try #require(page.words.first?.box)
    #expect(abs(box.left - 83) < 4 && box.top > 100 && box.bottom < 250)
  }

  @Test("modes override the choice")
  func modes() throws {
    let data = SmallPDF.page(content: "BT /F 20 Tf 20 250 Td (Luat Dau tu) Tj ET")
    #expect(try first(data, AcquireSettings(mode: .ocr)).raster != nil)
    let scan = SmallPDF.page(
      content: "200 0 0 300 0 0 cm /Im Do", image: SmallPDF.picture(width: 50, height: 75))
    #expect(try first(scan, AcquireSettings(mode: .text)).findings.map(\.code) == ["page.noText"])
  }

  @Test(
    "a text layer that cannot be believed is not",
    arguments: [
      ("over a scan", true, "(Luat Dau tu) Tj", "pdf.textLayer.overScan"),
      ("TCVN3", false, "(Céng hßa x· héi chñ nghÜa ViÖt Nam) Tj", "pdf.textLayer.legacyFont"),
      ("symbols", false, "(~~^^ ||\\\\ {}{} <<>> ##@@ ^^~~) Tj", "pdf.textLayer.garbled"),
    ])
  func doubtfulLayer(_ name: String, _ isScan: Bool, _ text: String, _ code: String) throws {
    let under = isScan ? "q 200 0 0 300 0 0 cm /Im Do Q " : ""
    let latin1 = text.unicodeScalars.map { $0.value < 128 ? String($0) : "\\" + String($0.value, radix: 8) }
      .joined()
    let data = SmallPDF.page(
      content: under + "BT /F 9 Tf 10 250 Td \(latin1) ET", image: SmallPDF.picture(width: 400, height: 600))
    let page = try first(data)
    #expect(page.raster != nil)
    #expect(page.findings.map(\.code) == [code])
  }

  @Test("an enormous page is rendered at fewer pixels, an absurd one refused")
  func enormous() throws {
    let settings = AcquireSettings(limits: Limits(maxPixelsPerPage: 4_000_000))
    let wide = try #require(first(SmallPDF.page(box: (1000, 1000), content: ""), settings).raster)
    #expect(wide.width * wide.height <= 4_000_000 && wide.dpi < 300)
    let absurd = try first(SmallPDF.page(box: (14000, 14000), content: ""), settings)
    #expect(absurd.findings.map(\.code) == ["page.tooLarge"])
  }

  @Test("a picture that claims more pixels than the limit is refused")
  func hugeStoredPicture() throws {
    let honest = SmallPDF.page(
      content: "200 0 0 300 0 0 cm /Im Do", image: SmallPDF.picture(width: 50, height: 75))
    let huge = honest.replacingOnce("/Width 50/Height 75", with: "/Width 90000/Height 90000")
    #expect(try first(huge).findings.map(\.code) == ["page.tooLarge"])
  }

  @Test("a PDF with scans and text is decided page by page")
  func mixed() throws {
    let file = try InputFile(contentsOf: Fixture.scan("decree.mixed.pdf"))
    let kinds = file.pageNumbers.map { file.page($0).words == nil ? "picture" : "words" }
    #expect(Set(kinds) == ["picture", "words"])
  }

  @Test("the words of a digital page lie on the page, in order and composed")
  func digitalFixture() throws {
    let page = try #require(InputFile(contentsOf: Fixture.scan("plan-hospital.clean.pdf")).page(1).words)
    let sheet = BoundingBox(left: 0, top: 0, right: page.width, bottom: page.height)
    #expect(page.words.count > 100)
    #expect(page.words.allSatisfy { sheet.contains($0.box!) })
    #expect(page.words.map(\.id.index) == Array(1...page.words.count))
  }

  @Test("the lost end of a file is told")
  func cutOff() throws {
    let whole = SmallPDF.page(content: "BT /F 20 Tf 20 250 Td (Luat Dau tu) Tj ET")
    let file = try InputFile(data: whole.dropLast(8), name: "small.pdf")
    #expect(file.findings.map(\.code) == ["file.truncated"])
    #expect(try InputFile(data: whole, name: "small.pdf").findings.isEmpty)
  }
}

extension Data {
  fileprivate func replacingOnce(_ old: String, with new: String) -> Data {
    guard let range = range(of: Data(old.utf8)) else { return self }
    return self[..<range.lowerBound] + Data(new.utf8) + self[range.upperBound...]
  }
}
