import SoHoaModel

/// What the top of a page shows of a document's header.
struct HeaderEvidence {
  /// Lines in which a header stands.
  static let zone = 16

  var hasNational = false
  var hasMotto = false
  var hasParty = false
  /// A number with a symbol, or the place left for it.
  var hasNumber = false
  var hasDate = false
  var hasBody = false
  var hasKind = false
  var hasSubject = false
  /// `Phụ lục`, `Mẫu số`, `(Kèm theo …)`: the page goes on with an annex.
  var isAnnex = false

  /// A header for sure, whatever stood before: a title of the state or the Party or a body's name, with a
  /// number or a place and date.
  var isHeader: Bool {
    guard !isAnnex, hasNumber || hasDate else { return false }
    let rest = (hasNational || hasParty ? 2 : hasMotto ? 1.5 : 0) + (hasBody ? 1 : 0) + (hasKind ? 0.5 : 0)
    return rest + (hasNumber ? 1 : 0) + (hasDate ? 1 : 0) + (hasSubject ? 0.5 : 0) >= 3
  }

  /// A title of the state without a number: minutes, an invitation, an application, or a form within an annex.
  var isPlainHeader: Bool { !isAnnex && hasNational && (hasMotto || hasKind) }
}

/// Reads the evidence off the first lines of a page.
struct HeaderEvidenceReader {
  let phrases: FormPhrases
  let tables: FormTables

  func evidence(_ lines: [Segment], _ layout: PageLayout) -> HeaderEvidence {
    var evidence = HeaderEvidence()
    let cutter = HeaderLines(phrases: phrases, splitter: GapSplitter(layout: layout))
    for line in top(lines, layout) where line.blockKind != .table {
      if isAnnexMark(line) { evidence.isAnnex = true }
      if isRunningText(line, layout) { break }
      for piece in cutter.pieces(of: line) { note(piece, in: &evidence) }
    }
    return evidence
  }

  /// With boxes what stands in the upper part of the page, from top to bottom.
  private func top(_ lines: [Segment], _ layout: PageLayout) -> ArraySlice<Segment> {
    guard layout.hasBoxes else { return lines.prefix(HeaderEvidence.zone) }
    let sorted = lines.enumerated().sorted {
      ($0.element.box?.top ?? 0, $0.offset) < ($1.element.box?.top ?? 0, $1.offset)
    }
    return sorted.map(\.element).prefix(HeaderEvidence.zone)
  }

  /// A wide line of small letters ends the header.
  private func isRunningText(_ line: Segment, _ layout: PageLayout) -> Bool {
    line.words.count >= 12 && Capitals.share(of: line.words[...]) < 0.25
  }

  private func isAnnexMark(_ line: Segment) -> Bool {
    if AnnexLabel.read(line) != nil { return true }
    if phrases.match(.formSheet, in: line.folded) != nil, line.words.count <= 8 { return true }
    guard let match = phrases.find(.attached, in: line.folded), match.words.lowerBound <= 1 else {
      return false
    }
    return line.text.hasPrefix("(") || match.words.lowerBound == 0
  }

  private func note(_ piece: HeaderLines.Piece, in evidence: inout HeaderEvidence) {
    switch piece.kind {
    case .nationalTitle:
      let isParty = phrases.find(.nationalTitle, in: piece.segment.folded) == nil
      if isParty { evidence.hasParty = true } else { evidence.hasNational = true }
    case .motto: evidence.hasMotto = true
    case .placeAndDate: evidence.hasDate = true
    case .title: evidence.hasSubject = true
    default: noteUnknown(piece.segment, in: &evidence)
    }
  }

  private func noteUnknown(_ segment: Segment, in evidence: inout HeaderEvidence) {
    if let likeness = NumberLine.likeness(of: segment), likeness > .bare, segment.words.count <= 8 {
      evidence.hasNumber = true
    } else if segment.isCapitals {
      if KindLine(tables: tables).isBareCapitals(segment) { evidence.hasKind = true }
      if tables.bodyHead(of: segment.folded) != nil { evidence.hasBody = true }
    }
  }
}
