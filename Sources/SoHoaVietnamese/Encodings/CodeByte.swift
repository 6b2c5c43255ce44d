/// Bytes as Windows shows them where it takes them for Western European text (CP1252), and the way back.
enum CodeByte {
  /// What a byte becomes where it is misread.
  static func scalar(_ byte: UInt8) -> UInt32 {
    byte >= 0x80 && byte < 0xA0 ? specials[Int(byte) - 0x80] : UInt32(byte)
  }

  /// The byte that was misread as a scalar; nil where no byte looks like this.
  static func of(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    // Compatibility forms make the micro sign a Greek mu.
    if scalar == 0x3BC { return 0xB5 }
    guard scalar < 0x2123, let place = specials.firstIndex(of: scalar) else { return nil }
    return UInt8(0x80 + place)
  }

  /// CP1252 from 0x80 to 0x9F; the five bytes without meaning are themselves.
  private static let specials: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
    0x153, 0x9D, 0x17E, 0x178,
  ]
}
