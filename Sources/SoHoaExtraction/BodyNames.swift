import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Names of bodies in a letterhead: the words of the form are few and are read as the tables write them;
/// proper names stand as they were observed.
struct BodyNames: Sendable {
  /// Phrases in capitals by their folded words, the longest first.
  private let phrases: [(folded: [String], words: [String])]
  private static let units = ["TỈNH", "THÀNH PHỐ", "HUYỆN", "XÃ", "PHƯỜNG", "THỊ XÃ", "THỊ TRẤN", "ĐẶC KHU"]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let heads = try dictionaries.table("body_heads.tsv").column("head")
    let bodies = try dictionaries.table("organisations.tsv").column("name").map { $0.uppercased() }
    phrases = (heads + bodies + Self.units).map { phrase in
      let words = phrase.split(separator: " ").map(String.init)
      return (words.map { Folding.folded($0) }, words)
    }.filter { !$0.words.isEmpty && !$0.folded.contains("") }.sorted { $0.words.count > $1.words.count }
  }

  /// The name over its lines; as printed where the tables know nothing better.
  func value(_ lines: [TokenText], printed: String) -> String {
    let texts = lines.map { line in
      mended(line.words.filter { $0.text.contains { $0.isLetter || $0.isNumber } })
    }
    let value = texts.flatMap { $0 }.joined(separator: " ")
    let isTrimmed = Folding.folded(value) != Folding.folded(printed)
    return isTrimmed ? printed : value
  }

  /// One line: known phrases at its beginning and behind each other, then proper names.
  private func mended(_ words: [Word]) -> [String] {
    var result: [String] = []
    var position = 0
    while position < words.count {
      let known = isAtJoint(result, position, words) ? phrase(words, at: position) : nil
      if let known {
        result += known.words
        position += known.taken
      } else {
        result.append(Self.proper(words[position]))
        position += 1
      }
    }
    return result
  }

  /// Phrases begin a line, or follow one that was known to the letter.
  private func isAtJoint(_ result: [String], _ position: Int, _ words: [Word]) -> Bool {
    position == 0
      || phrases.contains { $0.words == Array(result.suffix($0.words.count)) && $0.words.count > 1 }
  }

  private func phrase(_ words: [Word], at position: Int) -> (words: [String], taken: Int)? {
    for phrase in phrases {
      if Folding.folded(words[position].text) == phrase.folded.joined(), phrase.folded.count > 1 {
        return (phrase.words, 1)
      }
      guard position + phrase.folded.count <= words.count else { continue }
      let slice = words[position..<(position + phrase.folded.count)]
      guard zip(slice, phrase.folded).allSatisfy({ Folding.folded($0.text) == $1 }) else { continue }
      return (zip(slice, phrase.words).map { Self.keepingStyle($0.text, $1) }, phrase.words.count)
    }
    return nil
  }

  /// `UỶ` stays beside `ỦY`.
  private static func keepingStyle(_ printed: String, _ known: String) -> String {
    WrittenWord.normal(printed) == WrittenWord.normal(known) ? printed : known
  }

  /// What was observed, where it has marks of its own.
  static func proper(_ word: Word) -> String {
    let observed = word.observed.text
    guard observed != word.text, Folding.folded(observed) == Folding.folded(word.text) else {
      return word.text
    }
    return observed.unicodeScalars.contains { !$0.isASCII } ? observed : word.text
  }
}
