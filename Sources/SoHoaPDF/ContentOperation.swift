import Foundation

/// One operator of a content stream with its operands, and where it stands.
struct ContentOperation {
  /// `Tj`, `cm`, `BI`; an inline image is one operation up to its `EI`.
  var name: String
  /// The operands that are numbers, arrays left out.
  var numbers: [Double]
  /// The last operand that is a name, without its slash.
  var resource: String?
  /// From the first operand to the end of the operator.
  var range: Range<Int>
}

/// Cuts a content stream into its operations, bytes left where they are.
struct ContentReader: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place = 0

  init(_ content: Data) { bytes = Array(content) }

  mutating func next() -> ContentOperation? {
    var operation = ContentOperation(name: "", numbers: [], resource: nil, range: 0..<0)
    var start: Int?
    while skipBlank() {
      if start == nil { start = place }
      guard let name = token(&operation) else { continue }
      if name == "BI" { skipImage() }
      operation.name = name
      operation.range = start!..<place
      return operation
    }
    return nil
  }

  /// Reads one token: an operand into the operation, or the operator, which is given back.
  private mutating func token(_ operation: inout ContentOperation) -> String? {
    switch bytes[place] {
    case UInt8(ascii: "/"): operation.resource = name()
    case UInt8(ascii: "("): skipString()
    case UInt8(ascii: "["): skipArray()
    case UInt8(ascii: "<"): skipAngle()
    case UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      place += 1
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      operation.numbers.append(Double(regular()).flatMap { $0.isFinite ? $0 : nil } ?? 0)
    default: return regular()
    }
    return nil
  }

  /// False at the end.
  private mutating func skipBlank() -> Bool {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else if Self.isBlank(bytes[place]) {
        place += 1
      } else {
        return true
      }
    }
    return false
  }

  private mutating func name() -> String {
    place += 1
    return Self.unescaped(regular())
  }

  /// Characters up to the next blank or delimiter, at least one.
  private mutating func regular() -> String {
    let start = place
    while place < bytes.count, Self.isRegular(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skipString() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { break }
    }
    place = Swift.min(place, bytes.count)
  }

  private mutating func skipArray() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "("):
        skipString()
        continue
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }

  /// A string of hexadecimal digits, or a dictionary.
  private mutating func skipAngle() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "("):
        skipString()
        continue
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }

  /// Behind the `EI` that white space and then text follows.
  private mutating func skipImage() {
    while place + 2 <= bytes.count {
      if bytes[place] == UInt8(ascii: "E"), bytes[place + 1] == UInt8(ascii: "I"),
        Self.isBlank(bytes[place - 1]),
        bytes[(place + 2)...].prefix(10).allSatisfy({ Self.isBlank($0) || (32..<127).contains($0) }),
        place + 2 == bytes.count || Self.isBlank(bytes[place + 2])
      {
        place += 2
        return
      }
      place += 1
    }
    place = bytes.count
  }

  private static func unescaped(_ name: String) -> String {
    guard name.contains("#") else { return name }
    var result: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "#"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || byte == 0 }

  private static func isRegular(_ byte: UInt8) -> Bool {
    !isBlank(byte) && !"()<>[]{}/%".utf8.contains(byte)
  }
}
