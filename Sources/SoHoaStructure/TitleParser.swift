import SoHoaModel

/// Reads kind and title (ô 5a) and the addressees (ô 9a) off the lines below the header's two columns.
struct TitleParser: Sendable {
  /// Lines that a title may take.
  static let lineLimit = 16

  let phrases: FormPhrases
  let tables: FormTables
  let layout: PageLayout

  func parse(_ header: inout HeaderParser.Header) {
    takeAddressees(&header, within: 1)
    takeKind(&header)
    takeAddressees(&header, within: 3)
    takeBodyUnderTitle(&header)
  }

  /// Without a letterhead the body's name stands under the title.
  private func takeBodyUnderTitle(_ header: inout HeaderParser.Header) {
    let known: Set<CellKind> = [.issuingBody, .nationalTitle, .documentNumber]
    guard !header.cells.contains(where: { known.contains($0.kind) }),
      header.cells.contains(where: { $0.kind == .documentKind })
    else { return }
    if let line = header.rest.first, isBodyName(line) {
      header.cells.append((.issuingBody, header.rest.removeFirst()))
    } else if let last = header.cells.lastIndex(where: { $0.kind == .title }),
      header.cells.filter({ $0.kind == .title }).count > 1, isBodyName(header.cells[last].segment)
    {
      header.cells[last].kind = .issuingBody
    }
  }

  /// A short line that begins like a body's name and ends no sentence.
  private func isBodyName(_ line: Segment) -> Bool {
    line.words.count <= 12 && line.text.first?.isUppercase == true && !LineFlow.isTerminal(line.text)
      && !line.text.hasSuffix(",") && tables.bodyHead(of: line.folded) != nil && !layout.reachesRight(line)
  }

  // MARK: Kind and title

  private func takeKind(_ header: inout HeaderParser.Header) {
    let kindLine = KindLine(tables: tables)
    let start = header.rest.prefix(4).firstIndex { kindLine.kindWords(of: $0) != nil }
    guard let start, let words = kindLine.kindWords(of: header.rest[start]) else { return }
    for stray in header.rest[..<start] { header.cells.append((.rubble, stray)) }
    let line = header.rest[start]
    header.cells.append((.documentKind, line.slice(words)))
    var title: [Segment] = []
    if words.upperBound < line.words.count { title.append(line.slice(words.upperBound..<line.words.count)) }
    header.rest.removeFirst(start + 1)
    takeNumber(&header)
    if tables.kind(of: line.folded)?.kind.hasTitle == false, beginsSentence(header.rest) { return }
    takeTitle(after: line, title, &header)
  }

  /// In contracts the number stands under the kind.
  private func takeNumber(_ header: inout HeaderParser.Header) {
    guard let line = header.rest.first, !header.cells.contains(where: { $0.kind == .documentNumber }),
      NumberLine.likeness(of: line) == .full, line.words.count <= 4
    else { return }
    header.cells.append((.documentNumber, header.rest.removeFirst()))
  }

  /// The first block of lines ends like a sentence, or names what follows.
  private func beginsSentence(_ lines: [Segment]) -> Bool {
    guard let first = lines.first else { return false }
    let block = [first] + lines.dropFirst().prefix { !$0.startsBlock && !LabelReader.looksLikeHeading($0) }
    return block.prefix(Self.lineLimit).contains { ".;:".contains($0.text.last ?? " ") }
  }

  private func takeTitle(after kind: Segment, _ begun: [Segment], _ header: inout HeaderParser.Header) {
    var title = begun
    while let line = header.rest.first, title.count < Self.lineLimit {
      if !line.isEmpty {
        guard belongs(line, to: title, after: kind) else { break }
        title.append(line)
      } else {
        header.cells.append((.rubble, line))
      }
      header.rest.removeFirst()
    }
    header.cells += title.map { (.title, $0) }
  }

  private func belongs(_ line: Segment, to title: [Segment], after kind: Segment) -> Bool {
    if isBodyStart(line, title) { return false }
    guard let last = title.last else { return true }
    if let opening = line.text.first, opening.isLowercase { return true }
    if last.text.hasSuffix(".") || last.text.hasSuffix(":") { return false }
    if !last.isCapitals, line.isCapitals, line.words.count > 1 { return false }
    if last.isCapitals, !line.isCapitals, line.page == last.page, !layout.isCentred(line) { return false }
    return layout.hasBoxes ? isSet(line, under: last) : !line.startsBlock
  }

