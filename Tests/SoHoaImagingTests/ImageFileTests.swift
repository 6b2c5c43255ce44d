import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct ImageFileTests {
  @Test(
    "gives size, colour and resolution as stored",
    arguments: [
      ("decision.clean.png", 2480, 3508, .grey, 300), ("decision.scan.jpg", 2480, 3508, .colour, 300),
      ("plan-hospital.scan.tif", 1654, 2339, .grey, 200),
      ("dispatch-unnumbered.scan.bmp", 1654, 2339, .grey, 200),
      ("notice-urgent.scan.webp", 1654, 2339, .colour, 0),
    ] as [(String, Int, Int, Raster.Channels, Int)])
  func decodes(_ name: String, _ width: Int, _ height: Int, _ channels: Raster.Channels, _ dpi: Int) throws {
    let raster = try #require(InputFile(contentsOf: Fixture.scan(name)).page(1).raster)
    #expect(raster.width == width && raster.height == height)
    #expect(raster.channels == channels)
    #expect(raster.dpi == dpi)
    #expect(raster.bytes.contains { $0 < 64 } && raster.bytes.contains { $0 > 200 })
  }

  @Test("each page of a TIFF is another page")
  func pagesDiffer() throws {
    let file = try InputFile(contentsOf: Fixture.scan("decree.clean.tif"))
    #expect(file.pageCount == 3)
    #expect(try #require(file.page(1).raster) != #require(file.page(3).raster))
  }

  @Test(
    "stands a photograph as the camera was held",
    arguments: [(1, false), (3, false), (6, true), (8, true), (99, false)])
  func orientation(_ tag: UInt8, _ isSideways: Bool) throws {
    let stored = try Data(contentsOf: Fixture.scan("decision.upside-down.jpg"))
    let plain = try #require(InputFile(data: stored, name: "photo").page(1).raster)
    let tagged = try #require(
      InputFile(data: stored.withExif(orientation: tag), name: "photo").page(1).raster)
    #expect(tagged.width == (isSideways ? plain.height : plain.width))
    if tag == 3 { #expect(Array(tagged.bytes.reversed()) == Array(plain.bytes)) }
    if tag == 6 { #expect(tagged.bytes[tagged.width - 1] == plain.bytes[0]) }
    if tag == 8 { #expect(tagged.bytes[tagged.width * (tagged.height - 1)] == plain.bytes[0]) }
  }
}

extension Data {
  /// The JPEG with an EXIF segment that holds nothing but the orientation.
  fileprivate func withExif(orientation: UInt8) -> Data {
    let tiff: [UInt8] =
      Array("MM".utf8) + [
        0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
      ]
    let body = Array("Exif\0\0".utf8) + tiff
    let length = body.count + 2
    return prefix(2) + Data([0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)]) + body + dropFirst(2)
  }
}
