import SoHoaModel

/// Weighs what is written by hand with what else is known. Evidence only ever strengthens the ink's own first choice,
/// or takes a value away; it never puts another in its place.
struct HandContext: Sendable {
  let context: DocumentContext

  /// A first choice below this is not the ink's own opinion.
  static let leastOwn = 0.5
  /// So many times less doubt for each witness that says the same: how seldom one that knows nothing would.
  static let trust = 20.0
  /// What ink and witnesses say together is a value from here on.
  static let leastAgreed = 0.98

  /// - Parameters:
  ///   - attached: numbers that annexes give for this document.
  ///   - repeated: such that are written there by hand as well.
  func weigh(
    _ record: inout Record, _ hand: HandReading?, attached: [DocumentNumber], repeated: [HandReading]
  ) -> Finding? {
    guard var field = record.number, field.rule == "number/hand", field.value?.number == nil,
      let hand, let first = hand.choices.first, first.text == hand.numbers.first,
      first.probability >= Self.leastOwn,
      let proposal = field.alternatives.first(where: { $0.number == first.text })
    else { return nil }
    let written = repeated.compactMap(\.first).map { DocumentNumber(number: $0, symbol: nil, full: nil) }
    let witnesses = witnesses(of: first.text, attached + written)
    let doubt = witnesses.reduce(1 - first.probability) { doubt, _ in doubt / Self.trust }
    guard !witnesses.isEmpty, 1 - doubt >= Self.leastAgreed else { return nil }
    field.value = proposal
    field.alternatives.removeAll { $0 == proposal }
    field.confidence = 1 - doubt
    record.number = field
    return Self.agreed(first, witnesses, page: field.page)
  }

  private func witnesses(of number: String, _ attached: [DocumentNumber]) -> [(en: String, vi: String)] {
    let plain = FileNumbers.plain(number)
    var witnesses: [(en: String, vi: String)] = []
    if let name = context.fileName, FileNumbers.of(name).contains(plain) {
      witnesses.append(("the name of the file", "tên tệp"))
    }
    if attached.contains(where: { $0.number.map(FileNumbers.plain) == plain }) {
      witnesses.append(("the annex", "phụ lục"))
    }
    return witnesses
  }

  private static func agreed(
    _ choice: HandReading.Choice, _ witnesses: [(en: String, vi: String)], page: Int?
  ) -> Finding {
    let own = Int((choice.probability * 100).rounded())
    return Finding(
      .info, "number.context",
      Message(
        en:
          "the number \(choice.text) is written by hand (\(own) % by the ink alone); "
          + "\(witnesses.map(\.en).joined(separator: " and ")) says the same",
        vi:
          "số \(choice.text) viết tay (riêng nét mực chắc \(own) %); "
          + "\(witnesses.map(\.vi).joined(separator: " và ")) cũng ghi như vậy"),
      page: page)
  }
}
