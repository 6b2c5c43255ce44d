/// A form of words to look for, and how much damage it bears.
package struct Phrase: Hashable, Sendable {
  package let text: String
  package let shape: [UInt8]
  /// Letters that may be wrong, missing or too many.
  package let tolerance: Int

  package init(_ text: String, tolerance: Int? = nil) {
    self.text = text
    shape = Folding.shape(text)
    self.tolerance = tolerance ?? Self.usualTolerance(shape.count)
  }

  /// None in short words, then one in five letters, one in four of long phrases.
  package static func usualTolerance(_ length: Int) -> Int {
    length < 5 ? 0 : length < 9 ? 1 : length < 16 ? length / 5 : length / 4
  }
}

/// Where a phrase was found.
package struct PhraseMatch: Hashable, Sendable {
  package let words: Range<Int>
  package let distance: Int
  /// 1: letter for letter; 0: as bad as the tolerance allows, and one more.
  package let score: Double
}

extension Phrase {
  /// The best place of the phrase in whole words; nil if none is good enough.
  package func find(in text: FoldedText, from first: Int = 0) -> PhraseMatch? {
    guard first < text.wordCount, !shape.isEmpty else { return nil }
    let offset = text.starts[first]
    guard let hit = Approximate.search(shape, in: text.bytes[offset...], limit: tolerance) else { return nil }
    return snapped(hit, in: text)
  }

  /// The phrase at the very beginning of the words from `first` on.
  package func match(at first: Int, in text: FoldedText) -> PhraseMatch? {
    guard first < text.wordCount else { return nil }
    let begin = text.starts[first]
    let rest = text.bytes[begin..<min(text.bytes.count, begin + shape.count + tolerance)]
    guard !rest.isEmpty, shape.count <= rest.count + tolerance,
      let end = Approximate.prefix(shape, of: rest, limit: tolerance)
    else { return nil }
    return snapped(begin..<end, in: text).flatMap { $0.words.lowerBound == first ? $0 : nil }
  }

  /// The whole row of words says the phrase and nothing else.
  package func matches(_ text: FoldedText) -> PhraseMatch? {
    guard let distance = Approximate.distance(shape[...], text.bytes[...], limit: tolerance) else {
      return nil
    }
    return PhraseMatch(words: 0..<text.wordCount, distance: distance, score: score(distance))
  }

  /// Widens or narrows a hit to whole words and measures it again.
  private func snapped(_ hit: Range<Int>, in text: FoldedText) -> PhraseMatch? {
    guard !hit.isEmpty else { return nil }
    var first = text.wordOf[hit.lowerBound]
    var last = text.wordOf[hit.upperBound - 1]
    let firstMiddle = (text.starts[first] + text.starts[first + 1]) / 2
    if hit.lowerBound > firstMiddle { first += 1 }
    let lastMiddle = (text.starts[last] + text.starts[last + 1]) / 2
    if hit.upperBound <= lastMiddle { last -= 1 }
    guard first <= last else { return nil }
    let words = first..<(last + 1)
    guard let distance = Approximate.distance(shape[...], text.bytes(of: words), limit: tolerance)
    else { return nil }
    return PhraseMatch(words: words, distance: distance, score: score(distance))
  }

  private func score(_ distance: Int) -> Double { 1 - Double(distance) / Double(tolerance + 1) }
}
