import Foundation
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaPDF

/// Pictures go into a copy without loss, and as they are where PDF has a form for them.
struct PictureTests {
  private static func copy(_ name: String, to target: URL) throws {
    let url = SmallFiles.fixture("images/\(name)")
    let file = try InputFile(contentsOf: url)
    let pages = file.pageNumbers.map { number -> Page in
      guard case .picture(let raster) = file.page(number).content else {
        return Page(number: number, origin: .unreadable)
      }
      return SmallFiles.page(
        [("ảnh", BoundingBox(left: 9, top: 9, right: 90, bottom: 30))], number: number, width: raster.width,
        height: raster.height)
    }
    let pictures = PictureSource(bytes: try Data(contentsOf: url)) { page in
      try? InputFile(contentsOf: url).losslessPicture(page)
    }
    _ = try SearchablePDF(.none).write(
      SmallFiles.file(pages, name: name), from: .pictures(pictures), to: target)
  }

  private static func pixels(_ url: URL) throws -> [Raster] {
    let file = try InputFile(contentsOf: url, settings: AcquireSettings(mode: .ocr))
    return file.pageNumbers.compactMap { number in
      guard case .picture(let raster) = file.page(number).content else { return nil }
      return Raster(
        width: raster.width, height: raster.height, channels: raster.channels, dpi: 0, bytes: raster.bytes)
    }
  }

  @Test(
    "the picture of the copy is the picture of the file",
    arguments: [
      "16-bit.png", "alpha.png", "bits.png", "gray-alpha.png", "palette.png", "palette-transparent.png",
      "deflate.tif",
      "group3.tif", "lzw.tif", "packbits.tif", "mixed.tif", "lossless.webp", "no-dpi.jpg", "orientation.jpg",
      "progressive.jpg", "jpeg.tif",
    ])
  func isLossless(_ name: String) async throws {
    try await SmallFiles.withTarget { target in
      try Self.copy(name, to: target)
      #expect(try Tool.complaints(target) == "")
      #expect(try Tool.text(target).contains("ảnh"))
      let wanted = try Self.pixels(SmallFiles.fixture("images/\(name)"))
      let seen = try Self.pixels(target)
      #expect(seen.map { [$0.width, $0.height] } == wanted.map { [$0.width, $0.height] })
      #expect(zip(seen, wanted).allSatisfy { Self.grey($0) == Self.grey($1) })
    }
  }

  /// Grey that is stored as colour is the same picture.
  private static func grey(_ raster: Raster) -> [UInt8] {
    let bytes = Array(raster.bytes)
    guard raster.channels == .colour else { return bytes }
    var reds: [UInt8] = []
    for place in stride(from: 0, to: bytes.count, by: 3) {
      let red = bytes[place]
      guard red == bytes[place + 1], red == bytes[place + 2] else { return bytes }
      reds.append(red)
    }
    return reds
  }

  @Test("JPEG, PNG and group 4 are copied byte for byte")
  func copiesBytes() async throws {
    let jpeg = try Data(contentsOf: SmallFiles.fixture("images/progressive.jpg"))
    #expect(StoredPicture(jpeg, page: 1)?.bytes == jpeg)
    let png = try Data(contentsOf: SmallFiles.fixture("images/palette.png"))
    let data = try #require(StoredPicture(png, page: 1)?.bytes)
    #expect(png.range(of: data.prefix(64)) != nil)
    let fax = try Data(contentsOf: SmallFiles.fixture("scans/plan-department.copy.tif"))
    let second = try #require(StoredPicture(fax, page: 2))
    #expect(fax.range(of: second.bytes) != nil)
    #expect(StoredPicture(fax, page: 3) == nil)
    #expect(StoredPicture(fax.prefix(200), page: 1) == nil)
  }

  @Test("stored pictures of a PDF go over bit for bit")
  func keepsStreams() async throws {
    for name in ["jpeg-rgb", "fax-group4", "jbig2", "jpeg2000-rgb", "flate-indexed", "jpeg-in-flate"] {
      try await SmallFiles.withTarget { target in
        let source = SmallFiles.fixture("forms/\(name).pdf")
        let page = SmallFiles.page(
          [("ảnh", BoundingBox(left: 9, top: 9, right: 90, bottom: 30))], width: 1654, height: 240)
        _ = try SearchablePDF().write(SmallFiles.file([page]), from: .file(source), to: target)
        let wanted = try Self.images(QPDFDocument(contentsOf: source, name: name))
        #expect(!wanted.isEmpty)
        #expect(try Self.images(QPDFDocument(contentsOf: target, name: name)) == wanted, "\(name)")
      }
    }
  }

  private static func images(_ document: QPDFDocument) throws -> [Data] {
    let objects = document.page(1)?.inherited("Resources")?["XObject"]
    return (objects?.keys ?? []).compactMap { objects?[$0]?.stored() }
  }
}
