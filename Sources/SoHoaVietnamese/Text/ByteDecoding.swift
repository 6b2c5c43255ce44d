/// Bytes of a text as they come, as text: UTF-8, UTF-16, or an 8-bit encoding of before Unicode, whose bytes
/// are shown as Windows would (CP1252) for `EncodingDetector` to decode.
public struct ByteDecoding: Sendable {
  public enum Form: String, Codable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case bytes = "8-bit"
  }

  public private(set) var form = Form.utf8
  /// Where what is no UTF-8 or UTF-16 was replaced by U+FFFD: offsets in bytes, from 0; the first thousand.
  public private(set) var replaced: [Int] = []
  /// All of them.
  public private(set) var replacedCount = 0
  /// Bytes taken so far.
  public var count: Int { offset + pending.count }

  private let detector: EncodingDetector?
  private var pending: [UInt8] = []
  /// Of the first pending byte.
  private var offset = 0
  private var isLittleEndian = true
  private var hasBegun = false
  /// True once bytes above ASCII have shown which form it is.
  private var isProven = false

  /// Bytes that are looked at to tell the form.
  static let head = 1 << 16
  private static let mostReplaced = 1000

  /// - Parameter detector: nil if 8-bit encodings are not to be looked for.
  public init(detector: EncodingDetector? = nil) { self.detector = detector }

  /// - Returns: the characters that are complete by now.
  public mutating func add(_ bytes: some Sequence<UInt8>) throws(TextDecoding.Failure) -> String {
    pending.append(contentsOf: bytes)
    return pending.count < Self.head ? "" : try decoded(isLast: false)
  }

  public mutating func finish() throws(TextDecoding.Failure) -> String {
    let text = try decoded(isLast: true)
    if form == .utf16, !pending.isEmpty { throw .brokenUTF16 }
    return text
  }

  private mutating func decoded(isLast: Bool) throws(TextDecoding.Failure) -> String {
    if !hasBegun { begin() }
    if form != .utf16, let place = Self.binaryPlace(pending) { throw .binary(offset: offset + place) }
    if form == .utf8, !isProven { prove() }
    switch form {
    case .utf8: return take(Self.wholeUTF8(pending, isLast: isLast), as: UTF8.self) { $0 }
    case .utf16: return try wide(isLast: isLast)
    case .bytes: return takeBytes()
    }
  }

  /// Takes the byte order mark off; tells UTF-16.
  private mutating func begin() {
    hasBegun = true
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
      isProven = true
      drop(3)
    } else if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) {
      form = .utf16
      isLittleEndian = pending[0] == 0xFF
      drop(2)
    }
  }

  private mutating func drop(_ count: Int) {
    pending.removeFirst(count)
    offset += count
  }

  /// The first zero byte; or the first control character where there are many.
  private static func binaryPlace(_ bytes: [UInt8]) -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    var first: Int?
    var count = 0
    for (index, byte) in bytes.enumerated() where byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
    {
      count += 1
      first = first ?? index
    }
    return count * 20 > bytes.count ? first : nil
  }

  /// Tells UTF-8 from 8-bit text at the first bytes above ASCII.
  private mutating func prove() {
    guard pending.contains(where: { $0 > 0x7F }) else { return }
    isProven = true
    guard let detector, String(validating: pending, as: UTF8.self) == nil else { return }
    let characters = String(decoding: pending, as: UTF8.self).unicodeScalars
    let broken = characters.count { $0 == "\u{FFFD}" }
    guard broken > characters.count(where: { $0.value > 0x7F }) - broken else { return }
    if detector.isLegacy(String(scalars: pending.map(CodeByte.scalar))) { form = .bytes }
  }

  /// How many of the bytes end with a whole character.
  private static func wholeUTF8(_ bytes: [UInt8], isLast: Bool) -> Int {
    guard !isLast else { return bytes.count }
    let tail = bytes.suffix(3)
    guard let lead = tail.lastIndex(where: { $0 >= 0xC0 }) else { return bytes.count }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
    return lead + length > bytes.count ? lead : bytes.count
  }

  private mutating func wide(isLast: Bool) throws(TextDecoding.Failure) -> String {
    let little = isLittleEndian
    var count = pending.count / 2
    let unit = { (bytes: [UInt8], index: Int) in
      little
        ? UInt16(bytes[2 * index]) | UInt16(bytes[2 * index + 1]) << 8
        : UInt16(bytes[2 * index]) << 8 | UInt16(bytes[2 * index + 1])
    }
    if !isLast, count > 0, unit(pending, count - 1) & 0xFC00 == 0xD800 { count -= 1 }
    let units = (0..<count).map { unit(pending, $0) }
    if let zero = units.firstIndex(of: 0) { throw .binary(offset: offset + 2 * zero) }
    return take(2 * count, as: UTF16.self) { _ in units }
  }

  private mutating func takeBytes() -> String {
    let text = String(scalars: pending.map(CodeByte.scalar))
    drop(pending.count)
    return text
  }

  /// Takes bytes as characters, and notes where that is not possible.
  private mutating func take<Codec: Unicode.Encoding>(
    _ count: Int, as codec: Codec.Type, _ units: (ArraySlice<UInt8>) -> some Collection<Codec.CodeUnit>
  ) -> String {
    let units = units(pending[..<count])
    if let text = String(validating: units, as: codec) {
      drop(count)
      return text
    }
    let text = parsed(units, as: codec, width: count / max(units.count, 1))
    drop(count)
    return text
  }

  private mutating func parsed<Codec: Unicode.Encoding>(
    _ units: some Collection<Codec.CodeUnit>, as codec: Codec.Type, width: Int
  ) -> String {
    var parser = Codec.ForwardParser()
    var source = units.makeIterator()
    var scalars = String.UnicodeScalarView()
    var consumed = 0
    while true {
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded):
        scalars.append(Codec.decode(encoded))
        consumed += encoded.count
      case .error(let length):
        scalars.append("\u{FFFD}")
        note(offset + consumed * width)
        consumed += length
      case .emptyInput: return String(scalars)
      }
    }
  }

  private mutating func note(_ place: Int) {
    replacedCount += 1
    if replaced.count < Self.mostReplaced { replaced.append(place) }
  }
}
