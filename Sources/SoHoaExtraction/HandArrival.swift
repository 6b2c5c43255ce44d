import SoHoaModel

/// Number and date that the receiving clerk wrote into the stamp "ĐẾN".
struct HandArrival: Sendable {
  private let numberMark, dateMark: PageMark?

  init(_ hands: HandValues) {
    numberMark = hands.first(.arrivalNumber)
    dateMark = hands.first(.arrivalDate)
  }

  /// - Parameter printed: what the engine read; it stays where it is a value, or where there is no hand.
  func number(_ printed: Field<String>?) -> Field<String>? {
    guard printed?.value == nil, let mark = numberMark, let hand = mark.hand else { return printed }
    return Self.field(mark, hand.answer?.text, hand.numbers, rule: "arrival/number-hand")
  }

  func date(_ printed: Field<DateValue>?) -> Field<DateValue>? {
    guard printed?.value == nil, let mark = dateMark, let hand = mark.hand else { return printed }
    let dates = hand.choices.compactMap { Self.date($0.text) }.map { DateValue(edtf: $0) }
    let answer = (hand.answer?.text).flatMap(Self.date).map { DateValue(edtf: $0) }
    return Self.field(mark, answer, dates, rule: "arrival/date-hand")
  }

  /// `12/10/25` and `12/10/2025` alike; without a year there is no date.
  private static func date(_ text: String) -> String? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let date = CalendarDate(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0])
    return date.isPossible ? date.edtf : nil
  }

  private static func field<Value>(
    _ mark: PageMark, _ value: Value?, _ choices: [Value], rule: String
  ) -> Field<Value> {
    let best = mark.hand?.choices.first
    return Field(
      text: best?.text ?? "", observed: best?.text ?? "", value: value,
      confidence: value == nil ? min(0.5, best?.probability ?? 0) : best?.probability ?? 0,
      page: mark.id.page,
      box: mark.box, words: [], alternatives: choices.filter { $0 != value }, rule: rule)
  }
}
