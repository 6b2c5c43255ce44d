import SoHoaModel

/// Lines that are nothing but a mark of secrecy (ô 10a): `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`, also damaged (`MAT`),
/// as it was observed or as restoration reads it.
///
/// A mark stands alone: at the head of the first page, or as the first or last lines of any page. The word in
/// running text, in a list or in a table is none.
struct SecrecyLines: Sendable {
  /// Lines of text that the head of a first page takes at most.
  static let headLines = 25
  /// Share of the page's height that it takes.
  static let headShare = 0.5
  /// Lines at the edges of later pages.
  static let edgeLines = 2

  let phrases: FormPhrases

  /// - Parameter lines: of one page, in order.
  func isMark(_ index: Int, of lines: [Segment], isFirstPage: Bool, pageHeight: Int) -> Bool {
    let line = lines[index]
    guard line.blockKind != .table, isMark(line), !isInList(index, lines) else { return false }
    if index < Self.edgeLines || lines.count - index <= Self.edgeLines { return true }
    guard isFirstPage else { return false }
    guard let box = line.box, pageHeight > 0 else { return index < Self.headLines }
    return Double(box.midY) < Self.headShare * Double(pageHeight)
  }

  /// `TỐI MẬT` and `MẬT` under each other are an enumeration of the degrees.
  private func isInList(_ index: Int, _ lines: [Segment]) -> Bool {
    let around = [index - 2, index - 1, index + 1, index + 2].filter(lines.indices.contains)
    return around.contains { isMark(lines[$0]) && lines[$0].folded.bytes != lines[index].folded.bytes }
  }

  /// In capitals, or behind `Độ mật:`.
  func isMark(_ line: Segment) -> Bool {
    guard (1...9).contains(line.words.count), let first = line.text.first, !"-–+•\"“".contains(first) else {
      return false
    }
    let observed = FoldedText(line.words.map(\.observed.text))
    if phrases.matches(.secrecy, line.folded) != nil || phrases.matches(.secrecy, observed) != nil {
      return line.isCapitals
    }
    return [line.folded, observed].contains { line.text.contains(":") && isLabelled($0) }
  }

  /// `Độ mật: Tối mật`
  private func isLabelled(_ text: FoldedText) -> Bool {
    guard let label = Phrase("Độ mật").match(at: 0, in: text) else { return false }
    return phrases[.secrecy].contains { degree in
      degree.match(at: label.words.upperBound, in: text)?.words.upperBound == text.wordCount
    }
  }
}
