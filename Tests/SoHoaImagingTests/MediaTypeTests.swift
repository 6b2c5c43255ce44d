import Foundation
import Testing

@testable import SoHoaImaging

@Suite struct MediaTypeTests {
  @Test(
    "knows a file by its first bytes",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
      ([0x49, 0x49, 0x2A, 0x00], .tiff),
      ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
      (Array("RIFF1234WEBPVP8 ".utf8), .webp),
      (Array("P5\n2 2\n255\n".utf8), .pnm),
      (Array("BM".utf8) + [9, 0, 0, 0, 0, 0, 0, 0], .bmp),
      (Array("%PDF-1.7".utf8), .pdf),
      (Array("\u{FEFF}\n  %PDF-1.4".utf8), .pdf),
      (Array("Kính gửi: Ủy ban".utf8), .text),
      (Array("BM là chữ viết tắt".utf8), .text),
      ([0xFF, 0xFE, 0x4B, 0x00], .text),
      ([0x4B, 0x00, 0xED, 0x00, 0x6E, 0x00], .text),
      (Array("PK\u{3}\u{4}word".utf8), nil),
      (Array("{\\rtf1 text}".utf8), nil),
      ([0x00, 0x01, 0x02, 0x03, 0x90], nil),
      ([], nil),
    ] as [([UInt8], MediaType?)])
  func recognises(_ bytes: [UInt8], as type: MediaType?) {
    #expect(MediaType.recognise(bytes) == type)
  }

  @Test(
    "knows the fixtures by content, whatever their names",
    arguments: [
      ("scans/decision.clean.png", .png), ("scans/decision.scan.jpg", .jpeg),
      ("scans/decree.clean.tif", .tiff), ("scans/dispatch-unnumbered.scan.bmp", .bmp),
      ("scans/notice-urgent.scan.webp", .webp), ("scans/party-resolution.crop.pgm", .pnm),
      ("scans/dispatch.clean.pdf", .pdf), ("text/decree.plain.txt", .text),
      ("broken/jpeg-named.png", .jpeg), ("broken/not-a-pdf.pdf", .text),
    ] as [(String, MediaType)])
  func recognisesFile(_ name: String, as type: MediaType) throws {
    let file = try InputFile(contentsOf: Fixture.folder.appending(path: name))
    #expect(file.mediaType == type)
  }
}
