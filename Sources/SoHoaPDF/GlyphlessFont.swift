import Foundation

/// A font without any shapes, for text that is found and copied but never seen.
///
/// One glyph, half an em wide and with nothing to paint, stands for every character: the characters themselves are
/// in the font's way back to Unicode. Codes are handed out as characters turn up.
struct GlyphlessFont {
  /// Of every glyph, in ems.
  static let width = 0.5
  /// Above and below the baseline, in ems.
  static let ascent = 0.8
  static let descent = 0.2

  private(set) var characters: [Unicode.Scalar] = []
  private var codes: [Unicode.Scalar: Int] = [:]

  /// The text as a string operand, two bytes a character; nil once there are more characters than codes.
  mutating func encode(_ text: String) -> String? {
    var operand = "<"
    for scalar in text.unicodeScalars {
      guard let code = code(of: scalar) else { return nil }
      operand += hexadecimal(code)
    }
    return operand + ">"
  }

  private mutating func code(of scalar: Unicode.Scalar) -> Int? {
    if let code = codes[scalar] { return code }
    guard characters.count < Self.mostCharacters else { return nil }
    characters.append(scalar)
    codes[scalar] = characters.count
    return characters.count
  }

  private static let mostCharacters = 0xFFFE

  /// Puts the font, once all its characters are known, where pages point already.
  ///
  /// - Parameter font: an empty dictionary.
  func write(to font: PDFValue) {
    let document = font.document
    let frame = document.value(
      "<< /Type /Font /Subtype /Type0 /BaseFont /\(Self.name) /Encoding /Identity-H >>")
    for key in frame.keys { font[key] = frame[key] }
    font["DescendantFonts"] = document.array([descendant(document)])
    font["ToUnicode"] = document.stream(Data(toUnicode.utf8))
  }

  static let name = "SoHoaUnseen"

  private func descendant(_ document: QPDFDocument) -> PDFValue {
    let font = document.indirect(
      document.value(
        """
        << /Type /Font /Subtype /CIDFontType2 /BaseFont /\(Self.name) /DW 500
        /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>
        """))
    font["CIDToGIDMap"] = document.stream(glyphOfCode)
    let descriptor = document.indirect(
      document.value(
        """
        << /Type /FontDescriptor /FontName /\(Self.name) /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0
        /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>
        """))
    let program = GlyphlessProgram.bytes
    descriptor["FontFile2"] = document.stream(program, "<< /Length1 \(program.count) >>")
    font["FontDescriptor"] = descriptor
    return font
  }

  /// Every code has the one glyph.
  private var glyphOfCode: Data {
    Data([0, 0] + characters.flatMap { _ in [0, 1] as [UInt8] })
  }

  private var toUnicode: String {
    let entries = characters.enumerated().map { "<\(hexadecimal($0 + 1))> <\(Self.utf16($1))>" }
    let parts = stride(from: 0, to: entries.count, by: 100).map { start in
      let part = entries[start..<min(start + 100, entries.count)]
      return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar"
    }
    return """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange
      \(parts.joined(separator: "\n"))
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end
      """
  }

  private static func utf16(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { hexadecimal(Int($0)) }.joined()
  }
}

private func hexadecimal(_ code: Int) -> String {
  let digits = String(code, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The font file: TrueType with two glyphs and no more tables than a PDF wants.
///
/// The second glyph is a line there and back over its whole box: it has no inside to be painted, and still a height,
/// by which readers mark what they have found.
enum GlyphlessProgram {
  static let bytes: Data = {
    let tables: [(name: String, bytes: [UInt8])] = [
      ("glyf", diagonal), ("head", head), ("hhea", hhea), ("hmtx", words(500, 0, 500, 0)),
      ("loca", words(0, 0, diagonal.count / 2)), ("maxp", long(0x0001_0000) + words(2, 2, 1) + limits),
    ]
    var directory = long(0x0001_0000) + words(tables.count, 64, 2, 32)
    var body: [UInt8] = []
    for table in tables {
      let padded = table.bytes + [UInt8](repeating: 0, count: (4 - table.bytes.count % 4) % 4)
      directory += Array(table.name.utf8) + long(checksum(padded))
      directory += long(12 + 16 * tables.count + body.count) + long(table.bytes.count)
      body += padded
    }
    return Data(directory + body)
  }()

  /// One contour of two points.
  private static let diagonal =
    words(1, 0, -200, 500, 800, 1, 0) + [1, 1] as [UInt8] + words(0, 500, -200, 1000)

  /// Of compound glyphs and instructions, of which there are none.
  private static let limits = words(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)

  /// 1000 units an em; boxes from the descent to the ascent.
  private static let head =
    long(0x0001_0000) + long(0x0001_0000) + long(0) + long(0x5F0F_3CF5) + words(0, 1000)
    + [UInt8](repeating: 0, count: 16) + words(0, -200, 500, 800, 0, 8, 2, 0, 0)

  private static let hhea =
    long(0x0001_0000) + words(800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2)

  private static func words(_ values: Int...) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  private static func long(_ value: Int) -> [UInt8] { words(value >> 16) + words(value & 0xFFFF) }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    stride(from: 0, to: bytes.count, by: 4).reduce(0) { sum, place in
      (sum + bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }) & 0xFFFF_FFFF
    }
  }
}
