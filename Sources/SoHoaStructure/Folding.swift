import Foundation

/// Letters and digits without marks and case, so that printed forms match whatever happened to their
/// marks: `Độc lập` folds to `doclap`.
package enum Folding {
  private static let tableSize = 0x1F00

  /// ASCII letter for each scalar of the Latin blocks; 0 where there is none.
  private static let table: [UInt8] = (0..<tableSize).map(letter)

  /// The small letters a-z and digits of a text, in order; everything else is dropped.
  package static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let byte = fold(scalar)
      if byte != 0 { bytes.append(byte) }
    }
    return bytes
  }

  /// `fold`, as a string.
  package static func folded(_ text: String) -> String { String(decoding: fold(text), as: UTF8.self) }

  /// Like `fold`, and blind to the pairs that scanners mix up: 0 and o, 1, l, | and i, 5 and s, 6 and o.
  package static func shape(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let byte = scalar == "|" || scalar == "!" ? UInt8(ascii: "i") : confused(fold(scalar))
      if byte != 0 { bytes.append(byte) }
    }
    return bytes
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
    Int(scalar.value) < tableSize ? table[Int(scalar.value)] : 0
  }

  private static func confused(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"), UInt8(ascii: "6"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "l"): UInt8(ascii: "i")
    case UInt8(ascii: "5"): UInt8(ascii: "s")
    default: byte
    }
  }

  private static func letter(_ value: Int) -> UInt8 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    if "đĐðÐ".unicodeScalars.contains(scalar) { return UInt8(ascii: "d") }
    let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
    guard base.isASCII, base.properties.isAlphabetic || (0x30...0x39).contains(base.value) else { return 0 }
    return UInt8(base.value) | (base.properties.isAlphabetic ? 0x20 : 0)
  }
}
