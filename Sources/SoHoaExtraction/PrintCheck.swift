import SoHoaModel

/// Tells printed digits from written or stamped ones, which recognisers misread with high confidence: printed
/// digits are as high as the year that is printed beside them.
struct PrintCheck: Sendable {
  /// Least confidence of digits that stand alone; printed ones are read with 0.9 and more.
  static let leastConfidence = 0.9
  /// Least confidence of digits in one word with a symbol.
  static let leastConfidenceInCode = 0.5

  /// Height in pixels of digits in the type of the line; nil where there are no boxes.
  private let height: Double?
  private let index: WordIndex
  /// Where ink of a pen was seen, by page.
  private let handwriting: [Int: [BoundingBox]]

  /// - Parameters:
  ///   - date: the line of place and date, for its year.
  ///   - number: the line of the number, for its first word.
  ///   - handwriting: boxes of what is written by hand, by page.
  init(
    date: TokenText, number: TokenText, _ index: WordIndex, handwriting: [Int: [BoundingBox]] = [:]
  ) {
    self.handwriting = handwriting
    let year = date.tokens.last { $0.kind == .number && $0.text.count == 4 }
    let reference = year.flatMap { index.height(of: date.words[$0.word]) }
    height = reference ?? number.words.first.flatMap(index.height)
    self.index = index
  }

  func isSure(_ word: Word) -> Bool {
    if isHandwritten(word) { return false }
    let isAlone = word.text.allSatisfy { $0.isNumber || ".,:".contains($0) }
    let confidence = CodeWord.confidence(of: word)
    guard let own = index.height(of: word), let height else {
      return confidence >= Self.leastConfidenceInCode
    }
    let ratio = own / height
    if isAlone { return confidence >= Self.leastConfidence && (0.75..<1.25).contains(ratio) }
    let isCode = word.text.contains("/") || word.text.contains("-")
    return confidence >= Self.leastConfidenceInCode && (!isCode || ratio < 1.3)
  }

  /// The middle of one lies in the other.
  private func isHandwritten(_ word: Word) -> Bool {
    guard let box = word.box else { return false }
    return handwriting[word.id.page, default: []].contains { hand in
      hand.intersects(box) && (hand.spans(box.midX) || box.spans(hand.midX))
    }
  }
}

extension BoundingBox {
  fileprivate func spans(_ x: Int) -> Bool { left <= x && x < right }
}
