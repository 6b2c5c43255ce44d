import SoHoaModel

/// Sets apart what stands on a page without belonging to the text: page numbers, signature banners, dirt.
struct Furniture: Sendable {
  let phrases: FormPhrases

  /// The page's lines without furniture; what was taken goes to `cells`.
  func strip(
    _ lines: [Segment], after lastNumber: inout Int, into cells: inout [(kind: CellKind, segment: Segment)]
  ) -> [Segment] {
    var kept: [Segment] = []
    for (index, line) in lines.enumerated() {
      let isEdge = index < 2 || index >= lines.count - 2
      if let kind = kind(of: line, isEdge: isEdge, after: &lastNumber) {
        cells.append((kind, line))
      } else {
        kept.append(line)
      }
    }
    return kept
  }

  private func kind(of line: Segment, isEdge: Bool, after lastNumber: inout Int) -> CellKind? {
    if isDirt(line) { return .rubble }
    if let number = pageNumber(line), number == lastNumber + 1 || (isEdge && number == line.page) {
      lastNumber = number
      return .pageNumber
    }
    return isBanner(line) ? .signatureBanner : nil
  }

  /// `2`, `- 2 -`, `Trang 2`, `2/5`: 2 and more, since page 1 shows no number.
  private func pageNumber(_ line: Segment) -> Int? {
    guard line.words.count <= 4 else { return nil }
    var parts = line.text.split { " -–—./|".contains($0) }
    if parts.first.map({ Folding.folded(String($0)) }) == "trang" { parts.removeFirst() }
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), parts[0].count <= 4,
      !line.text.hasSuffix("."), !line.text.hasSuffix(",")
    else { return nil }
    return Int(parts[0]).flatMap { $0 >= 2 ? $0 : nil }
  }

  private func isBanner(_ line: Segment) -> Bool {
    guard line.words.count <= 24 else { return false }
    if line.text.contains("+07:00") || line.text.contains("+07'00") { return true }
    return line.text.contains(":") && phrases.match(.banner, in: line.folded) != nil
  }

  /// Rules, specks and scraps of a seal: no letters, or a few that the engine hardly believed in.
  private func isDirt(_ line: Segment) -> Bool {
    if line.folded.bytes.isEmpty { return true }
    guard line.box != nil, line.words.count <= 3, line.folded.bytes.count <= 8 else { return false }
    let confidence = line.words.map(\.confidence).reduce(0, +) / Double(line.words.count)
    return confidence < 0.35
  }
}
