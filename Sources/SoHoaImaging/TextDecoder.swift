/// Turns the bytes of a text file into characters, and tells where that was not possible.
struct TextDecoder {
  let encoding: TextEncoding

  /// - Returns: the text in NFC-neutral form as stored, and the byte offsets of what had to be replaced
  ///   by U+FFFD.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, broken: [Int]) {
    let offset = bytes.starts(with: encoding.mark) ? encoding.mark.count : 0
    let body = UnsafeBufferPointer(rebasing: bytes.dropFirst(offset))
    switch encoding {
    case .utf8: return decode(body, offset: offset, width: 1, as: UTF8.self) { $0[$1] }
    case .utf16Little:
      return decode(body, offset: offset, width: 2, as: UTF16.self) {
        UInt16($0[2 * $1]) | UInt16($0[2 * $1 + 1]) << 8
      }
    case .utf16Big:
      return decode(body, offset: offset, width: 2, as: UTF16.self) {
        UInt16($0[2 * $1]) << 8 | UInt16($0[2 * $1 + 1])
      }
    }
  }

  private func decode<Codec: Unicode.Encoding>(
    _ bytes: UnsafeBufferPointer<UInt8>, offset: Int, width: Int, as codec: Codec.Type,
    unit: @escaping (UnsafeBufferPointer<UInt8>, Int) -> Codec.CodeUnit
  ) -> (text: String, broken: [Int]) {
    var parser = Codec.ForwardParser()
    var read = 0
    var units = AnyIterator<Codec.CodeUnit> {
      guard (read + 1) * width <= bytes.count else { return nil }
      defer { read += 1 }
      return unit(bytes, read)
    }
    var scalars = String.UnicodeScalarView()
    var broken: [Int] = []
    var consumed = 0
    while true {
      switch parser.parseScalar(from: &units) {
      case .valid(let encoded):
        scalars.append(Codec.decode(encoded))
        consumed += encoded.count
      case .error(let length):
        scalars.append("\u{FFFD}")
        broken.append(offset + consumed * width)
        consumed += length
      case .emptyInput:
        return (String(scalars), bytes.count % width == 0 ? broken : broken + [offset + bytes.count - 1])
      }
    }
  }
}
