/// Texts that cells share (`sharedStrings.xml`); where they stand is noted, what is asked for is read.
struct SharedStrings {
  private let bytes: [UInt8]
  private let items: [Range<Int>]

  init(_ bytes: [UInt8]?) {
    self.bytes = bytes ?? []
    items = self.bytes.withUnsafeBufferPointer(Self.items)
  }

  subscript(index: Int) -> String {
    guard items.indices.contains(index) else { return "" }
    return bytes.withUnsafeBufferPointer { Self.text(in: items[index], $0) }
  }

  private static func items(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var scanner = XMLScanner(bytes)
    var items: [Range<Int>] = []
    var start = 0
    while let tag = scanner.next() {
      guard scanner.name(of: tag, is: "si") else { continue }
      if tag.isEmpty { items.append(tag.range.upperBound..<tag.range.upperBound) }
      if tag.isClose { items.append(start..<tag.range.lowerBound) } else { start = tag.range.upperBound }
    }
    return items
  }

  /// Text of runs (`t`) in a range, without readings for pronunciation (`rPh`).
  static func text(in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scanner = XMLScanner(bytes, from: range.lowerBound)
    var text = ""
    var start: Int?
    var isReading = false
    while scanner.position < range.upperBound, let tag = scanner.next(),
      tag.range.lowerBound < range.upperBound
    {
      if scanner.name(of: tag, is: "rPh") { isReading = !tag.isClose && !tag.isEmpty }
      guard scanner.name(of: tag, is: "t"), !isReading, !tag.isEmpty else { continue }
      if let from = start, tag.isClose { text += scanner.string(from..<tag.range.lowerBound) }
      start = tag.isClose ? nil : tag.range.upperBound
    }
    return text
  }
}
