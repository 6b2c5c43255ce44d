import SoHoaModel

extension NumberExtractor.Result {
  /// With what stands by hand in the blank before the symbol. The print never stands against the hand: where both
  /// were read and differ there is no value.
  func filled(by mark: PageMark) -> Self {
    guard let hand = mark.hand, let field else { return self }
    let symbol = field.value?.symbol
    var result = self
    result.findings.removeAll { ["number.blank", "number.unreadable"].contains($0.code) }
    let proposals = hand.numbers.map { value($0, symbol) }
    if let answer = hand.answer, field.value?.number == nil || field.value?.number == answer.text {
      result.field = field.filled(proposals[0], answer.probability)
      result.field?.alternatives = Array(proposals.dropFirst())
    } else {
      let isEmpty = symbol == nil
      result.field?.value = isEmpty ? nil : value(nil, symbol)
      result.field?.alternatives = proposals + field.alternatives.filter { !proposals.contains($0) }
      result.field?.rule = "number/hand"
      result.findings.append(HandFindings.check(mark, "number.handwritten", ("the number", "số")))
    }
    return result
  }

  private func value(_ number: String?, _ symbol: String?) -> DocumentNumber {
    let full = number.flatMap { number in symbol.map { number + (tail?.separator ?? "/") + $0 } }
    return DocumentNumber(number: number, symbol: symbol, full: full)
  }
}

extension Field<DocumentNumber> {
  fileprivate func filled(_ value: DocumentNumber, _ probability: Double) -> Self {
    var field = self
    field.value = value
    field.confidence = probability
    field.rule = "number/hand"
    return field
  }
}
