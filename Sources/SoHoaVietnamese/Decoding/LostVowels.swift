/// Words of one onset and one vowel letter (bộ, số, thị), by their onset: what a consonant that stands alone
/// in ruined text has most likely lost ("nội b", "b trí").
struct LostVowels: Sendable {
  private var words: [Scalars: [UInt16]] = [:]

  /// Rarer words are not thought of.
  private static let leastCount: UInt32 = 2_000

  init(_ lexicon: Lexicon) {
    for index in 0..<lexicon.count where lexicon.isSyllable(index) {
      let word = lexicon.words.word(index)
      guard lexicon.counts[index] >= Self.leastCount, word.count > 1, word.count <= 4,
        Self.isVowel(word.last!), !word.dropLast().contains(where: Self.isVowel)
      else { continue }
      words[Array(word.dropLast()), default: []].append(UInt16(index + Lexicon.reserved))
    }
  }

  /// Nothing unless the observed letters are consonants and no more.
  func words(for observed: Scalars) -> [UInt16] { words[observed.map(Case.lower)] ?? [] }

  private static func isVowel(_ value: UInt32) -> Bool { LetterTable.shared.letter(value)?.isVowel ?? false }
}
