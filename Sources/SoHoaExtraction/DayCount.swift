import SoHoaModel

/// Reckoning with days of the Gregorian calendar.
extension CalendarDate {
  /// Days since 1970-01-01; nil unless the date is whole.
  var dayNumber: Int? {
    guard let year, let month, let day, isPossible else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// 1: Monday ... 7: Sunday.
  var weekday: Int? { dayNumber.map { ($0 % 7 + 10) % 7 + 1 } }

  init(dayNumber: Int) {
    let days = dayNumber + 719_468
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let years = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * years + years / 4 - years / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    self.init(
      year: years + era * 400 + (month <= 2 ? 1 : 0), month: month, day: ofYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day on which a term ends that runs from this one, which does not count; nil for working days and hours,
  /// and where the month has no such day.
  func adding(_ term: Term) -> CalendarDate? {
    guard let dayNumber, let year, let month else { return nil }
    switch term.unit {
    case .day: return CalendarDate(dayNumber: dayNumber + term.count)
    case .week: return CalendarDate(dayNumber: dayNumber + 7 * term.count)
    case .month, .quarter, .year:
      let count = term.unit == .month ? term.count : term.unit == .quarter ? 3 * term.count : 12 * term.count
      let months = year * 12 + month - 1 + count
      let end = CalendarDate(year: months / 12, month: months % 12 + 1, day: day)
      return end.isPossible ? end : nil
    case .hour, .workingDay: return nil
    }
  }
}
