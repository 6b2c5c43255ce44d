import SoHoaModel

extension Page {
  /// The page with its marks sorted out: some words taken from the text, some lines given back to it.
  ///
  /// Everything is numbered anew: the text first, then the marks.
  func with(_ marks: [PageMark], without taken: Set<ID<Word>>, and returned: [Line]) -> Page {
    var groups = blocks.map { block in
      block.lines.map { line in
        Line(
          id: line.id, box: line.box, indent: line.indent, words: line.words.filter { !taken.contains($0.id) }
        )
      }.filter { !$0.words.isEmpty }
    }.filter { !$0.isEmpty }
    if !returned.isEmpty { groups.insert(returned, at: place(of: returned, in: groups)) }
    var page = taken.isEmpty && returned.isEmpty ? self : replacingBlocks(groups)
    page.marks = page.numbered(marks)
    return page
  }

  /// Before the first group that stands wholly below.
  private func place(of lines: [Line], in groups: [[Line]]) -> Int {
    guard let bottom = lines.compactMap(\.box).union()?.bottom else { return groups.count }
    return groups.firstIndex { $0.compactMap(\.box).union().map { $0.top >= bottom } ?? false }
      ?? groups.count
  }

  private func numbered(_ marks: [PageMark]) -> [PageMark] {
    var (word, line) = (words.map(\.id.index).max() ?? 0, lines.map(\.id.index).max() ?? 0)
    return marks.enumerated().map { index, mark in
      let lines = mark.lines.map { old in
        line += 1
        let words = old.words.map { piece in
          word += 1
          return Word(
            id: ID(page: number, index: word), box: piece.box, observed: piece.observed,
            revisions: piece.revisions, alternatives: piece.alternatives)
        }
        return Line(id: ID(page: number, index: line), box: old.box, indent: old.indent, words: words)
      }
      return PageMark(
        id: ID(page: number, index: index + 1), kind: mark.kind, colour: mark.colour, box: mark.box,
        confidence: mark.confidence, lines: lines)
    }
  }
}
