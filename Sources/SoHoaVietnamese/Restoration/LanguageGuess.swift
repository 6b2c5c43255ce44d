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

  /// Frequent well-formed syllables without their marks, as `packed` packs them.
  private let syllables: Set<UInt64>

  public init(lexicon: Lexicon) {
    var syllables = Set<UInt64>(minimumCapacity: 1 << 12)
    for index in 0..<lexicon.count {
      guard lexicon.counts[index] >= Self.leastCount else { break }
      guard lexicon.isSyllable(index), let key = Self.packed(lexicon.words.word(index)).key else { continue }
      syllables.insert(key)
    }
    self.syllables = syllables
  }

  /// Share of the words (two letters and more) that could be Vietnamese; nil if there are too few to tell.
  public func vietnameseShare(of words: some Sequence<String>) -> Double? {
    var (seen, known) = (0, 0)
    for word in words {
      let (letters, key) = Self.packed(word.unicodeScalars.lazy.map(\.value))
      guard letters > 1 else { continue }
      seen += 1
      if let key, syllables.contains(key) { known += 1 }
    }
    return seen < Self.leastWords ? nil : Double(known) / Double(seen)
  }

  public func isForeign(_ words: some Sequence<String>) -> Bool {
    vietnameseShare(of: words).map { $0 < Self.leastShare } ?? false
  }

  /// How many letters a word has, and up to twelve of them without marks, five bits each; no key for longer
  /// words and for other letters.
  private static func packed(_ word: some Sequence<UInt32>) -> (letters: Int, key: UInt64?) {
    var letters = 0
    var key: UInt64? = 0
    for value in word where CharacterClass.of(value) == .letter && !isCombining(value) {
      letters += 1
      guard let before = key, letters <= 12, let base = base(value), base >= 0x61, base <= 0x7A else {
        key = nil
        continue
      }
      key = before << 5 | UInt64(base - 0x60)
    }
    return (letters, key)
  }

  private static func isCombining(_ value: UInt32) -> Bool { value >= 0x300 && value < 0x370 }

  /// Without marks, those of other alphabets (ö, ç, ð) too.
  private static func base(_ value: UInt32) -> UInt32? {
    if let letter = LetterTable.shared.letter(value) { return letter.base.value }
    let folded = searchFold(String(scalars: CollectionOfOne(value))).unicodeScalars
    return folded.count == 1 ? folded.first?.value : nil
  }
}
