import SoHoaModel

/// Decides whether a printed line goes on with the one before it or begins something new.
struct LineFlow: Sendable {
  let layouts: [Int: PageLayout]

  /// Words after which a number at the beginning of the next line is no label.
  private static let expecting: Set<String> = [
    "điều", "khoản", "điểm", "mục", "chương", "phần", "số", "ngày", "tháng", "năm", "quý", "và", "hoặc",
    "các",
    "tại", "từ", "đến", "theo", "của", "là", "tiểu", "gồm", "về",
  ]
  private static let expectingFolded = Set(expecting.map { Folding.folded($0) })

  func reachesRight(_ line: Segment) -> Bool { layouts[line.page]?.reachesRight(line) ?? false }

  /// The sentence is not over: a numeral that follows belongs to it.
  func expectsNumeral(after line: Segment) -> Bool {
    line.words.count > 2 && needsMore(line)
  }

  /// A line never ends a sentence with one of these words, a comma or a hyphen.
  private func needsMore(_ line: Segment) -> Bool {
    guard let last = line.words.last?.text, let end = last.last else { return false }
    if end == "," || end == "-" || end == "–" || end == "(" { return true }
    guard let layout = layouts[line.page], layout.span(line).upperBound >= 0.7 * layout.right else {
      return false
    }
    return end.isLetter && Self.isExpecting(last)
  }

  /// Words with marks are compared with them, others without: `lực` is not `lục`.
  private static func isExpecting(_ word: String) -> Bool {
    guard word.first?.isLowercase == true else { return false }
    return word.unicodeScalars.allSatisfy(\.isASCII)
      ? expectingFolded.contains(Folding.folded(word)) : expecting.contains(word)
  }

  /// The line may go on in the next one: wide, and without a stop.
  func isOpen(_ line: Segment) -> Bool { !Self.isTerminal(line.text) && reachesRight(line) }

  static func isTerminal(_ text: String) -> Bool {
    guard let last = text.last(where: { !"\"”’')]".contains($0) }) else { return false }
    return ".;:!?/".contains(last)
  }

  /// `line` carries no label; does it go on with the paragraph that ends in `previous`?
  func continues(_ previous: Segment, with line: Segment, labelled: Bool) -> Bool {
    guard let first = line.text.first else { return true }
    if previous.text.hasSuffix("./.") { return false }
    let isTurned = previous.page != line.page
    if !line.startsBlock || isTurned, needsMore(previous) { return true }
    if first.isNumber { return !Self.isTerminal(previous.text) }
    if first.isLowercase { return !(previous.text.hasSuffix(".") && line.startsBlock && !isTurned) }
    if previous.text.hasSuffix(":") { return false }
    if isHeadingBreak(previous, line) { return false }
    guard let layout = layouts[line.page] else { return false }
    return layout.hasBoxes
      ? continuesInBox(previous, line, layout)
      : continuesInText(previous, line, layout, labelled: labelled, isTurned: isTurned)
  }

  /// Capitals after small letters or the other way round.
  private func isHeadingBreak(_ previous: Segment, _ line: Segment) -> Bool {
    guard line.words.count > 1 || previous.isCapitals else { return false }
    return previous.isCapitals != line.isCapitals
  }

  private func continuesInBox(_ previous: Segment, _ line: Segment, _ layout: PageLayout) -> Bool {
    let isTerminal = Self.isTerminal(previous.text)
    if previous.isCapitals, line.isCapitals {
      return layout.isCentred(line) || reachesRight(previous) && !isTerminal
    }
    if layout.isIndented(line) {
      return !isTerminal && reachesRight(previous) && !layout.isIndented(previous)
    }
    return reachesRight(previous) || layout.isIndented(previous) && !isTerminal && reachesRight(previous)
  }

  private func continuesInText(
    _ previous: Segment, _ line: Segment, _ layout: PageLayout, labelled: Bool, isTurned: Bool
  ) -> Bool {
    if line.indent > previous.indent + 1, Self.isTerminal(previous.text) { return false }
    if previous.isCapitals, line.isCapitals { return !line.startsBlock && !Self.isTerminal(previous.text) }
    if line.startsBlock, !isTurned {
      return !labelled && !Self.isTerminal(previous.text) && reachesRight(previous)
    }
    if Self.isTerminal(previous.text) { return !previous.text.hasSuffix(";") && reachesRight(previous) }
    return labelled ? reachesRight(previous) : layout.span(previous).upperBound >= 0.6 * layout.right
  }
}
