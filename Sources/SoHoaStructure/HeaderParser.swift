import SoHoaModel

/// Finds the cells of the header (ô 1-5, 9a-11) on a document's first page, and where the body begins.
struct HeaderParser: Sendable {
  struct Header: Sendable {
    var cells: [(kind: CellKind, segment: Segment)] = []
    /// What follows the header, in order.
    var rest: [Segment] = []
  }

  /// Lines that a header may take.
  static let zoneLimit = 45

  let phrases: FormPhrases
  let tables: FormTables

  func parse(_ lines: [Segment], _ layout: PageLayout) -> Header {
    var header = Header()
    let end = zoneEnd(lines, layout)
    let inZone = lines.indices.filter { isInZone($0, end, lines, layout) }
    let pieces = inZone.flatMap { cutter(layout).pieces(of: lines[$0]) }
    let zone = Set(inZone)
    place(joined(ordered(pieces, layout)), in: &header)
    let strays = header.cells.filter { $0.kind == .rubble && $0.segment.words.count >= 5 }.map(\.segment)
    header.cells.removeAll { $0.kind == .rubble && $0.segment.words.count >= 5 }
    header.rest = strays + lines.indices.filter { !zone.contains($0) }.map { lines[$0] }
    TitleParser(phrases: phrases, tables: tables, layout: layout).parse(&header)
    return header
  }

  private func cutter(_ layout: PageLayout) -> HeaderLines {
    HeaderLines(phrases: phrases, splitter: GapSplitter(layout: layout))
  }

  // MARK: Zone

  /// Index of the first line below the two columns: the kind, `Kính gửi`, or what follows the last line
  /// that belongs to a header for sure; 0 if there is no header.
  private func zoneEnd(_ lines: [Segment], _ layout: PageLayout) -> Int {
    let kindLine = KindLine(tables: tables)
    var lastAnchor = -1
    for index in lines.indices.prefix(Self.zoneLimit) {
      let pieces = cutter(layout).pieces(of: lines[index])
      if pieces.contains(where: { isAnchor($0) }) { lastAnchor = index }
      if lastAnchor < index, isRunningText(lines[index], layout) { return index }
      let isEnd = pieces.contains { kindLine.kindWords(of: $0.segment) != nil && $0.kind == nil }
      if isEnd, !isHeaderAhead(lines, after: index, layout) || layout.hasBoxes { return index }
      if pieces.contains(where: { beginsAddressees($0.segment) }) { return index }
    }
    return lastAnchor + 1
  }

  /// `Kính gửi`, also behind scraps of a stamp.
  private func beginsAddressees(_ segment: Segment) -> Bool {
    guard let match = phrases.find(.addressees, in: segment.folded) else { return false }
    return match.words.lowerBound <= 3
  }

  /// A wide line of small letters is no part of a letterhead.
  private func isRunningText(_ line: Segment, _ layout: PageLayout) -> Bool {
    let span = layout.span(line)
    return line.words.count >= 9 && Capitals.share(of: line.words[...]) < 0.3
      && span.upperBound - span.lowerBound > 0.75 * layout.width
  }

  /// A kind's name above the national title names no kind (`MẪU QUYẾT ĐỊNH`, a cover line).
  private func isHeaderAhead(_ lines: [Segment], after index: Int, _ layout: PageLayout) -> Bool {
    lines[(index + 1)..<min(index + 8, lines.count)].contains { line in
      if phrases.find(.motto, in: line.folded) != nil { return true }
      guard let title = phrases.find(.nationalTitle, in: line.folded) else { return false }
      return Capitals.isCapitals(line.words[title.words])
    }
  }

  private func isAnchor(_ piece: HeaderLines.Piece) -> Bool {
    switch piece.kind {
    case .nationalTitle, .motto, .placeAndDate, .title: true
    default: NumberLine.likeness(of: piece.segment).map { $0 > .bare } ?? false
    }
  }

  /// With boxes a line belongs to the zone by its place on the page, else by its order.
  private func isInZone(_ index: Int, _ end: Int, _ lines: [Segment], _ layout: PageLayout) -> Bool {
    guard end < lines.count, layout.hasBoxes, let limit = lines[end].box, let box = lines[index].box
    else { return index < end }
    return index != end && box.midY < limit.top
  }

