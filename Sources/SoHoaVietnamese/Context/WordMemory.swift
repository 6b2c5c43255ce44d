import Foundation

/// How often the sure words of a stretch of text stand in it, alone and beside one another.
struct WordMemory: Sendable {
  private var single: [UInt16: Int32] = [:]
  private var pairs: [UInt32: Int32] = [:]

  /// The words that are remembered together: about as many as a long document has.
  private static let stretch = 8_000

  private let range: Range<Int>

  init(_ text: ContextText, at position: Int = 0) {
    let start = position / Self.stretch * Self.stretch
    range = start..<min(start + Self.stretch, text.words.count)
    for position in range where text.isSure[position] {
      single[text.words[position], default: 0] += 1
      if position > start, text.isSure[position - 1] {
        pairs[Self.key(text.words[position - 1], text.words[position]), default: 0] += 1
      }
    }
  }

  func holds(_ position: Int) -> Bool { range.contains(position) }

  /// Logarithm of one plus the count of a word.
  func word(_ word: UInt16) -> Float { Self.weight(single[word]) }

  /// The same for a word after the one before it and before the one after it.
  func beside(_ word: UInt16, before: UInt16, after: UInt16) -> Float {
    Self.weight(pairs[Self.key(before, word)]) + Self.weight(pairs[Self.key(word, after)])
  }

  private static func key(_ one: UInt16, _ other: UInt16) -> UInt32 { UInt32(one) << 16 | UInt32(other) }

  private static func weight(_ count: Int32?) -> Float { count.map { log1p(Float($0)) } ?? 0 }
}
