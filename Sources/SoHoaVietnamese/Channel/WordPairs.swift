/// Pairs of an observed and a printed word with the number of times they stood for one another.
public struct WordPairs: Sendable {
  struct Pair: Hashable, Sendable {
    var observed: Scalars
    var printed: Scalars
  }

  var counts: [Pair: Int] = [:]
  /// What was observed for marks, for spaces, and where nothing is printed at the edge of a word.
  private(set) var marks: [SegmentCounts.Change: Int] = [:]
  /// Printed words; and how many of them were seen together with the one before, or in two pieces.
  public private(set) var words = 0
  public private(set) var joined = 0
  public private(set) var cut = 0

  public init() {}

  /// Aligns the words of an observed line with those of the printed one.
  public mutating func add(observed: String, printed: String) {
    let observedWords = observed.scalars.split { CharacterClass.of($0) == .space }.map(Array.init)
    let printedWords = printed.scalars.split { CharacterClass.of($0) == .space }.map(Array.init)
    for match in LineAlignment.matches(observedWords, printedWords) { add(match) }
  }

  mutating func add(_ match: LineAlignment.Match) {
    words += match.printed.count
    addMarks(match)
    switch (match.observed.count, match.printed.count) {
    case (1, 1): addParts(match.observed[0], match.printed[0])
    case (1, 2): joined += 1
    case (2, 1): cut += 1
    default: break
    }
  }

  /// Takes apart at marks and numbers that both sides show.
  private mutating func addParts(_ observed: Scalars, _ printed: Scalars) {
    let (o, p) = WordParts.common(observed, printed)
    guard !o.isEmpty, !p.isEmpty, o.count <= 2 * p.count + 2, p.count <= 2 * o.count + 2 else { return }
    guard p.allSatisfy({ CharacterClass.of($0) == .letter }), p.count <= 10 else { return }
    add(observed: o, printed: p)
  }

  /// Counts what became of marks, spaces and empty edges.
  mutating func addMarks(_ match: LineAlignment.Match) {
    for change in MarkChanges.of(match) { marks[change, default: 0] += 1 }
  }

  /// Adds what is known to be a pair of plain words.
  mutating func add(observed: Scalars, printed: Scalars, count: Int = 1) {
    let pair = Pair(
      observed: TonePlacement.placed(observed, .old), printed: TonePlacement.placed(printed, .old))
    counts[pair, default: 0] += count
  }
}

/// Strips what two words share at their edges and is no letter.
enum WordParts {
  static func common(_ one: Scalars, _ other: Scalars) -> (Scalars, Scalars) {
    var (a, b) = (one[...], other[...])
    while let x = a.first, let y = b.first, ModelForm.mark(x) == ModelForm.mark(y),
      CharacterClass.of(x) == .mark
    {
      a.removeFirst()
      b.removeFirst()
    }
    while let x = a.last, let y = b.last, ModelForm.mark(x) == ModelForm.mark(y),
      CharacterClass.of(x) == .mark
    {
      a.removeLast()
      b.removeLast()
    }
    // Full stops and commas are read for one another.
    if let x = a.last, let y = b.last, a.count > 1, b.count > 1, isStop(x), isStop(y) {
      a.removeLast()
      b.removeLast()
    }
    return (Array(a), Array(b))
  }

  private static func isStop(_ value: UInt32) -> Bool { [0x2C, 0x2E, 0x3A, 0x3B].contains(value) }
}
