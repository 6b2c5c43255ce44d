import SoHoaStructure

/// Words as they are written, with one placement of tone marks and in small letters.
enum WrittenWord {
  static func normal(_ text: String) -> String {
    var text = text.lowercased()
    guard text.unicodeScalars.contains(where: { "ỷàá".unicodeScalars.contains($0) }) else { return text }
    for (new, old) in [("uỷ", "ủy"), ("hoà", "hòa"), ("hoá", "hóa")] where text.contains(new) {
      text = text.replacing(new, with: old)
    }
    return text
  }

  static func words(_ phrase: String) -> [String] { phrase.split(separator: " ").map { normal(String($0)) } }
}

/// Phrases by their first word, as written; of longer ones a word may have lost its marks, or have wrong ones.
struct WrittenPhrases: Sendable {
  private struct Entry: Sendable {
    let words: [String]
    let folded: [String]
    let index: Int
  }

  /// By the first word without marks.
  private var byFirst: [String: [Entry]] = [:]

  init(_ phrases: [String]) {
    for (index, phrase) in phrases.enumerated() {
      let words = WrittenWord.words(phrase)
      let folded = words.map { Folding.folded($0) }
      guard let first = folded.first else { continue }
      byFirst[first, default: []].append(Entry(words: words, folded: folded, index: index))
    }
    byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The longest phrase that begins at a token.
  func match(_ text: TokenText, at position: Int) -> (index: Int, end: Int)? {
    guard let token = text.at(position), token.kind == .word,
      let candidates = byFirst[token.folded]
    else { return nil }
    for candidate in candidates where says(candidate, text, position) {
      return (candidate.index, position + candidate.words.count)
    }
    return nil
  }

  private func says(_ entry: Entry, _ text: TokenText, _ position: Int) -> Bool {
    guard position + entry.words.count <= text.count else { return false }
    var damaged = 0
    for (offset, word) in entry.words.enumerated() {
      let token = text[position + offset]
      if token.kind == .mark ? token.text == word : token.written == word { continue }
      guard token.kind == .word, token.folded == entry.folded[offset] else { return false }
      damaged += 1
    }
    return damaged * 2 < entry.words.count || damaged == entry.words.count && isBare(text, position, entry)
  }

  /// The whole phrase has lost its marks (`chu tri`), which it takes more than chance to do.
  private func isBare(_ text: TokenText, _ position: Int, _ entry: Entry) -> Bool {
    entry.words.count > 1
      && (position..<position + entry.words.count).allSatisfy { text[$0].text.utf8.allSatisfy { $0 < 128 } }
  }
}
