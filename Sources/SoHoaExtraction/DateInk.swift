import SoHoaModel

/// What the ink says of day and month, each by itself; a part in print is as sure as the engine is of it.
struct DateInk: Hashable, Sendable {
  let year: Int
  /// By number, 0...1; what is missing to one belongs to numbers that are not listed.
  let day, month: [Int: Double]

  /// Day and month that the ink itself thinks likeliest; nil where that is no date.
  var first: (date: CalendarDate, probability: Double)? {
    guard let day = Self.best(day), let month = Self.best(month) else { return nil }
    let date = CalendarDate(year: year, month: month.key, day: day.key)
    return date.isPossible ? (date, day.value * month.value) : nil
  }

  /// Whether the ink has an opinion of each part.
  func isOwn(least: Double) -> Bool {
    [day, month].allSatisfy { (Self.best($0)?.value ?? 0) >= least }
  }

  /// Dates of the calendar among what is listed, likeliest first.
  var proposals: [DateValue] {
    let dates = day.flatMap { day in
      month.map { month in
        (date: CalendarDate(year: year, month: month.key, day: day.key), share: day.value * month.value)
      }
    }
    return dates.filter(\.date.isPossible).sorted {
      ($0.share, $1.date.edtf ?? "") > ($1.share, $0.date.edtf ?? "")
    }
    .prefix(Self.mostProposals).map { DateValue(edtf: $0.date.edtf) }
  }

  private static let mostProposals = 6

  /// The probability of a date, once each is weighed with how likely it is by other evidence: all dates of the year
  /// are, those that the ink did not list with an equal part of what it left.
  func probability(of date: CalendarDate, weighing weight: (CalendarDate) -> Double) -> Double {
    let (days, months) = (Self.spread(day, over: 1...31), Self.spread(month, over: 1...12))
    var (own, all) = (0.0, 0.0)
    for (month, inMonth) in months {
      for (day, onDay) in days {
        let other = CalendarDate(year: year, month: month, day: day)
        guard other.isPossible else { continue }
        let share = inMonth * onDay * weight(other)
        all += share
        if other == date { own = share }
      }
    }
    return all > 0 ? own / all : 0
  }

  private static func best(_ part: [Int: Double]) -> (key: Int, value: Double)? {
    part.max { ($0.value, $1.key) < ($1.value, $0.key) }
  }

  private static func spread(_ part: [Int: Double], over range: ClosedRange<Int>) -> [(Int, Double)] {
    let listed = part.filter { range.contains($0.key) }
    let left = max(0, 1 - listed.values.reduce(0, +)) / Double(max(1, range.count - listed.count))
    return range.map { ($0, listed[$0] ?? left) }
  }
}
