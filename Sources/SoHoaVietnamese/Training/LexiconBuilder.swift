/// Counts words, and how they are capitalised, over corpora.
public struct LexiconBuilder {
  private var words = WordTable(capacity: 1 << 18)
  private var counts: [Int] = []
  private var titles: [Int] = []
  private var capitals: [Int] = []

  public init() {}

  public mutating func add(_ corpus: Corpus, _ part: CorpusPart) {
    corpus.forEachScalarLine(part) { line, weight in add(line, weight) }
  }

  mutating func add(_ line: Scalars, _ weight: Int) {
    let shouted = CasePattern.isMostlyCapitals(line)
    var atStart = true
    for piece in PieceScanner.pieces(line) where piece.kind != .number {
      let text = line[piece.start..<piece.end]
      guard piece.kind == .word else {
        count([ModelForm.mark(text.first!)], weight, .lower)
        atStart = atStart || text.first == 0x2E || text.first == 0x3A
        continue
      }
      let pattern = CasePattern(text)
      count(ModelForm.word(text), weight, shouted || atStart && pattern == .title ? .lower : pattern)
      atStart = false
    }
  }

  /// Frequent words first; words alike in count by their letters.
  ///
  /// - Parameters:
  ///   - minimumSyllable: least count of a well-formed syllable or a mark.
  ///   - minimumOther: least count of any other word (abbreviations, names, foreign words).
  ///   - limit: most words kept.
  public func entries(minimumSyllable: Int, minimumOther: Int, limit: Int = 65_000) -> [LexiconEntry] {
    let kept = (0..<words.count).filter { counts[$0] >= min(minimumSyllable, minimumOther) }
      .map {
        LexiconEntry(
          text: words.text($0), count: counts[$0], titleCount: titles[$0], capitalCount: capitals[$0])
      }
      .filter { entry in
        let isPlain = entry.text.unicodeScalars.count == 1 || Syllable(entry.text) != nil
        return entry.count >= (isPlain ? minimumSyllable : minimumOther)
      }
    return Array(kept.sorted(by: Self.precedes).prefix(limit))
  }

  private static func precedes(_ one: LexiconEntry, _ other: LexiconEntry) -> Bool {
    one.count != other.count
      ? one.count > other.count
      : one.text.unicodeScalars.lexicographicallyPrecedes(other.text.unicodeScalars)
  }

  private mutating func count(_ word: Scalars, _ weight: Int, _ pattern: CasePattern) {
    let index = words.insert(word)
    if index == counts.count {
      counts.append(0)
      titles.append(0)
      capitals.append(0)
    }
    counts[index] += weight
    if pattern == .title { titles[index] += weight }
    if pattern == .capitals { capitals[index] += weight }
  }
}

extension LexiconEntry {
  /// The row of `lexicon.tsv`.
  public var row: String {
    "\(text)\t\(count)\t\(titleCount)\t\(capitalCount)\t\(Syllable(text) == nil ? 0 : 1)"
  }

  public static let header = "word\tcount\ttitle\tcapitals\tsyllable"
}
