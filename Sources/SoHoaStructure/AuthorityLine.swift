import SoHoaModel

/// A line of a signature block that gives a mark of authority or a position, in capitals.
struct AuthorityLine: Sendable {
  /// What a row of words may be in a signature block.
  enum Content { case mark, position }

  let tables: FormTables

  /// Where a line of authority or a position begins among the words; nil if there is none.
  func start(in segment: Segment, from first: Int = 0) -> Int? {
    let start = (first..<max(first, segment.words.count)).first { content(of: segment, at: $0) != nil }
    return start.map { isBetterWithout(segment, $0) ? $0 + 1 : $0 }
  }

  /// Damage that is allowed for must not take in the code before a position: `NC.` `PHÓ CHỦ TỊCH`.
  private func isBetterWithout(_ segment: Segment, _ index: Int) -> Bool {
    guard !isMark(segment.words[index].text), let whole = tables.position(of: segment.folded, at: index),
      let rest = tables.position(of: segment.folded, at: index + 1)
    else { return false }
    return rest.score > whole.score && rest.words.upperBound == whole.words.upperBound
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

  /// Signatures that stand side by side at most.
  static let mostSideBySide = 4

  /// Where the second of several positions begins that stand side by side: `THƯ KÝ CHỦ TỌA`; nil if there is one.
  func secondPosition(in segment: Segment) -> Int? {
    guard (3...24).contains(segment.words.count), Capitals.isCapitals(segment.words[...]) else { return nil }
    return secondPosition(in: segment.folded, from: 0, atMost: Self.mostSideBySide)
  }

  private func secondPosition(in text: FoldedText, from first: Int, atMost most: Int) -> Int? {
    guard most > 1, first + 1 < text.wordCount else { return nil }
    return ((first + 1)..<text.wordCount).first { index in
      isPosition(text, first..<index)
        && (isPosition(text, index..<text.wordCount)
          || secondPosition(in: text, from: index, atMost: most - 1) != nil)
    }
  }

  /// Where the second of two marks of authority begins: `KT. CHÁNH ÁN KT. BỘ TRƯỞNG`.
  func secondMark(in segment: Segment) -> Int? {
    guard (4...24).contains(segment.words.count), content(of: segment) == .mark else { return nil }
    return segment.words.indices.dropFirst(2).first {
      segment.words[$0].text.contains { "./".contains($0) } && content(of: segment, at: $0) == .mark
    }
  }

  /// Where the second of two bodies begins, each its head's and more: `TÒA ÁN NHÂN DÂN TỐI CAO BỘ TƯ PHÁP`.
  func secondBody(in segment: Segment) -> Int? {
    guard (4...24).contains(segment.words.count), Capitals.isCapitals(segment.words[...]),
      let first = tables.bodyHead(of: segment.folded)
    else { return nil }
    let starts = max(2, first.match.words.upperBound)..<max(2, segment.words.count - 1)
    return starts.first { tables.bodyHead(of: segment.folded, at: $0)?.match.distance == 0 }
  }

  /// The words name a position, or a party that is represented: `ĐẠI DIỆN BÊN A`.
  private func isPosition(_ text: FoldedText, _ words: Range<Int>) -> Bool {
    if tables.positionName(text, words) != nil { return true }
    guard let match = Self.representing.match(at: words.lowerBound, in: text),
      match.words.upperBound < words.upperBound
    else { return false }
    return !(match.words.upperBound..<words.upperBound).contains { index in
      tables.position(of: text, at: index).map { $0.words.upperBound <= words.upperBound } ?? false
    }
  }

  private static let representing = Phrase("ĐẠI DIỆN", tolerance: 0)

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
