import SoHoaModel

/// Sets apart what stands on a page without belonging to the text: what `PageFurniture` marked, signature
/// banners, dirt.
struct Furniture: Sendable {
  let phrases: FormPhrases

  /// The page's lines without furniture; what was taken goes to `cells`.
  func strip(
    _ lines: [Segment], into cells: inout [(kind: CellKind, segment: Segment)]
  ) -> [Segment] {
    var kept: [Segment] = []
    for line in lines {
      if let kind = kind(of: line) {
        cells.append((kind, line))
      } else {
        kept.append(line)
      }
    }
    return kept
  }

  private func kind(of line: Segment) -> CellKind? {
    switch line.blockKind {
    case .pageNumber: return .pageNumber
    case .header: return .runningHeader
    case .footer: return .runningFooter
    case .table: return line.folded.bytes.isEmpty ? .rubble : nil
    case .text: break
    }
    if isDirt(line) { return .rubble }
    return isBanner(line) ? .signatureBanner : nil
  }

  private func isBanner(_ line: Segment) -> Bool {
    guard line.words.count <= 24 else { return false }
    if line.text.contains("+07:00") || line.text.contains("+07'00") { return true }
    return line.text.contains(":") && phrases.match(.banner, in: line.folded).map { $0.distance <= 1 } == true
  }

  /// Rules, specks and scraps of a seal: no letters, or a few that the engine hardly believed in. A year or a date at
  /// the end of a paragraph is none of them.
  private func isDirt(_ line: Segment) -> Bool {
    if line.folded.bytes.isEmpty { return true }
    guard line.text.count(where: \.isNumber) < 4 else { return false }
    guard line.box != nil, line.words.count <= 3, line.folded.bytes.count <= 8 else { return false }
    let confidence = line.words.map(\.confidence).reduce(0, +) / Double(line.words.count)
    return confidence < 0.35
  }
}
