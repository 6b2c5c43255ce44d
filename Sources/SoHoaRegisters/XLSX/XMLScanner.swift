import Foundation

/// Goes through the tags of a part of a workbook, byte by byte: parts are changed where they must be and nowhere else,
/// so no tree is built. Comments and CDATA are not expected: no spreadsheet writes them into its parts.
struct XMLScanner {
  struct Tag {
    /// The tag with its brackets.
    var range: Range<Int>
    var name: Range<Int>
    var isClose: Bool
    var isEmpty: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next tag; nil at the end, or where a tag has none.
  mutating func next() -> Tag? {
    while let start = find(UInt8(ascii: "<"), from: position), start + 1 < bytes.count {
      guard let end = endOfTag(from: start) else { return nil }
      position = end
      let first = bytes[start + 1]
      if first == UInt8(ascii: "?") || first == UInt8(ascii: "!") { continue }
      return tag(start, end, isClose: first == UInt8(ascii: "/"))
    }
    return nil
  }

  private func tag(_ start: Int, _ end: Int, isClose: Bool) -> Tag {
    let from = isClose ? start + 2 : start + 1
    var to = from
    while to < end, !Self.endsName(bytes[to]) { to += 1 }
    return Tag(
      range: start..<end, name: from..<to, isClose: isClose, isEmpty: bytes[end - 2] == UInt8(ascii: "/"))
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func endOfTag(from start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"): return index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = find(bytes[index], from: index + 1) else { return nil }
        index = close + 1
      default: index += 1
      }
    }
    return nil
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  // MARK: What a tag says

  func name(of tag: Tag, is name: StaticString) -> Bool {
    tag.name.count == name.utf8CodeUnitCount
      && memcmp(bytes.baseAddress! + tag.name.lowerBound, name.utf8Start, tag.name.count) == 0
  }

  /// Value of an attribute, as written.
  func attribute(_ name: StaticString, of tag: Tag) -> Range<Int>? {
    var index = tag.name.upperBound
    while index < tag.range.upperBound {
      while index < tag.range.upperBound, bytes[index] <= 0x20 { index += 1 }
      let start = index
      while index < tag.range.upperBound, bytes[index] != UInt8(ascii: "=") { index += 1 }
      guard index + 1 < tag.range.upperBound, let close = find(bytes[index + 1], from: index + 2) else {
        return nil
      }
      let length = index - start
      if length == name.utf8CodeUnitCount, memcmp(bytes.baseAddress! + start, name.utf8Start, length) == 0 {
        return index + 2..<close
      }
      index = close + 1
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String {
    XMLText.decoded(String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
  }

  func string(_ name: StaticString, of tag: Tag) -> String? { attribute(name, of: tag).map(string) }

  func number(_ name: StaticString, of tag: Tag) -> Int? { attribute(name, of: tag).flatMap(number) }

  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count < 10 else { return nil }
    var number = 0
    for index in range {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
