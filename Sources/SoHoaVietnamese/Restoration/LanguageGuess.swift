/// Tells text in another language: too few of its words are Vietnamese syllables even with their marks
/// taken off.
public struct LanguageGuess: Sendable {
  /// Share of words below which a text is held to be in another language. Ruined Vietnamese stays above
  /// 0.6, English prose below 0.4.
  static let leastShare = 0.5
  /// Fewer words tell nothing.
  static let leastWords = 30
  /// Syllables that the corpus has less often than this may be foreign words.
  private static let leastCount: UInt32 = 500

  /// Frequent well-formed syllables without their marks, as `key` packs them.
  private let syllables: Set<UInt64>

  public init(lexicon: Lexicon) {
    var syllables = Set<UInt64>(minimumCapacity: 1 << 12)
    for index in 0..<lexicon.count {
      guard lexicon.counts[index] >= Self.leastCount else { break }
      guard lexicon.isSyllable(index), let key = Self.key(lexicon.words.word(index)) else { continue }
      syllables.insert(key)
    }
    self.syllables = syllables
  }

  /// Share of the words (two letters and more) that could be Vietnamese; nil if there are too few to tell.
  public func vietnameseShare(of words: some Sequence<String>) -> Double? {
    var (seen, known) = (0, 0)
    for word in words {
      let letters = word.scalars.filter { CharacterClass.of($0) == .letter }
      guard letters.count > 1 else { continue }
      seen += 1
      if let key = Self.key(letters), syllables.contains(key) { known += 1 }
    }
    return seen < Self.leastWords ? nil : Double(known) / Double(seen)
  }

  public func isForeign(_ words: some Sequence<String>) -> Bool {
    vietnameseShare(of: words).map { $0 < Self.leastShare } ?? false
  }

  /// Up to twelve letters without marks, five bits each; nil for longer words and other letters.
  private static func key(_ letters: some Collection<UInt32>) -> UInt64? {
    guard letters.count <= 12 else { return nil }
    var key: UInt64 = 0
    for value in letters {
      guard let base = base(value), base >= 0x61, base <= 0x7A else { return nil }
      key = key << 5 | UInt64(base - 0x60)
    }
    return key
  }

  /// Without marks, those of other alphabets (ö, ç) too.
  private static func base(_ value: UInt32) -> UInt32? {
    if let letter = LetterTable.shared.letter(value) { return letter.base.value }
    let folded = searchFold(String(scalars: CollectionOfOne(value))).unicodeScalars
    return folded.count == 1 ? folded.first?.value : nil
  }
}
