import Foundation

/// Bytes of a text file as text: UTF-8 or UTF-16, with or without a byte order mark.
public struct TextDecoding: Hashable, Sendable {
  public enum Failure: Error, Hashable {
    /// The bytes hold zeros or many control characters, which no text does.
    case binary(offset: Int)
    /// UTF-16 with an odd number of bytes.
    case brokenUTF16
  }

  public let text: String
  public let encoding: String
  /// Where bytes that are no UTF-8 were replaced by U+FFFD: offsets in bytes, from 0.
  public let replaced: [Int]

  public init(_ data: Data) throws(Failure) {
    let bytes = [UInt8](data)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = try Self.wide(bytes)
      encoding = "UTF-16"
      replaced = []
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let offset = Self.binaryOffset(body) { throw .binary(offset: offset) }
    encoding = "UTF-8"
    replaced = String(validating: body, as: UTF8.self) == nil ? Self.invalidOffsets(body) : []
    text = String(decoding: body, as: UTF8.self)
  }

  /// The first zero byte; or the first control character where there are many.
  private static func binaryOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    let allowed: Set<UInt8> = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B]
    let odd = bytes.indices.filter { bytes[$0] < 0x20 && !allowed.contains(bytes[$0]) }
    return odd.count * 20 > bytes.count ? odd.first : nil
  }

  private static func wide(_ bytes: [UInt8]) throws(Failure) -> String {
    guard bytes.count % 2 == 0 else { throw .brokenUTF16 }
    let little = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map {
      little
        ? UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 : UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    if let zero = units.firstIndex(of: 0) { throw .binary(offset: 2 + zero * 2) }
    return String(decoding: units, as: UTF16.self)
  }

  private static func invalidOffsets(_ bytes: ArraySlice<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = sequenceLength(bytes, index)
      if length == 0 { offsets.append(index) }
      index += max(length, 1)
    }
    return offsets
  }

  /// Bytes of the well-formed UTF-8 sequence at a place; 0 if there is none.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
    let length =
      switch bytes[index] {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, index + length <= bytes.endIndex else { return 0 }
    return String(validating: bytes[index..<index + length], as: UTF8.self) == nil ? 0 : length
  }
}
