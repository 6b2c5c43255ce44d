import SoHoaModel

/// Finds recipients (ô 9b) and signature (ô 7) at the end of a document, and the annexes behind them.
struct ClosingParser: Sendable {
  struct Closing: Sendable {
    /// Lines of the body before the closing.
    var body: [Segment] = []
    var cells: [(kind: CellKind, segment: Segment)] = []
    /// Lines behind the closing.
    var annexes: [Segment] = []
  }

  /// Lines that a closing may take.
  static let limit = 90
  /// Lines before `Nơi nhận` in which the signature block may have been read first.
  static let reachBack = 12

  let phrases: FormPhrases
  let tables: FormTables
  let names: PersonNames
  let layouts: [Int: PageLayout]

  func parse(_ lines: [Segment]) -> Closing {
    let lines = lines.flatMap(GluedColumns(phrases: phrases, tables: tables).split)
    var closing = Closing()
    let recipients = lines.firstIndex(where: beginsRecipients)
    guard let anchor = recipients ?? lastSignature(lines) else {
      closing.body = lines
      return closing
    }
    let start = recipients == nil ? anchor : signatureStart(lines, before: anchor)
    let end = closingEnd(lines, from: anchor)
    let beside = recipients.map { besideSignature(lines, from: $0, start: start) } ?? []
    let members = beside + Array(start..<end)
    closing.body = (0..<start).filter { !beside.contains($0) }.map { lines[$0] }
    closing.annexes = Array(lines[end...])
    classify(members.map { lines[$0] }, into: &closing)
    return closing
  }

  // MARK: Extent

  private func beginsRecipients(_ line: Segment) -> Bool {
    guard let match = phrases.match(.recipients, in: line.folded) else { return false }
    let words = match.words.upperBound
    return line.words[words - 1].text.hasSuffix(":") || words == line.words.count
      || line.words[words].text == ":" || isCapitalised(line.words[words].text)
  }

  private func isCapitalised(_ text: String) -> Bool { text.first?.isUppercase ?? false }

  /// Without `Nơi nhận`: the first line of the last run of authority and position lines.
  private func lastSignature(_ lines: [Segment]) -> Int? {
    let authority = AuthorityLine(tables: tables)
    let candidates = lines.indices.suffix(40).filter { index in
      lines[index].words.count <= 12 && pieces(of: lines[index]).contains { authority.content(of: $0) != nil }
        && hasNameSoon(lines, after: index)
    }
    guard var first = candidates.last else { return nil }
    for index in candidates.reversed() where first - index <= 2 { first = index }
    return first
  }

  private func hasNameSoon(_ lines: [Segment], after index: Int) -> Bool {
    lines[index..<min(index + 8, lines.count)].contains { line in
      pieces(of: line).contains { piece in
        isName(piece) != nil
          || (2...AuthorityLine.mostSideBySide).contains { secondName(in: piece, of: $0) != nil }
      }
    }
  }

  /// The signature may stand, or have been read, before the recipients.
  private func signatureStart(_ lines: [Segment], before anchor: Int) -> Int {
    let authority = AuthorityLine(tables: tables)
    var start = anchor
    for index in stride(from: anchor - 1, through: max(0, anchor - Self.reachBack), by: -1) {
      let line = lines[index]
      if line.words.count > 12 || line.text.hasSuffix("./.") || line.text.hasSuffix(";") { break }
      if pieces(of: line).contains(where: { authority.content(of: $0) != nil }) { start = index }
    }
    return start
  }

  /// With boxes: lines beside or little above `Nơi nhận` on the right, wherever they come in the order.
  private func besideSignature(_ lines: [Segment], from anchor: Int, start: Int) -> [Int] {
    guard let layout = layouts[lines[anchor].page], layout.hasBoxes, let box = lines[anchor].box else {
      return []
    }
    let top = Double(box.top) - 6 * layout.unit
    let authority = AuthorityLine(tables: tables)
    return lines[..<start].indices.suffix(60).filter { index in
      guard lines[index].page == lines[anchor].page, let other = lines[index].box else { return false }
      if other.midY >= box.top { return true }
      return Double(other.top) > top && Double(other.left) > layout.left + 0.35 * layout.width
        && authority.content(of: lines[index]) != nil
    }
  }

  private func closingEnd(_ lines: [Segment], from anchor: Int) -> Int {
    let kindLine = KindLine(tables: tables)
    for index in lines.indices[(anchor + 1)...].prefix(Self.limit) {
      let line = lines[index]
      if AnnexLabel.read(line) != nil { return index }
      if phrases.find(.nationalTitle, in: line.folded) != nil {
        return max(anchor + 1, headerStart(lines, index))
      }
      if line.text.hasPrefix("("), phrases.find(.attached, in: line.folded) != nil {
        return max(anchor + 1, titleStart(lines, index, anchor))
      }
      if line.page > lines[anchor].page, kindLine.isBareCapitals(line) || LabelReader.looksLikeHeading(line) {
        return index
      }
    }
    return min(lines.count, anchor + 1 + Self.limit)
  }

  /// The first line of the page, if the national title stands near its top.
  private func headerStart(_ lines: [Segment], _ index: Int) -> Int {
    var start = index
    while start > 0, lines[start - 1].page == lines[index].page, index - start < 4 { start -= 1 }
    return start > 0 && lines[start - 1].page == lines[index].page ? index : start
  }

  /// Back over the capitals above `(Kèm theo …)`.
  private func titleStart(_ lines: [Segment], _ index: Int, _ anchor: Int) -> Int {
    var start = index
    while start > anchor + 1, index - start < 8, lines[start - 1].page == lines[index].page,
      isName(lines[start - 1]) == nil,
      lines[start - 1].isCapitals || lines[start - 1].text.first?.isLowercase == true
        || index - start == 0
    { start -= 1 }
    return start
  }

  // MARK: Cells

  func pieces(of line: Segment) -> [Segment] {
    guard let layout = layouts[line.page] else { return [line] }
    return GapSplitter(layout: layout).split(line)
  }

  /// `Điều 2. Sáu` is none.
  func isName(_ segment: Segment) -> Double? {
    guard segment.words.count <= 9, !(segment.isCapitals && tables.bodyHead(of: segment.folded) != nil),
      !segment.text.contains(where: \.isNumber)
    else { return nil }
    let texts = segment.words.map(\.text).filter { !$0.isEmpty }
    return names.likelihood(texts).flatMap { $0 > 0.5 ? $0 : nil }
  }

  /// Where the second of so many names begins that stand side by side; nil if they do not.
  func secondName(in segment: Segment, of count: Int) -> Int? {
    names.starts(of: count, in: segment.words.map(\.text))?.first
  }

  private func classify(_ lines: [Segment], into closing: inout Closing) {
    var sorter = ClosingSorter(parser: self)
    for line in ordered(lines) {
      for piece in pieces(of: line) { sorter.take(piece) }
    }
    closing.cells = sorter.cells
  }

  /// With boxes: from top to bottom.
  private func ordered(_ lines: [Segment]) -> [Segment] {
    lines.enumerated().sorted { left, right in
      let first = left.element
      let second = right.element
      guard first.page == second.page, let a = first.box, let b = second.box else {
        return (first.page, left.offset) < (second.page, right.offset)
      }
      return (a.midY, left.offset) < (b.midY, right.offset)
    }.map(\.element)
  }
}
