/// Finds which lines of a text flow into one another.
struct Paragraphs {
  /// Ranges of lines; every line that is not empty is in one.
  let ranges: [Range<Int>]

  init(_ lines: [[Scalars]]) {
    let lengths = lines.map { $0.reduce(0) { $0 + $1.count + 1 } }
    let full = Self.fullLength(lengths)
    var ranges: [Range<Int>] = []
    for index in lines.indices where !lines[index].isEmpty {
      if let last = ranges.last, last.upperBound == index,
        Self.flows(lines[index - 1], lengths[index - 1], into: lines[index], full: full)
      {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    self.ranges = ranges
  }

  /// The length of a line that reaches the margin, in characters.
  private static func fullLength(_ lengths: [Int]) -> Int {
    let sorted = lengths.filter { $0 > 0 }.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count * 8 / 10]
  }

  private static func flows(_ line: [Scalars], _ length: Int, into next: [Scalars], full: Int) -> Bool {
    guard let last = line.last?.last, let first = next.first else { return false }
    if [0x3B, 0x3A].contains(last) || isListMark(first) { return false }
    let isShort = length * 10 < full * 6
    if last == 0x2E || isShort {
      return CasePattern(first) == .lower && CharacterClass.of(first[0]) == .letter
    }
    return CasePattern.isMostlyCapitals(line.flatMap { $0 })
      == CasePattern.isMostlyCapitals(next.flatMap { $0 })
  }

  /// "-", "+", "1.", "a)", "II."
  private static func isListMark(_ token: Scalars) -> Bool {
    if token.count == 1 { return [0x2D, 0x2B, 0x2A, 0x2022, 0x2013].contains(token[0]) }
    guard token.count <= 4, let last = token.last, [0x2E, 0x29].contains(last) else { return false }
    return true
  }
}
