import SoHoaModel

/// One annex: what is printed above its title, its title, and what follows.
struct Annex {
  /// The body's name and the national title, which an attached document may repeat.
  var letterhead: [Segment] = []
  var label: Label?
  /// The label's line is the first.
  var title: [Segment] = []
  var rest: [Segment] = []
}

/// Cuts what stands behind a signature into annexes: `Phụ lục II`, `QUY CHẾ … (Ban hành kèm theo …)`.
struct AnnexSplitter {
  /// Lines above `(Kèm theo …)` that may be letterhead and title.
  private static let reachBack = 12

  let phrases: FormPhrases
  let tables: FormTables

  func split(_ lines: [Segment]) -> [Annex] {
    let starts = self.starts(lines)
    return zip(starts, starts.dropFirst() + [lines.count]).map { annex(Array(lines[$0..<$1])) }
  }

  private func starts(_ lines: [Segment]) -> [Int] {
    guard !lines.isEmpty else { return [] }
    var starts = [0]
    for index in lines.indices.dropFirst() where lines[index].blockKind != .table {
      guard let start = start(lines, index, after: starts.last!), start > starts.last! else { continue }
      starts.append(start)
    }
    return starts
  }

  private func start(_ lines: [Segment], _ index: Int, after last: Int) -> Int? {
    let line = lines[index]
    let isTurned = lines[index - 1].page != line.page
    if AnnexLabel.read(line) != nil {
      return isTurned || line.startsBlock || LineFlow.isTerminal(lines[index - 1].text) ? index : nil
    }
    return isAttachment(line) ? titleStart(lines, index, after: last) : nil
  }

  /// `(Kèm theo Quyết định số …)`
  private func isAttachment(_ line: Segment) -> Bool {
    line.text.hasPrefix("(") && phrases.match(.attached, in: line.folded) != nil
  }

  /// Up to the kind, or to the top of the page; nil where the line belongs to the title that is begun.
  private func titleStart(_ lines: [Segment], _ index: Int, after last: Int) -> Int? {
    let kindLine = KindLine(tables: tables)
    var start: Int?
    for above in stride(from: index - 1, through: max(last, index - Self.reachBack), by: -1) {
      guard lines[above].page == lines[index].page else { break }
      if above == last { return nil }
      if kindLine.isBareCapitals(lines[above]) { start = above }
      if lines[above - 1].page != lines[above].page { return above }
      if LineFlow.isTerminal(lines[above].text) { break }
    }
    return start
  }

  // MARK: Parts

  private func annex(_ lines: [Segment]) -> Annex {
    let first = titleIndex(lines)
    var annex = Annex(letterhead: Array(lines[..<first]))
    annex.label = AnnexLabel.read(lines[first])
    let end = titleEnd(lines, from: first)
    annex.title = Array(lines[first..<end])
    annex.rest = Array(lines[end...])
    return annex
  }

  /// The label or the kind, below a letterhead.
  private func titleIndex(_ lines: [Segment]) -> Int {
    if AnnexLabel.read(lines[0]) != nil { return 0 }
    let kindLine = KindLine(tables: tables)
    let top = lines.prefix(Self.reachBack).prefix { $0.page == lines[0].page && !isAttachment($0) }
    return top.firstIndex { AnnexLabel.read($0) != nil || kindLine.isBareCapitals($0) } ?? firstTitle(top)
  }

  /// Without a kind: the first line that is no letterhead.
  private func firstTitle(_ top: ArraySlice<Segment>) -> Int {
    let last = top.lastIndex {
      phrases.find(.nationalTitle, in: $0.folded) != nil || phrases.find(.motto, in: $0.folded) != nil
    }
    return last.map { min($0 + 1, top.endIndex - 1) } ?? 0
  }

  /// All down to `(Kèm theo …)`; without that only the first line, and the tree tells what goes on.
  private func titleEnd(_ lines: [Segment], from first: Int) -> Int {
    for index in lines.indices[(first + 1)...].prefix(8) {
      if isAttachment(lines[index]) { return index }
      if LabelReader.looksLikeHeading(lines[index]) || lines[index].text.hasSuffix(".") { break }
    }
    return first + 1
  }
}
