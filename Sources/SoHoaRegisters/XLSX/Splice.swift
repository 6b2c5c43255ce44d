/// Changes to a part, each at its place; all else stays byte for byte.
struct Splice {
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  mutating func insert(_ text: String, at index: Int) { replace(index..<index, with: text) }

  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, Array(text.utf8)))
  }

  /// Edits must not overlap; at one place they follow each other in the order in which they came.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.count })
    var position = 0
    for (_, edit) in sorted {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.text
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}
