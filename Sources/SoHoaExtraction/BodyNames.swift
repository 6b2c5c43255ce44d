import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Names of bodies in a letterhead: the words of the form are few and are read as the tables write them;
/// proper names stand as they were observed.
struct BodyNames: Sendable {
  /// Phrases in capitals by their folded words, the longest first.
  private let phrases: [(folded: [String], words: [String])]
  /// Names of provinces and districts, in capitals.
  private let places: Set<String>
  private static let units = ["TỈNH", "THÀNH PHỐ", "HUYỆN", "XÃ", "PHƯỜNG", "THỊ XÃ", "THỊ TRẤN", "ĐẶC KHU"]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let files = ["provinces_2025", "provinces_63", "districts_2023"]
    var places: Set<String> = []
    for file in files {
      places.formUnion(try dictionaries.table("\(file).tsv").column("name").map { $0.uppercased() })
    }
    self.places = places
    let heads = try dictionaries.table("body_heads.tsv").column("head")
    let bodies = try dictionaries.table("organisations.tsv").column("name").map { $0.uppercased() }
    phrases = (heads + bodies + Self.units).map { phrase in
      let words = phrase.split(separator: " ").map(String.init)
      return (words.map { Folding.folded($0) }, words)
    }.filter { !$0.words.isEmpty && !$0.folded.contains("") }.sorted { $0.words.count > $1.words.count }
  }

  /// The name over its lines; as printed where the tables know nothing better.
  func value(_ lines: [TokenText], printed: String) -> String {
    let rows = lines.map(Self.named)
    let starts = rows.reduce(into: [0]) { $0.append($0.last! + $1.count) }
    let value = mended(rows.flatMap { $0 }, starts: Set(starts)).joined(separator: " ")
    let whole = rows.flatMap { $0 }.map(\.text).joined()
    let isTrimmed = Folding.folded(whole) != Folding.folded(printed)
    return isTrimmed ? printed : value
  }

  /// The words that say something; a stroke between two of them joins bodies (`BỘ TƯ PHÁP - TÒA ÁN …`).
  private static func named(_ line: TokenText) -> [Word] {
    func says(_ word: Word) -> Bool { word.text.contains { $0.isLetter || $0.isNumber } }
    let words = line.words
    guard let first = words.firstIndex(where: says), let last = words.lastIndex(where: says) else {
      return []
    }
    return words[first...last].filter { says($0) || isStroke($0.text) }
  }

  private static func isStroke(_ text: String) -> Bool { text == "-" || text == "–" }

  /// Known phrases at the beginnings of lines and behind each other, also over the end of a line; then proper
  /// names.
  private func mended(_ words: [Word], starts: Set<Int>) -> [String] {
    var result: [String] = []
    var position = 0
    while position < words.count {
      let isBegun = starts.contains(position) || result.last.map(Self.isStroke) == true
      let known = isBegun || isBehindPhrase(result) ? phrase(words, at: position) : nil
      if let known {
        result += known.words
        position += known.taken
      } else if let place = place(words, at: position) {
        result += place
        position += place.count
      } else {
        result.append(Self.proper(words[position]))
        position += 1
      }
    }
    return result
  }

  /// One that was known to the letter.
  private func isBehindPhrase(_ result: [String]) -> Bool {
    phrases.contains { $0.words == Array(result.suffix($0.words.count)) && $0.words.count > 1 }
  }

  private func phrase(_ words: [Word], at position: Int) -> (words: [String], taken: Int)? {
    for phrase in phrases {
      if Folding.folded(words[position].text) == phrase.folded.joined(), phrase.folded.count > 1 {
        return (phrase.words, 1)
      }
      if let taken = taken(phrase.folded, words, position) {
        let slice = words[position..<(position + taken)]
        let isSplitAlike = taken == phrase.words.count
        return (
          isSplitAlike ? zip(slice, phrase.words).map { Self.keepingStyle($0.text, $1) } : phrase.words, taken
        )
      }
    }
    return nil
  }

  /// A place as restoration reads it, where the gazetteers have it so and have not what was observed.
  private func place(_ words: [Word], at position: Int) -> [String]? {
    for count in stride(from: min(4, words.count - position), through: 2, by: -1) {
      let slice = words[position..<(position + count)]
      let restored = slice.map { $0.text.uppercased() }
      guard places.contains(restored.joined(separator: " ")) else { continue }
      let observed = slice.map { Self.proper($0).uppercased() }.joined(separator: " ")
      return places.contains(observed) ? nil : slice.map(\.text)
    }
    return nil
  }

  /// Words that say the phrase to the letter, also run together (`BANNHÂN DÂN`).
  private func taken(_ phrase: [String], _ words: [Word], _ position: Int) -> Int? {
    guard phrase.count > 1 || Folding.folded(words[position].text) == phrase[0] else { return nil }
    var rest = phrase.joined()[...]
    var index = position
    while !rest.isEmpty, index < words.count {
      let folded = Folding.folded(words[index].text)
      guard !folded.isEmpty, rest.hasPrefix(folded) else { return nil }
      rest = rest.dropFirst(folded.count)
      index += 1
    }
    return rest.isEmpty ? index - position : nil
  }

  /// `UỶ` stays beside `ỦY`.
  private static func keepingStyle(_ printed: String, _ known: String) -> String {
    let mark = printed.last.map { ",;".contains($0) && known.last != $0 } == true ? String(printed.last!) : ""
    return WrittenWord.normal(printed) == WrittenWord.normal(known + mark) ? printed : known + mark
  }

  /// Restoration knows no names: letters stay as they were observed, but for what scanners mix up.
  private static func withLetters(of word: Word) -> String {
    let observed = word.observed.text
    guard Folding.shape(observed) != Folding.shape(word.text), observed.count >= 3,
      observed.allSatisfy({ $0.isLetter && $0.isUppercase })
    else { return word.text }
    return observed
  }

  /// What was observed, where it has marks of its own.
  static func proper(_ word: Word) -> String {
    let observed = word.observed.text
    guard observed != word.text else { return word.text }
    if Folding.folded(observed) != Folding.folded(word.text) { return withLetters(of: word) }
    return observed.unicodeScalars.contains { !$0.isASCII } ? observed : word.text
  }
}
