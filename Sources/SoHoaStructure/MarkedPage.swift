import SoHoaModel

extension Page {
  /// The page with its marks sorted out: some words taken from the text, some lines given back to it.
  ///
  /// Everything is numbered anew: the text first, then the marks.
  func with(_ marks: [PageMark], without taken: Set<ID<Word>>, and returned: [Line]) -> Page {
    var kept = blocks.compactMap { $0.without(taken) }
    if !returned.isEmpty {
      let block = Block(id: ID(page: number, index: 0), box: nil, lines: returned)
      kept.insert(block, at: place(of: returned, in: kept))
    }
    var page = taken.isEmpty && returned.isEmpty ? self : replacingBlocks(kept)
    page.marks = page.numbered(marks)
    return page
  }

  /// Before the first block that stands wholly below.
  private func place(of lines: [Line], in blocks: [Block]) -> Int {
    guard let bottom = lines.compactMap(\.box).union()?.bottom else { return blocks.count }
    return blocks.firstIndex { $0.box.map { $0.top >= bottom } ?? false } ?? blocks.count
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
        confidence: mark.confidence, lines: lines, hand: mark.hand)
    }
  }
}

extension Block {
  /// Nil if nothing is left of it.
  fileprivate func without(_ taken: Set<ID<Word>>) -> Block? {
    var block = self
    for index in block.lines.indices { block.lines[index].words.removeAll { taken.contains($0.id) } }
    block.lines.removeAll(where: \.words.isEmpty)
    return block.lines.isEmpty && block.table == nil ? nil : block
  }
}
