import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

/// PDFs whose text layer is to be believed, or not (`fixtures/tools/text_layers.py`).
@Suite struct TextLayerFileTests {
  private func page(_ path: String, mode: AcquireSettings.Mode = .auto) throws -> AcquiredPage {
    let url = Fixture.folder.appending(path: path)
    return try InputFile(contentsOf: url, settings: AcquireSettings(mode: mode)).page(1)
  }

  @Test(
    "tells why a layer is not believed, and has the picture instead",
    arguments: [
      ("garbage-behind-scan", "pdf.textLayer.overScan"), ("text-under-scan", "pdf.textLayer.overScan"),
      ("unseen", "pdf.textLayer.unseen"), ("no-table", "pdf.textLayer.garbled"),
      ("no-table-for-one-font", "pdf.textLayer.garbled"), ("wrong-table", "pdf.textLayer.garbled"),
      ("outlines-with-header", "pdf.textLayer.incomplete"), ("outlines", nil),
    ])
  func doubtful(_ name: String, _ code: String?) throws {
    let page = try page("layers/\(name).pdf")
    #expect(page.raster != nil)
    #expect(page.findings.map(\.code) == [code].compactMap(\.self))
  }

  @Test(
    "believes what an office program wrote",
    arguments: ["scans/plan-hospital.clean.pdf", "scans/decree.digital.pdf", "layers/signed.pdf"])
  func sane(_ path: String) throws {
    let page = try page(path)
    #expect(page.words != nil && page.findings.isEmpty)
  }

  @Test("what a signing program lays over a page is read with it, and the file stays as it is")
  func laidOver() throws {
    let url = Fixture.folder.appending(path: "layers/filled.pdf")
    let before = try Data(contentsOf: url)
    let text = try page("layers/filled.pdf").words?.lines.map(\.text).joined(separator: "\n") ?? ""
    #expect(text.contains("Số: 316 /BQLGT-KHKT"))
    #expect(text.contains("ngày 09 tháng 11 năm 2026"))
    #expect(try Data(contentsOf: url) == before)
  }

  @Test("takes a doubtful layer where only text is wanted, and says what it is")
  func wanted() throws {
    let page = try page("layers/outlines-with-header.pdf", mode: .text)
    #expect(page.words?.lines.map(\.text) == ["UBND TINH BINH LINH", "Trang 1/1"])
    #expect(page.findings.map(\.code) == ["pdf.textLayer.incomplete"])
  }

  @Test("reports who signed, when, how and over what")
  func signature() throws {
    let url = Fixture.folder.appending(path: "layers/signed.pdf")
    let file = try InputFile(contentsOf: url)
    let signature = try #require(file.signatures.first)
    #expect(file.signatures.count == 1 && file.findings.map(\.code) == ["pdf.signed"])
    #expect(signature.signer == "Viên Đình Sách")
    #expect(signature.subFilter == "adbe.pkcs7.detached")
    #expect(signature.coversWholeFile == true)
    #expect(signature.time?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  @Test("tells that something was added after the signing, and takes the file's word where none is verified")
  func changedAfterSigning() throws {
    var data = try Data(contentsOf: Fixture.folder.appending(path: "layers/signed.pdf"))
    data += Data("% added later, after the end\n%%EOF\n".utf8)
    let file = try InputFile(data: data, name: "signed.pdf")
    #expect(file.signatures.map(\.coversWholeFile) == [false])
  }

  @Test(
    "reads dates as far as they go",
    arguments: [
      ("D:20261112081500+07'00'", "2026-11-12T08:15:00+07:00"), ("D:20261112081500Z", "2026-11-12T08:15:00Z"),
      ("D:20261112081500", "2026-11-12T08:15:00"), ("20261112", "2026-11-12"), ("D:2026", nil), ("", nil),
      ("D:20261112081500-0330", "2026-11-12T08:15:00-03:30"),
    ] as [(String, String?)])
  func dates(_ text: String, _ expected: String?) { #expect(PDFDate.iso8601(text) == expected) }
}
