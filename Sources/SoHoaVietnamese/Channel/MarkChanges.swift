/// What an engine made of the marks and spaces around words, and of bare paper there: specks.
enum MarkChanges {
  static let space = Segment([0x20])

  /// One change for each edge of a word, and one for each space between printed words.
  static func of(_ match: LineAlignment.Match) -> [SegmentCounts.Change] {
    switch (match.observed.count, match.printed.count) {
    case (1, 1): edges(match.observed[0], match.printed[0])
    case (1, 2): spaces(match.observed[0], match.printed)
    default: []
    }
  }

  private static func edges(_ observed: Scalars, _ printed: Scalars) -> [SegmentCounts.Change] {
    guard isWord(observed), isWord(printed) else { return [] }
    let seen = (observed.prefix(while: isMark), suffix(observed))
    let right = (printed.prefix(while: isMark), suffix(printed))
    return [.init(printed: space, observed: space)] + edge(seen.0, right.0) + edge(seen.1, right.1)
  }

  /// At most one mark on each side is compared; more are rubble.
  private static func edge(_ seen: ArraySlice<UInt32>, _ printed: ArraySlice<UInt32>) -> [SegmentCounts
    .Change]
  {
    guard seen.count < 2, printed.count < 2 else { return [] }
    return [.init(printed: Segment(printed.map(ModelForm.mark)), observed: Segment(seen.map(ModelForm.mark)))]
  }

  private static func spaces(_ observed: Scalars, _ printed: [Scalars]) -> [SegmentCounts.Change] {
    let inner = observed.indices.dropFirst().dropLast().filter {
      isMark(observed[$0]) && !isMark(observed[$0 - 1]) && !isMark(observed[$0 + 1])
    }
    guard inner.count == 1, printed.allSatisfy(isWord), let last = printed[0].last, !isMark(last),
      let first = printed[1].first, !isMark(first)
    else { return [] }
    return [.init(printed: space, observed: Segment([ModelForm.mark(observed[inner[0]])]))]
  }

  private static func suffix(_ word: Scalars) -> ArraySlice<UInt32> {
    word[(word.lastIndex { !isMark($0) }.map { $0 + 1 } ?? 0)...]
  }

  private static func isMark(_ value: UInt32) -> Bool { CharacterClass.of(value) == .mark }

  private static func isWord(_ text: Scalars) -> Bool {
    text.contains { CharacterClass.of($0) == .letter } && !text.contains { CharacterClass.of($0) == .digit }
  }
}
