/// What a file holds, recognised by its first bytes and never by its name.
public enum MediaType: String, Hashable, Codable, Sendable, CaseIterable {
  case png, jpeg, tiff, bmp, webp, pnm, pdf, text

  /// Bytes that `recognise` wants to see; fewer are fine.
  public static let prefixLength = 4096

  /// - Parameter bytes: the start of the file, `prefixLength` bytes where there are as many.
  /// - Returns: nil if it is none of ours.
  public static func recognise(_ bytes: some Collection<UInt8>) -> MediaType? {
    let start = Array(bytes.prefix(prefixLength))
    if let type = signatures.first(where: { $0.matches(start) })?.type { return type }
    if contains("%PDF-", in: start.prefix(1024)) { return .pdf }
    return TextEncoding.guess(start) == nil || foreignName(start) != nil ? nil : .text
  }

  /// The usual name of a type that we do not read, for the message that says so.
  static func foreignName(_ bytes: some Collection<UInt8>) -> String? {
    let start = Array(bytes.prefix(64))
    return foreign.first { start.starts(with: $0.bytes) }?.name ?? boxed(start)
  }

  private struct Signature {
    let type: MediaType
    let bytes: [UInt8]
    var further: (offset: Int, bytes: [UInt8])?

    func matches(_ start: [UInt8]) -> Bool {
      guard start.starts(with: bytes) else { return false }
      guard let further else { return true }
      return start.dropFirst(further.offset).starts(with: further.bytes)
    }
  }

  private static var signatures: [Signature] {
    let fixed = [
      Signature(type: .png, bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      Signature(type: .jpeg, bytes: [0xFF, 0xD8, 0xFF]),
      Signature(type: .tiff, bytes: [0x49, 0x49, 0x2A, 0x00]),
      Signature(type: .tiff, bytes: [0x4D, 0x4D, 0x00, 0x2A]),
      Signature(type: .bmp, bytes: Array("BM".utf8), further: (6, [0, 0, 0, 0])),
      Signature(type: .webp, bytes: Array("RIFF".utf8), further: (8, Array("WEBP".utf8))),
    ]
    let portable = "123456".utf8.flatMap { kind in
      " \t\r\n".utf8.map { Signature(type: .pnm, bytes: [0x50, kind, $0]) }
    }
    return fixed + portable
  }

  private static let foreign: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 3, 4], "ZIP (DOCX, XLSX, ODT ...)"),
    ([0x47, 0x49, 0x46, 0x38], "GIF"),
    (Array("{\\rtf".utf8), "RTF"),
    ([0xD0, 0xCF, 0x11, 0xE0], "DOC, XLS"),
    (Array("Rar!".utf8), "RAR"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7z"),
    ([0x1F, 0x8B], "gzip"),
    ([0x49, 0x49, 0x2B, 0x00], "BigTIFF"),
    ([0x4D, 0x4D, 0x00, 0x2B], "BigTIFF"),
    ([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], "JPEG 2000"),
    ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"),
    ([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20], "JPEG XL"),
    ([0x97, 0x4A, 0x42, 0x32, 0x0D, 0x0A], "JBIG2"),
    (Array("AT&TFORM".utf8), "DjVu"),
    (Array("<?xml".utf8), "XML"),
    (Array("<html".utf8), "HTML"),
    (Array("<!DOCTYPE html".utf8), "HTML"),
  ]

  /// What begins with the box of a media file, whose brand tells the kind.
  private static func boxed(_ start: [UInt8]) -> String? {
    guard start.count >= 12, start[4..<8].elementsEqual("ftyp".utf8) else { return nil }
    switch String(decoding: start[8..<12], as: UTF8.self) {
    case "heic", "heix", "heim", "heis", "mif1", "msf1": return "HEIC (a telephone's photograph)"
    case "avif", "avis": return "AVIF"
    default: return "a video"
    }
  }

  private static func contains(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }
}
