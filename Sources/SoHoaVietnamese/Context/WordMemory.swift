import Foundation

/// How often the sure words of a stretch of text stand in it, alone and beside one another.
struct WordMemory: Sendable {
  /// The words that are remembered together: about as many as a long document has.
  private static let stretch = 8_000
  /// A power of two, above the pairs of a stretch.
  private static let size = 1 << 14

  private let range: Range<Int>
  private var single = [UInt16](repeating: 0, count: 1 << 16)
  private var pairs = [UInt32](repeating: 0, count: size)
  private var pairCounts = [UInt16](repeating: 0, count: size)

  init(_ text: ContextText, at position: Int = 0) {
    let start = position / Self.stretch * Self.stretch
    range = start..<min(start + Self.stretch, text.words.count)
    for position in range where text.isSure[position] {
      single[Int(text.words[position])] += 1
      if position > start, text.isSure[position - 1] {
        count(Self.key(text.words[position - 1], text.words[position]))
      }
    }
  }

  func holds(_ position: Int) -> Bool { range.contains(position) }

  /// Logarithm of one plus the count of a word.
  func word(_ word: UInt16) -> Float { Self.weight(single[Int(word)]) }

  /// The same for a word after the one before it and before the one after it.
  func beside(_ word: UInt16, before: UInt16, after: UInt16) -> Float {
    Self.weight(pairCounts[slot(Self.key(before, word))])
      + Self.weight(pairCounts[slot(Self.key(word, after))])
  }

  private mutating func count(_ key: UInt32) {
    let slot = slot(key)
    pairs[slot] = key
    pairCounts[slot] += 1
  }

  private func slot(_ key: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 18)
    while pairCounts[slot] != 0, pairs[slot] != key { slot = (slot + 1) & (Self.size - 1) }
    return slot
  }

  private static func key(_ one: UInt16, _ other: UInt16) -> UInt32 { UInt32(one) << 16 | UInt32(other) }

  private static func weight(_ count: UInt16) -> Float { count == 0 ? 0 : log1p(Float(count)) }
}
