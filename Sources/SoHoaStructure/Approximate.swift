/// Edit distance (Levenshtein) on short byte strings.
package enum Approximate {
  /// Letters to change, add or drop to make one of the other; nil if more than `limit`.
  /// - Complexity: O(left × right) bytes.
  package static func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    if left.elementsEqual(right) { return 0 }
    guard limit > 0 else { return nil }
    var row = Array(0...right.count)
    for letter in left {
      advance(&row, letter, right)
      if row.min()! > limit { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }

  /// The best occurrence of `pattern` anywhere in `text` (Sellers), the last of equals; nil if worse than
  /// `limit`.
  /// - Complexity: O(pattern × text) bytes.
  package static func search(_ pattern: [UInt8], in text: ArraySlice<UInt8>, limit: Int) -> Range<Int>? {
    var costs = Array(0...pattern.count)
    var origins = Array(repeating: text.startIndex, count: pattern.count + 1)
    var best = (cost: limit + 1, range: 0..<0)
    for (position, letter) in zip(text.indices, text) {
      step(&costs, &origins, pattern, letter, position)
      if costs[pattern.count] <= best.cost {
        best = (costs[pattern.count], origins[pattern.count]..<(position + 1))
      }
    }
    return best.cost <= limit ? best.range : nil
  }

  /// Where `pattern` ends when it begins where `text` begins; nil if worse than `limit`.
  package static func prefix(_ pattern: [UInt8], of text: ArraySlice<UInt8>, limit: Int) -> Int? {
    var row = Array(0...text.count)
    for letter in pattern { advance(&row, letter, text) }
    let best = row.indices.min { row[$0] < row[$1] }!
    return row[best] <= limit ? text.startIndex + best : nil
  }

  private static func advance(_ row: inout [Int], _ letter: UInt8, _ text: ArraySlice<UInt8>) {
    var diagonal = row[0]
    row[0] += 1
    for (index, other) in text.enumerated() {
      let change = diagonal + (letter == other ? 0 : 1)
      diagonal = row[index + 1]
      row[index + 1] = min(change, min(row[index], diagonal) + 1)
    }
  }

  private static func step(
    _ costs: inout [Int], _ origins: inout [Int], _ pattern: [UInt8], _ letter: UInt8, _ position: Int
  ) {
    var diagonal = (costs[0], position)
    origins[0] = position + 1
    for index in pattern.indices {
      let above = (costs[index + 1], origins[index + 1])
      let change = (diagonal.0 + (pattern[index] == letter ? 0 : 1), diagonal.1)
      var best = change
      if above.0 + 1 < best.0 { best = (above.0 + 1, above.1) }
      if costs[index] + 1 < best.0 { best = (costs[index] + 1, origins[index]) }
      diagonal = above
      costs[index + 1] = best.0
      origins[index + 1] = best.1
    }
  }
}
