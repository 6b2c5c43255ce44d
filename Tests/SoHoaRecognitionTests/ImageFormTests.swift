import Foundation
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// The same lines as picture files of every make (`fixtures/tools/image_forms.py`).
@Suite struct ImageFormTests {
  private static let words = Set(
    """
    Căn cứ Hợp đồng ngày về thi công xây dựng cầu Ngọc Giang và tiến độ đã được Sở Xây chấp thuận, nhà thầu
    phải khởi A1 trong tháng Tuy nhiên, đến nay còn 04 hộ dân tại số 9 chưa bàn giao mặt bằng, diện tích
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private func words(_ data: Raster) throws -> Set<String> {
    let page = try Recogniser().run(PagePreparer().run(data, page: 1))
    return Set(page.words.map(\.observed.text))
  }

  private func raster(_ name: String, page: Int = 1) throws -> Raster {
    let file = try InputFile(contentsOf: Fixture.folder.appending(path: "images/\(name)"))
    let acquired = file.page(page)
    guard case .picture(let raster) = acquired.content else {
      throw Unreadable(findings: acquired.findings.map(\.message.en))
    }
    return raster
  }

  private struct Unreadable: Error { let findings: [String] }

  @Test(
    "reads every make of picture",
    arguments: [
      "16-bit.png", "alpha.png", "palette.png", "palette-transparent.png", "gray-alpha.png", "bits.png",
      "cmyk.jpg", "progressive.jpg", "orientation.jpg", "no-dpi.jpg", "absurd-dpi.jpg", "lzw.tif",
      "deflate.tif", "packbits.tif", "jpeg.tif", "group3.tif", "fax-pixels.tif", "cmyk.tif", "16-bit.tif",
      "alpha.tif", "mixed.tif", "lossless.webp",
    ])
  func reads(_ name: String) throws {
    let raster = try raster(name)
    #expect(abs(raster.width - 1654) <= 1 && abs(raster.height - 240) <= 1)
    let missing = Self.words.subtracting(try words(raster))
    #expect(missing.count * 20 <= Self.words.count, "missing: \(missing)")
  }

  @Test("reads the pages of a TIFF however each is stored", arguments: [1, 2, 3])
  func mixed(_ page: Int) throws {
    let missing = Self.words.subtracting(try words(raster("mixed.tif", page: page)))
    #expect(missing.count * 20 <= Self.words.count, "missing: \(missing)")
  }

  @Test(
    "says nothing of dpi where the file says nothing possible", arguments: ["no-dpi.jpg", "absurd-dpi.jpg"])
  func resolution(_ name: String) throws { #expect(try raster(name).dpi == 0) }

  @Test(
    "names what it does not read",
    arguments: [
      ("plain.gif", "GIF"), ("plain.jp2", "JPEG 2000"), ("photo.heic", "HEIC (a telephone's photograph)"),
    ])
  func foreign(_ name: String, _ found: String) {
    #expect(throws: AcquisitionError.wrongType(file: name, found: found)) { try raster(name) }
  }
}
