/// Cuts the content stream of a PDF page into its tokens.
struct PDFContentLexer {
  enum Token: Hashable {
    case number(Double)
    /// Without its slash.
    case name(String)
    /// A string of so many bytes.
    case string(Int)
    case operation(Operator)
    case arrayStart, arrayEnd, dictionaryStart, dictionaryEnd
  }

  /// Up to seven letters of an operator in one number.
  struct Operator: Hashable, ExpressibleByStringLiteral {
    private(set) var code: UInt64 = 0

    init() {}
    init(stringLiteral text: StaticString) {
      text.withUTF8Buffer { for byte in $0 { append(byte) } }
    }
    mutating func append(_ byte: UInt8) { code = code << 8 | UInt64(byte) }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// - Parameter bytes: must outlive the lexer.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Nil at the end.
  mutating func next() -> Token? {
    skipBlank()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "("): return .string(literalString())
    case UInt8(ascii: "<"): return startsDouble("<") ? .dictionaryStart : .string(hexString())
    case UInt8(ascii: ">"): return startsDouble(">") ? .dictionaryEnd : single(.operation(Operator()))
    case UInt8(ascii: "["): return single(.arrayStart)
    case UInt8(ascii: "]"): return single(.arrayEnd)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(number())
    default: return .operation(operation())
    }
  }

  /// Goes behind the data of an inline image, whose `ID` was the last token.
  mutating func skipImageData() {
    place += 1
    while place + 2 <= bytes.count {
      if bytes[place] == UInt8(ascii: "E"), bytes[place + 1] == UInt8(ascii: "I"),
        Self.isBlank(bytes[place - 1]), isEndOfImage(place + 2)
      {
        place += 2
        return
      }
      place += 1
    }
    place = bytes.count
  }

  /// What follows the `EI` of an image is white space and then text, never more of the picture.
  private func isEndOfImage(_ after: Int) -> Bool {
    guard after < bytes.count else { return true }
    return Self.isBlank(bytes[after])
      && bytes[after..<min(after + 12, bytes.count)].allSatisfy { $0 < 127 && ($0 >= 32 || Self.isBlank($0)) }
  }

  private mutating func single(_ token: Token) -> Token {
    place += 1
    return token
  }

  private mutating func startsDouble(_ mark: Unicode.Scalar) -> Bool {
    guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: mark) else { return false }
    place += 2
    return true
  }

  private mutating func skipBlank() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else if Self.isBlank(bytes[place]) {
        place += 1
      } else {
        return
      }
    }
  }

  private mutating func name() -> String {
    place += 1
    let start = place
    while place < bytes.count, Self.isRegular(bytes[place]) { place += 1 }
    let raw = bytes[start..<place]
    return raw.contains(UInt8(ascii: "#"))
      ? String(decoding: Self.unescaped(Array(raw)), as: UTF8.self) : String(decoding: raw, as: UTF8.self)
  }

  private mutating func operation() -> Operator {
    var result = Operator()
    let start = place
    while place < bytes.count, Self.isRegular(bytes[place]) {
      result.append(bytes[place])
      place += 1
    }
    if place == start { place += 1 }
    return result
  }

  private mutating func number() -> Double {
    var (value, scale, isNegative) = (0.0, 0.0, false)
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): scale = 1
      case let digit where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit):
        value = value * 10 + Double(digit - UInt8(ascii: "0"))
        scale *= 10
      default: return finish()
      }
      place += 1
    }
    return finish()

    /// Hundreds of digits on both sides of the point are no number.
    func finish() -> Double {
      let number = (isNegative ? -value : value) / max(1, scale)
      return number.isFinite ? number : 0
    }
  }

  /// Bytes of a string in brackets, escapes counted as one.
  private mutating func literalString() -> Int {
    var (depth, count) = (0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"): skipEscape()
      default: break
      }
      if depth == 0 { return max(0, count - 1) }
      count += 1
    }
    return count
  }

  private mutating func skipEscape() {
    var digits = 0
    while place < bytes.count, digits < 3, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[place]) {
      place += 1
      digits += 1
    }
    if digits == 0 { place += 1 }
  }

  private mutating func hexString() -> Int {
    place += 1
    var digits = 0
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if !Self.isBlank(bytes[place]) { digits += 1 }
      place += 1
    }
    place += 1
    return (digits + 1) / 2
  }

  private static func unescaped(_ raw: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < raw.count {
      let digits = String(decoding: raw[min(index + 1, raw.count)..<min(index + 3, raw.count)], as: UTF8.self)
      if raw[index] == UInt8(ascii: "#"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        result.append(value)
        index += 3
      } else {
        result.append(raw[index])
        index += 1
      }
    }
    return result
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte) || byte == 0
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: !isBlank(byte)
    }
  }
}
