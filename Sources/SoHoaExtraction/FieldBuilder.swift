import SoHoaModel

/// Makes a field of words and a value: what was printed, what was observed, where, and how sure it is.
struct FieldBuilder: Sendable {
  /// - Parameter certainty: 0...1: how well the rule matched, were the words read right.
  func field<Value>(
    _ text: TokenText, _ range: Range<Int>, value: Value?, certainty: Double, rule: String,
    alternatives: [Value] = []
  ) -> Field<Value> {
    field(
      words: Array(text.words(range)), text: text.text(range), value: value, certainty: certainty, rule: rule,
      alternatives: alternatives)
  }

  func field<Value>(
    words: [Word], text: String, value: Value?, certainty: Double, rule: String, alternatives: [Value] = []
  ) -> Field<Value> {
    let page = words.first?.id.page
    let box = words.filter { $0.id.page == page }.compactMap(\.box).union()
    return Field(
      text: text, observed: words.map(\.observed.text).joined(separator: " "), value: value,
      confidence: confidence(of: words, certainty), page: page, box: box, words: words.map(\.id),
      alternatives: alternatives, rule: rule)
  }

  /// The rule's certainty times how sure the words are: halfway between their mean and the worst of them.
  /// Rounded, so that records read well.
  private func confidence(of words: [Word], _ certainty: Double) -> Double {
    let known = words.filter { !$0.text.isEmpty }.map(CodeWord.confidence)
    guard !known.isEmpty else { return 0 }
    let mean = known.reduce(0, +) / Double(known.count)
    let value = certainty * (mean + known.min()!) / 2
    return (min(1, max(0, value)) * 1000).rounded() / 1000
  }
}

extension Field {
  /// Words and boxes stay; the value becomes another one.
  func mapped<Other>(_ value: Other?, rule: String? = nil) -> Field<Other> {
    Field<Other>(
      text: text, observed: observed, value: value, confidence: confidence, page: page, box: box,
      words: words,
      rule: rule ?? self.rule)
  }
}