  /// With boxes from top to bottom: regions come in any order.
  private func ordered(_ pieces: [HeaderLines.Piece], _ layout: PageLayout) -> [HeaderLines.Piece] {
    guard layout.hasBoxes else { return pieces }
    return pieces.enumerated().sorted { left, right in
      (left.element.segment.box?.midY ?? 0, left.offset) < (
        right.element.segment.box?.midY ?? 0, right.offset
      )
    }.map(\.element)
  }

  /// Pieces that belong together over a space left blank: `Hoa Giang, ngày` and `tháng 11 năm 2026`,
  /// `Số:` and `/KH-SNV`.
  private func joined(_ pieces: [HeaderLines.Piece]) -> [HeaderLines.Piece] {
    var joined: [HeaderLines.Piece] = []
    for piece in pieces {
      if let open = openNumber(joined), piece.kind == nil,
        NumberLine.likeness(of: piece.segment) == .symbolOnly
      {
        joined[open].segment = whole(joined[open].segment, piece.segment)
      } else if let last = joined.last, last.kind == nil, piece.kind == nil,
        let kind = joint(last.segment, piece.segment)
      {
        joined[joined.count - 1] = HeaderLines.Piece(
          segment: whole(last.segment, piece.segment), kind: kind == .documentNumber ? nil : kind)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private func whole(_ left: Segment, _ right: Segment) -> Segment {
    var whole = Segment(words: left.words + right.words, page: right.page, row: right.row)
    whole.column = left.column
    return whole
  }

  /// `Số: 1483/` with the symbol on the next line of its column; what stands in the other column is between them.
  private func openNumber(_ pieces: [HeaderLines.Piece]) -> Int? {
    guard let index = pieces.lastIndex(where: { $0.kind == nil }), pieces.count - index <= 2 else {
      return nil
    }
    let segment = pieces[index].segment
    guard NumberLine.likeness(of: segment) == .bare, let last = segment.words.last?.text else { return nil }
    return last.hasSuffix("/") || last.hasSuffix("-") ? index : nil
  }

  private func joint(_ left: Segment, _ right: Segment) -> CellKind? {
    if endsInDay(left), beginsWithMonth(right) { return .placeAndDate }
    let isNumber =
      left.words.count == 1 && NumberLine.isNumberWord(left.text)
      && NumberLine.likeness(of: right) == .symbolOnly
    return isNumber ? .documentNumber : nil
  }

  private func endsInDay(_ segment: Segment) -> Bool {
    segment.words.last.map { Folding.fold($0.text) == Folding.fold("ngày") } ?? false
  }

  private func beginsWithMonth(_ segment: Segment) -> Bool {
    segment.words.first.map { Folding.fold($0.text) == Folding.fold("tháng") } ?? false
  }

  // MARK: Cells

  private func place(_ pieces: [HeaderLines.Piece], in header: inout Header) {
    let pieces = withoutArrivalStamp(withOwnTitle(pieces), in: &header)
    let number = numberIndex(pieces)
    let isParty = pieces.contains {
      $0.kind == .nationalTitle && phrases.find(.partyTitle, in: $0.segment.folded) != nil
    }
    var isSubject = false
    var subject: Segment?
    for (index, piece) in pieces.enumerated() {
      let kind = kind(
        of: piece, among: pieces, index: index, number: number, after: subject, isParty: isParty,
        isSubject: &isSubject)
      if kind == .title { subject = piece.segment }
      header.cells.append((kind, piece.segment))
    }
    markBodies(&header)
  }

  /// The Union's name stands on both sides: the first is the superior body.
  private func withOwnTitle(_ pieces: [HeaderLines.Piece]) -> [HeaderLines.Piece] {
    let titles = pieces.indices.filter {
      pieces[$0].kind == .nationalTitle && phrases.find(.unionTitle, in: pieces[$0].segment.folded) != nil
    }
    guard titles.count > 1 else { return pieces }
    var pieces = pieces
    pieces[titles[0]].kind = nil
    pieces[titles[0]].segment.column = .left
    return pieces
  }

  /// The surest number line; of equals the first.
  private func numberIndex(_ pieces: [HeaderLines.Piece]) -> Int? {
    let rated = pieces.indices.compactMap { index in
      pieces[index].kind == nil ? NumberLine.likeness(of: pieces[index].segment).map { (index, $0) } : nil
    }
    guard let best = rated.map(\.1).max() else { return nil }
    return rated.first { $0.1 == best }?.0
  }

  private func kind(
    of piece: HeaderLines.Piece, among pieces: [HeaderLines.Piece], index: Int, number: Int?,
    after previous: Segment?, isParty: Bool,
    isSubject: inout Bool
  ) -> CellKind {
    if let kind = piece.kind {
      if kind == .title { isSubject = true }
      return kind
    }
    if index == number { return .documentNumber }
    if let number, index == number + 1, isSymbolTail(piece.segment) { return .documentNumber }
    if isSubject, goesOn(previous, piece.segment) { return .title }
    isSubject = number.map { index > $0 } == true && isUnmarkedSubject(piece.segment, isParty: isParty)
    if isSubject { return .title }
    let isBeforeNumber = number.map { index < $0 } ?? true
    let above = index > 0 ? pieces[..<index].last { $0.kind == nil }?.segment : nil
    return isBeforeNumber && isBodyName(piece.segment, above) ? .issuingBody : .rubble
  }

  /// Below the number: `Về việc …`; letters of the Party have no mark before the subject.
  private func isUnmarkedSubject(_ segment: Segment, isParty: Bool) -> Bool {
    guard segment.column != .right, segment.words.count >= 2, !segment.isCapitals else { return false }
    return isParty || Phrase("Về việc").match(at: 0, in: segment.folded) != nil
  }

  /// A line goes on with the subject: under its last line, in the same column.
  private func goesOn(_ previous: Segment?, _ segment: Segment) -> Bool {
    guard segment.column != .right, !segment.isEmpty else { return false }
    guard let above = previous?.box, let box = segment.box else { return true }
    return box.top - above.bottom < 2 * above.height && box.left < above.right && above.left < box.right
  }

  /// `/QĐ-UBND` on a line of its own under the number.
  private func isSymbolTail(_ segment: Segment) -> Bool {
    segment.words.count == 1 && NumberLine.isSymbol(segment.text)
  }

  private func isBodyName(_ segment: Segment, _ above: Segment?) -> Bool {
    guard segment.column != .right, Capitals.share(of: segment.words[...]) >= 0.6 else { return false }
    return segment.folded.bytes.count >= 3 || isShortPart(segment, above)
  }

  /// `SỞ` over `Y TẾ`, `TẾ` under `SỞ Y`.
  private func isShortPart(_ segment: Segment, _ above: Segment?) -> Bool {
    guard segment.words.count == 1, let first = segment.words.first?.text else { return false }
    if ["SỞ", "BỘ"].contains(where: { Phrase($0, tolerance: 0).matches(segment.folded) != nil }) {
      return true
    }
    return above?.words.last.map { tables.isJoint($0.text, first) } ?? false
  }

  /// Tells superior and issuing bodies apart: each begins with a body's head word.
  private func markBodies(_ header: inout Header) {
    let indices = header.cells.indices.filter { header.cells[$0].kind == .issuingBody }
    let groups = BodyLines(tables: tables).groups(indices.map { header.cells[$0].segment })
    guard groups.count > 1 else { return }
    for position in groups.dropLast().joined() { header.cells[indices[position]].kind = .superiorBody }
  }

  // MARK: Stamp

  private func withoutArrivalStamp(
    _ pieces: [HeaderLines.Piece], in header: inout Header
  ) -> [HeaderLines.Piece] {
    let stamp = ArrivalStamp(phrases: phrases, tables: tables)
    let members = stamp.members(pieces.map(\.segment))
    for index in members.sorted() { header.cells.append((.arrivalStamp, pieces[index].segment)) }
    return pieces.indices.filter { !members.contains($0) }.map { pieces[$0] }
  }
}
