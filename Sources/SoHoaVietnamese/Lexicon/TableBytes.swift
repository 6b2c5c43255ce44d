/// Goes through a tab-separated table byte by byte, without making strings.
struct TableBytes {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }

  /// A byte from here on; a line feed beyond the end.
  subscript(_ ahead: Int) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0x0A }

  mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    offset += 1
  }

  /// True if there was one.
  mutating func skipEmptyLine() -> Bool {
    guard self[0] == 0x0A else { return false }
    offset += 1
    return true
  }

  /// True if the line ends here; then goes on with the next.
  mutating func endLine() -> Bool { skipEmptyLine() }

  /// True if there was one.
  mutating func readTab() -> Bool {
    guard self[0] == 0x09 else { return false }
    offset += 1
    return true
  }

  /// A cell of 0 or 1.
  mutating func readFlag() -> Bool? {
    guard self[0] == 0x30 || self[0] == 0x31 else { return nil }
    offset += 1
    return bytes[offset - 1] == 0x31
  }

  /// A cell of up to nine digits.
  mutating func readNumber() -> UInt32? {
    let start = offset
    var value: UInt32 = 0
    while offset < start + 9, self[0] >= 0x30, self[0] <= 0x39 {
      value = value * 10 + UInt32(bytes[offset] - 0x30)
      offset += 1
    }
    return offset > start ? value : nil
  }

  /// A cell and the tab after it, as scalars; false if there is no tab or the text is no UTF-8.
  mutating func readText(_ text: inout [UInt32]) -> Bool {
    text.removeAll(keepingCapacity: true)
    while self[0] != 0x09, self[0] != 0x0A {
      guard let scalar = readScalar() else { return false }
      text.append(scalar)
    }
    return readTab()
  }

  /// A cell of up to three scalars and the tab after it, packed as in `Segment`.
  mutating func readSegment() -> Segment? {
    var key: UInt64 = 0
    var count = 0
    while self[0] != 0x09, self[0] != 0x0A {
      guard count < Segment.limit, let scalar = readScalar() else { return nil }
      key = key << 21 | UInt64(scalar)
      count += 1
    }
    return readTab() ? Segment(key: key) : nil
  }

  /// One scalar of well-formed UTF-8; nil for anything else.
  private mutating func readScalar() -> UInt32? {
    let lead = bytes[offset]
    guard lead >= 0x80 else {
      offset += 1
      return UInt32(lead)
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, offset + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    offset += length
    let least: UInt32 = length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80
    return value >= least && Unicode.Scalar(value) != nil ? value : nil
  }
}
