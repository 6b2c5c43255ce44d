import SoHoaModel

/// Tells digits that may be written by hand from printed ones, by how they stand on the line.
///
/// Most numbers and days of real documents are filled in by hand; engines read few of them right, and some
/// of the wrong ones with good confidence. Print stands as high as the words beside it and close to the
/// symbol; hands stand out. What is doubtful is only proposed.
struct InkDoubt: Sendable {
  /// Digits higher than their neighbours by more than this are taller than print.
  private static let tallest = 1.3
  /// Least confidence of digits that stand out, of digits that stand apart, and of all others.
  private static let leastTall = 0.95
  private static let leastApart = 0.9
  private static let least = 0.5

  /// - Parameters:
  ///   - digits: the words that hold the digits; words without boxes are text and never doubtful.
  ///   - neighbours: printed words of the same line.
  ///   - standApart: whether the digits have words of their own where print would join them to others.
  func isDoubtful(_ digits: some Collection<Word>, beside neighbours: [Word], standApart: Bool) -> Bool {
    guard digits.contains(where: { $0.box != nil }) else { return false }
    let confidence = digits.map(CodeWord.confidence).min() ?? 0
    let least = isTall(digits, neighbours) ? Self.leastTall : standApart ? Self.leastApart : Self.least
    return confidence < least
  }

  private func isTall(_ digits: some Collection<Word>, _ neighbours: [Word]) -> Bool {
    let height = digits.compactMap(\.box?.height).max() ?? 0
    let printed = neighbours.compactMap(\.box?.height).sorted()
    guard !printed.isEmpty else { return false }
    return Double(height) > Double(printed[printed.count / 2]) * Self.tallest
  }
}
