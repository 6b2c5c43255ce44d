import SoHoaModel

/// Day and month of issue that are written by hand.
struct HandDate: Sendable {
  private let marks: [PageMark]

  init(_ hands: HandValues, _ text: TokenText) {
    marks = [HandReading.Slot.day, .month].compactMap { hands.mark($0, in: text) }
  }

  var day: HandReading? { hand(.day) }
  var month: HandReading? { hand(.month) }

  private func hand(_ slot: HandReading.Slot) -> HandReading? {
    marks.lazy.compactMap(\.hand).first { $0.slot == slot }
  }

  /// A date that was read by hand is as sure as its parts; one that was not has proposals and the finding "check".
  func fill(_ result: inout PlaceAndDateExtractor.Result, _ parts: DateParts) {
    guard !marks.isEmpty, var date = result.date else { return }
    date.rule = "issue-date/hand"
    result.ink = ink(parts)
    if date.value != nil {
      date.confidence = marks.compactMap { $0.hand?.answer?.probability }.reduce(1, *)
    } else {
      date.alternatives = result.ink?.proposals ?? []
      let doubtful = marks.filter { $0.hand?.answer == nil }
      // What is sure of the hand leaves the doubt to the print.
      if !doubtful.isEmpty {
        result.findings.removeAll { ["date.unreadable", "date.blank"].contains($0.code) }
      }
      result.findings += doubtful.map { HandFindings.check($0, "date.handwritten", Self.names($0)) }
    }
    result.date = date
  }

  private static func names(_ mark: PageMark) -> (en: String, vi: String) {
    mark.hand?.slot == .day ? ("the day of issue", "ngày ban hành") : ("the month of issue", "tháng ban hành")
  }

  private func ink(_ parts: DateParts) -> DateInk? {
    guard let year = parts.year else { return nil }
    return DateInk(year: year, day: Self.part(day, parts.day), month: Self.part(month, parts.month))
  }

  private static func part(_ hand: HandReading?, _ printed: DateParts.Printed?) -> [Int: Double] {
    guard let hand else { return printed.map { [$0.number: $0.confidence] } ?? [:] }
    // `9` and `09` are the same day.
    let numbers = hand.choices.compactMap { choice in Int(choice.text).map { ($0, choice.probability) } }
    return Dictionary(numbers, uniquingKeysWith: +)
  }
}
