import Foundation

/// An element of a part and where its children stand: the first of its name.
struct XMLList {
  var open: Range<Int>
  var isEmpty: Bool
  var children: [Range<Int>] = []
  /// Where its end tag begins; for an empty element where it ends.
  var end: Int

  init?(_ name: StaticString, in bytes: [UInt8]) {
    guard let found = bytes.withUnsafeBufferPointer({ Self.find(name, XMLScanner($0)) }) else { return nil }
    self = found
  }

  private init(open: Range<Int>, isEmpty: Bool, end: Int) {
    self.open = open
    self.isEmpty = isEmpty
    self.end = end
  }

  private static func find(_ name: StaticString, _ scanner: XMLScanner) -> XMLList? {
    var scanner = scanner
    while let tag = scanner.next() {
      guard !tag.isClose, scanner.name(of: tag, is: name) else { continue }
      var list = XMLList(open: tag.range, isEmpty: tag.isEmpty, end: tag.range.upperBound)
      if !tag.isEmpty { list.readChildren(&scanner) }
      return list
    }
    return nil
  }

  private mutating func readChildren(_ scanner: inout XMLScanner) {
    var depth = 0
    var start = 0
    while let tag = scanner.next() {
      if tag.isClose { depth -= 1 }
      if depth < 0 {
        end = tag.range.lowerBound
        return
      }
      if depth == 0 && !tag.isClose { start = tag.range.lowerBound }
      if depth == 0 && (tag.isClose || tag.isEmpty) { children.append(start..<tag.range.upperBound) }
      if !tag.isClose && !tag.isEmpty { depth += 1 }
    }
  }
}

extension [UInt8] {
  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// Attributes of the tag at `range`.
  func attribute(_ name: StaticString, at range: Range<Int>) -> String? {
    withUnsafeBufferPointer { buffer in
      var scanner = XMLScanner(buffer, from: range.lowerBound)
      return scanner.next().flatMap { scanner.string(name, of: $0) }
    }
  }

  /// The first tag of a name.
  func tag(_ name: StaticString) -> Range<Int>? {
    withUnsafeBufferPointer { buffer in
      var scanner = XMLScanner(buffer)
      while let tag = scanner.next() {
        if !tag.isClose, scanner.name(of: tag, is: name) { return tag.range }
      }
      return nil
    }
  }

  /// All tags of a name, wherever they stand.
  func tags(_ name: StaticString, from position: Int = 0) -> [Range<Int>] {
    withUnsafeBufferPointer { buffer in
      var scanner = XMLScanner(buffer, from: position)
      var found: [Range<Int>] = []
      while let tag = scanner.next() {
        if !tag.isClose, scanner.name(of: tag, is: name) { found.append(tag.range) }
      }
      return found
    }
  }
}

extension [UInt8] {
  /// Where the end tag of an element begins: the last of its name behind `first`.
  func end(of name: StaticString, from first: Int = 0) -> Int? {
    let tag = [UInt8]("</\(name)".utf8)
    guard count - tag.count >= first else { return nil }
    return stride(from: count - tag.count, through: first, by: -1).first { start in
      self[start] == tag[0] && self[start..<start + tag.count].elementsEqual(tag)
    }
  }
}

extension String {
  /// An opening tag with one attribute set.
  func setting(_ name: String, to value: String) -> String {
    let end = firstIndex(of: ">") ?? endIndex
    if let start = self[..<end].range(of: " \(name)=\""),
      let close = self[start.upperBound...].firstIndex(of: "\"")
    {
      return replacingCharacters(in: start.upperBound..<close, with: value)
    }
    let nameEnd = firstIndex { $0 == " " || $0 == "/" || $0 == ">" } ?? endIndex
    return self[..<nameEnd] + " \(name)=\"\(value)\"" + self[nameEnd...]
  }

  /// An attribute of the opening tag.
  func attribute(_ name: String) -> String? {
    let end = firstIndex(of: ">") ?? endIndex
    guard let start = self[..<end].range(of: " \(name)=\""),
      let close = self[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    return String(self[start.upperBound..<close])
  }
}