  /// Centred lines have the same space on both sides; the body's first line has it on the left only.
  private func isSet(_ line: Segment, under last: Segment) -> Bool {
    let span = layout.span(line)
    let before = span.lowerBound - layout.left
    let after = layout.right - span.upperBound
    return abs(before - after) < max(2.5 * layout.unit, 0.06 * layout.width) || layout.isCentred(line)
  }

  private func isBodyStart(_ line: Segment, _ title: [Segment]) -> Bool {
    if phrases.match(.addressees, in: line.folded) != nil { return true }
    if title.isEmpty, line.text.hasSuffix(":") || opensBody(line) { return true }
    if line.text.hasPrefix("(") { return false }
    if LabelReader.looksLikeHeading(line) { return true }
    if phrases.match(.legalBasis, in: line.folded) != nil { return true }
    return !title.isEmpty && line.text.first?.isUppercase == true && beginsOpening(line)
  }

  /// A word by itself opens a sentence only with its very marks: `Nhâm Dần` is not `Nhằm`.
  private func beginsOpening(_ line: Segment) -> Bool {
    guard let match = phrases.match(.opening, in: line.folded) else { return false }
    let first = line.words[0].text.lowercased()
    return match.words.count > 1
      || phrases[.opening].contains { first.hasPrefix($0.text.lowercased()) }
  }

  /// What begins the body of papers that have no title.
  private func opensBody(_ line: Segment) -> Bool {
    ["trân trọng kính mời", "Hôm nay, ngày", "Hôm nay, vào"].contains {
      Phrase($0).find(in: line.folded) != nil
    }
  }

  // MARK: Addressees

  private func takeAddressees(_ header: inout HeaderParser.Header, within count: Int) {
    guard let start = header.rest.prefix(count).firstIndex(where: beginsAddressees) else { return }
    for stray in header.rest[..<start] { header.cells.append((.rubble, stray)) }
    header.rest.removeFirst(start)
    let first = header.rest.removeFirst()
    let begin = phrases.find(.addressees, in: first.folded)?.words.lowerBound ?? 0
    if begin > 0 { header.cells.append((.rubble, first.slice(0..<begin))) }
    var lines = [first.slice(begin..<first.words.count)]
    while let line = header.rest.first, lines.count < 60, continues(lines, with: line) {
      lines.append(line)
      header.rest.removeFirst()
    }
    header.cells += lines.map { (.addressees, $0) }
  }

  /// `Kính gửi:`; in a công điện `CHỦ TỊCH … điện:` before a list.
  private func beginsAddressees(_ line: Segment) -> Bool {
    if phrases.find(.addressees, in: line.folded).map({ $0.words.lowerBound <= 3 }) == true { return true }
    guard line.words.count >= 3, line.text.hasSuffix(":"), let last = line.words.last else { return false }
    return Folding.folded(last.text) == "dien" && Capitals.isCapitals(line.words.dropLast())
  }

  private func continues(_ lines: [Segment], with line: Segment) -> Bool {
    let last = lines.last!.text
    if line.isEmpty { return true }
    if line.text.hasPrefix("-") || line.text.hasPrefix("–") || line.text.hasPrefix("+") {
      return last.hasSuffix(":") || last.hasSuffix(";") || last.hasSuffix(",") || isItem(last)
    }
    if last.hasSuffix(":") || last.hasSuffix(";") || last.hasSuffix(",") {
      return lines.count < 2 || !line.startsBlock
    }
    if line.text.first?.isLowercase == true { return !last.hasSuffix(".") }
    return !last.hasSuffix(".") && isItem(last) && !line.startsBlock
      && phrases.match(.opening, in: line.folded) == nil
      && (!layout.hasBoxes || layout.span(line).lowerBound > layout.left + 3 * layout.unit)
  }

  private func isItem(_ text: String) -> Bool { text.hasPrefix("-") || text.hasPrefix("–") }
}
