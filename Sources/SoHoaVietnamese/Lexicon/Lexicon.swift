import Foundation
import SoHoaDictionaries

/// The words that the language model knows, numbered as in the model.
///
/// Read from `lexicon.tsv`: columns word, count, title, capitals,
/// syllable (1 for well-formed ones); sorted by count, most frequent first.
public struct Lexicon: Sendable {
  /// Numbers below this are not words: unknown, begin, end, number.
  static let reserved = 4
  static let unknown: UInt16 = 0
  static let begin: UInt16 = 1
  static let end: UInt16 = 2
  static let number: UInt16 = 3

  let words: WordTable
  let counts: [UInt32]
  let titles: [UInt32]
  let capitals: [UInt32]
  private let syllables: [Bool]
  /// Of the bytes of the file; the model names it, so that the two never drift apart.
  public let checksum: UInt64

  public init(contentsOf url: URL) throws {
    guard let data = try? Data(contentsOf: url) else { throw DictionaryError.unreadable(path: url.path) }
    checksum = Checksum.of(data)
    let rows = try LexiconReader.rows(data, path: url.path)
    words = rows.words
    counts = rows.counts
    titles = rows.titles
    capitals = rows.capitals
    syllables = rows.syllables
  }

  public var count: Int { words.count }

  /// Nil if the lexicon does not hold the word. Case and tone placement are ignored.
  public func entry(_ word: String) -> LexiconEntry? {
    words.find(ModelForm.word(word.scalars)).map(entry(at:))
  }

  /// - Parameter index: 0..<count.
  public func entry(at index: Int) -> LexiconEntry {
    LexiconEntry(
      text: words.text(index), count: Int(counts[index]), titleCount: Int(titles[index]),
      capitalCount: Int(capitals[index]))
  }

  func isSyllable(_ index: Int) -> Bool { syllables[index] }

  /// Not a mark.
  func isLetters(_ index: Int) -> Bool {
    words.word(index).first.map { CharacterClass.of($0) == .letter } ?? false
  }

  /// Frequent, and mostly in capitals where its neighbours are not: UBND, HĐND.
  func isAbbreviation(_ index: Int) -> Bool { counts[index] >= 40 && capitals[index] * 2 > counts[index] }

  /// The number of a word in model form; `unknown` if it is not there.
  func id(_ word: some RandomAccessCollection<UInt32>) -> UInt16 {
    words.find(word).map { UInt16($0 + Self.reserved) } ?? Self.unknown
  }
}
