import SoHoaModel

/// Number and date that the receiving clerk wrote into the stamp "ĐẾN".
struct HandArrival: Sendable {
  private let numberMark, dateMark: PageMark?

  init(_ hands: HandValues) {
    numberMark = hands.first(.arrivalNumber)
    dateMark = hands.first(.arrivalDate)
  }

  /// - Parameter printed: what the engine read; it stays where it is a value that no hand contradicts.
  func number(_ printed: Field<String>?) -> Field<String>? {
    guard let mark = numberMark, let hand = mark.hand else { return printed }
    return Self.field(mark, hand.answer?.text, hand.numbers, beside: printed, rule: "arrival/number-hand")
  }

  func date(_ printed: Field<DateValue>?) -> Field<DateValue>? {
    guard let mark = dateMark, let hand = mark.hand else { return printed }
    let dates = hand.choices.compactMap { Self.date($0.text) }.map { DateValue(edtf: $0) }
    let answer = (hand.answer?.text).flatMap(Self.date).map { DateValue(edtf: $0) }
    return Self.field(mark, answer, dates, beside: printed, rule: "arrival/date-hand")
  }

  /// Where the engine is sure of one thing and the ink says another at the same place, neither overrules the other.
  private static func field<Value: Hashable>(
    _ mark: PageMark, _ value: Value?, _ choices: [Value], beside printed: Field<Value>?, rule: String
  ) -> Field<Value> {
    guard let printed, let own = printed.value else { return field(mark, value, choices, rule: rule) }
    let isSamePlace = printed.box.flatMap { box in mark.box.map(box.intersects) } ?? false
    guard isSamePlace, let first = choices.first, first != own else { return printed }
    return field(mark, nil, choices + (choices.contains(own) ? [] : [own]), rule: rule)
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
