/// Tells text in another language: too few of its words are Vietnamese syllables even with their marks
/// taken off.
public struct LanguageGuess: Sendable {
  /// Share of words below which a text is held to be in another language. Ruined Vietnamese stays above
  /// 0.6, English prose below 0.4.
  static let leastShare = 0.5
  /// Fewer words tell nothing.
  static let leastWords = 30
  /// Syllables that the corpus has less often than this may be foreign words.
  private static let leastCount = 500

  /// Frequent well-formed syllables without their marks.
  private let syllables: Set<String>

  public init(lexicon: Lexicon) {
    var syllables: Set<String> = []
    for index in 0..<lexicon.count {
      let entry = lexicon.entry(at: index)
      guard entry.count >= Self.leastCount else { break }
      if lexicon.isSyllable(index) { syllables.insert(searchFold(entry.text)) }
    }
    self.syllables = syllables
  }

  /// Share of the words (two letters and more) that could be Vietnamese; nil if there are too few to tell.
  public func vietnameseShare(of words: some Sequence<String>) -> Double? {
    let words = words.map { $0.filter(\.isLetter) }.filter { $0.count > 1 }
    guard words.count >= Self.leastWords else { return nil }
    return Double(words.count { syllables.contains(searchFold($0)) }) / Double(words.count)
  }

  public func isForeign(_ words: some Sequence<String>) -> Bool {
    vietnameseShare(of: words).map { $0 < Self.leastShare } ?? false
  }
}
