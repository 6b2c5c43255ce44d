import SoHoaModel

/// The words of a file by their ids, with what there is to check about them.
struct WordBook {
  /// Words and values below this are looked at.
  static let sure = 0.8

  private var words: [ID<Word>: (word: Word, line: ID<Line>)] = [:]
  private var notes: [ID<Word>: [Message]] = [:]
  /// Words that something was found about.
  private var noted: Set<ID<Word>> = []

  init(_ file: ConvertedFile) {
    for page in file.pages {
      for line in page.lines + page.marks.flatMap(\.lines) {
        for word in line.words { words[word.id] = (word, line.id) }
      }
    }
    for finding in file.allFindings where finding.severity > .info { note(finding) }
  }

  subscript(_ id: ID<Word>) -> Word? { words[id]?.word }

  /// A passage by the lines that it was printed on.
  func printedLines(_ passage: Passage) -> [[Word]] {
    var lines: [(id: ID<Line>, words: [Word])] = []
    for (word, line) in passage.words.compactMap({ words[$0] }) {
      if lines.last?.id != line { lines.append((line, [])) }
      lines[lines.count - 1].words.append(word)
    }
    return lines.map(\.words)
  }

  /// Nil if nothing is to check.
  func doubt(_ id: ID<Word>) -> WordDoubt? {
    guard let word = words[id]?.word, word.confidence < Self.sure || noted.contains(id) else { return nil }
    return WordDoubt(
      observed: word.observed.text == word.text ? nil : word.observed.text,
      alternatives: word.alternatives.map(\.text).filter { $0 != word.text && $0 != word.observed.text },
      confidence: word.confidence, notes: notes[id] ?? [])
  }

  /// The message stands at the first of its words only; all of them are marked.
  private mutating func note(_ finding: Finding) {
    guard let first = finding.words.first else { return }
    noted.formUnion(finding.words)
    notes[first, default: []].append(finding.message)
  }
}
