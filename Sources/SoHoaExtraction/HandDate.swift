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
    if date.value != nil {
      date.confidence = marks.compactMap { $0.hand?.answer?.probability }.reduce(1, *)
    } else {
      date.alternatives = proposals(parts)
      result.findings.removeAll { ["date.unreadable", "date.blank"].contains($0.code) }
      result.findings += marks.filter { $0.hand?.answer == nil }.map {
        HandFindings.check($0, "date.handwritten", Self.names($0))
      }
    }
    result.date = date
  }

  private static func names(_ mark: PageMark) -> (en: String, vi: String) {
    mark.hand?.slot == .day ? ("the day of issue", "ngày ban hành") : ("the month of issue", "tháng ban hành")
  }

  /// Dates of the calendar that the hand may have written, the likeliest first.
  private func proposals(_ parts: DateParts) -> [DateValue] {
    guard let year = parts.year, let day else { return [] }
    let months = month.map { Array($0.numbers.prefix(2)) } ?? parts.month.map { ["\($0)"] } ?? []
    let dates = day.numbers.prefix(3).flatMap { day in
      months.map { CalendarDate(year: year, month: Int($0), day: Int(day)) }
    }
    return dates.filter(\.isPossible).map { DateValue(edtf: $0.edtf) }
  }
}
