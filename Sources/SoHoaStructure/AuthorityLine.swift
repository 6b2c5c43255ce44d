import SoHoaModel

/// A line of a signature block that gives a mark of authority or a position, in capitals.
struct AuthorityLine: Sendable {
  /// What a row of words may be in a signature block.
  enum Content { case mark, position }

  let tables: FormTables

  /// Where a line of authority or a position begins among the words; nil if there is none.
  func start(in segment: Segment, from first: Int = 0) -> Int? {
    (first..<max(first, segment.words.count)).first { content(of: segment, at: $0) != nil }
  }

  func content(of segment: Segment, at first: Int = 0) -> Content? {
    guard first < segment.words.count, Capitals.isCapitals(segment.words[first...]),
      beginsInCapitals(segment, at: first)
    else { return nil }
    if isMark(segment.words[first].text),
      segment.words.count > first + 1 || segment.words[first].text.count > 4
    {
      return .mark
    }
    return tables.position(of: segment.folded, at: first) == nil ? nil : .position
  }

  /// The end of a recipient before it (`Sở; CHỦ TỊCH`) is none of it.
  private func beginsInCapitals(_ segment: Segment, at first: Int) -> Bool {
    Capitals.share(of: segment.words[first...first]) > 0.5
      && (segment.words.count == first + 1 || !segment.words[first].text.hasSuffix(";"))
  }

  /// Where the second of two positions begins that stand side by side: `THƯ KÝ CHỦ TỌA`; nil if there is one.
  func secondPosition(in segment: Segment) -> Int? {
    guard segment.words.count >= 3, Capitals.isCapitals(segment.words[...]) else { return nil }
    return (1..<segment.words.count).first { index in
      tables.positionName(segment.slice(0..<index).folded) != nil
        && tables.positionName(segment.folded, from: index) != nil
    }
  }

  /// `KT.`, `T/M`, also run together with the next word: `KT.CHỦ`.
  func isMark(_ word: String) -> Bool {
    let head = word.prefix { $0 != "." && $0 != "," }
    guard head.count < word.count || word.contains("/") || (2...3).contains(word.count) else { return false }
    let shape = Folding.shape(String(head))
    return tables.authorityMarks.contains { mark in
      mark.shape == shape && (mark.shape.count > 1 || word.contains("."))
    }
  }
}
