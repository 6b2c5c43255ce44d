import SoHoaModel

/// Cuts a page of text where a new document begins in its middle: a header behind a closing, as when several
/// short dispatches were pasted together. A page that has boxes is left whole.
struct PageCutter: Sendable {
  /// Lines that a letterhead has above the national title.
  private static let reachBack = 5

  let phrases: FormPhrases
  let tables: FormTables

  /// - Returns: the page, or its parts in order, under the same number.
  func parts(_ page: Page) -> [Page] {
    let layout = PageLayout(page)
    guard !layout.hasBoxes else { return [page] }
    let lines = PageLines.segments(of: page)
    let starts = [0] + self.starts(lines, layout)
    guard starts.count > 1 else { return [page] }
    return zip(starts, starts.dropFirst() + [lines.count]).map { part(of: page, rows: $0..<$1) }
  }

  private func starts(_ lines: [Segment], _ layout: PageLayout) -> [Int] {
    let reader = HeaderEvidenceReader(phrases: phrases, tables: tables)
    var starts: [Int] = []
    var isClosed = false
    for (index, line) in lines.enumerated() {
      if isClosing(line) { isClosed = true }
      guard isClosed, index > 0, isTitle(line) else { continue }
      let start = letterhead(lines, above: index)
      let header = Array(lines[start..<min(lines.count, start + HeaderEvidence.zone)])
      guard start > (starts.last ?? 0), reader.evidence(header, layout).isHeader else { continue }
      starts.append(start)
      isClosed = false
    }
    return starts
  }

  private func isClosing(_ line: Segment) -> Bool {
    line.words.count <= 12 && phrases.match(.recipients, in: line.folded) != nil || line.text.hasSuffix("./.")
  }

  private func isTitle(_ line: Segment) -> Bool {
    line.blockKind != .table && line.words.count <= 24
      && (phrases.find(.nationalTitle, in: line.folded) ?? phrases.find(.partyTitle, in: line.folded)) != nil
  }

  /// The first line of the letterhead: names of bodies in capitals and a number, up to the end of a signature.
  private func letterhead(_ lines: [Segment], above index: Int) -> Int {
    let authority = AuthorityLine(tables: tables)
    let least = max(0, index - Self.reachBack)
    let last = (least..<index).last { row in
      let line = lines[row]
      return authority.content(of: line) != nil || !line.isCapitals && !isNumber(line)
    }
    let first = last.map { $0 + 1 } ?? least
    return (first..<index).first { beginsLetterhead(lines[$0]) } ?? index
  }

  private func isNumber(_ line: Segment) -> Bool {
    NumberLine.likeness(of: line).map { $0 > .bare } ?? false
  }

  private func beginsLetterhead(_ line: Segment) -> Bool { tables.bodyHead(of: line.folded) != nil }

  /// A table goes with its first line.
  private func part(of page: Page, rows: Range<Int>) -> Page {
    var part = page
    var row = 0
    part.blocks = page.blocks.compactMap { block in
      var block = block
      let first = row
      let kept = block.lines.filter { line in
        guard !line.words.isEmpty else { return false }
        row += 1
        return rows.contains(block.table == nil ? row - 1 : first)
      }
      guard !kept.isEmpty else { return nil }
      if block.table == nil { block.lines = kept }
      return block
    }
    if rows.lowerBound > 0 { part.marks = [] }
    return part
  }
}
