import Foundation

/// Sizes of the pictures in a PDF as their dictionaries give them, found without decoding anything.
///
/// Stream dictionaries are never compressed, so that a plain search sees them all; sizes given by
/// reference are missed, which the limits of the process have to catch.
enum PDFImageSizes {
  /// True if every picture fits the limits.
  static func fit(_ limits: Limits, in bytes: FileBytes) -> Bool {
    let whole = UnsafeRawBufferPointer(bytes.buffer)
    var offset = 0
    while let found = find("/Width", in: whole, from: offset) {
      offset = found + 6
      guard let width = number(whole, at: offset) else { continue }
      let near = UnsafeRawBufferPointer(
        rebasing: whole[max(0, found - reach)..<min(whole.count, found + reach)])
      let heights = all("/Height", in: near).compactMap { number(near, at: $0 + 7) }
      if let least = heights.min(), !limits.allow(width: max(1, width), height: max(1, least)) {
        return false
      }
    }
    return true
  }

  /// Bytes before and after a width in which its height is looked for.
  private static let reach = 256

  private static func all(_ name: String, in bytes: UnsafeRawBufferPointer) -> [Int] {
    Array(
      sequence(first: find(name, in: bytes, from: 0)) { previous in
        previous.flatMap { find(name, in: bytes, from: $0 + 1) }
      }.prefix { $0 != nil }.compactMap(\.self))
  }

  private static func find(_ name: String, in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let wanted = Array(name.utf8)
    var start = offset
    // The second letter is rarer than the slash.
    while start + wanted.count <= bytes.count,
      let hit = memchr(base + start + 1, Int32(wanted[1]), bytes.count - start - 1)
    {
      let found = UnsafeRawPointer(hit) - base - 1
      if bytes[found...].starts(with: wanted) { return found }
      start = found + 1
    }
    return nil
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    let digits = bytes[min(offset, bytes.count)...].prefix(32)
      .drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      .prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self)) ?? .max
  }
}
