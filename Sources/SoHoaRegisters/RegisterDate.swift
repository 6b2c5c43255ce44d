/// A day of the calendar.
public struct RegisterDate: Hashable, Sendable {
  public var year, month, day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2025-08-21`; nil for anything less than a day.
  public init?(edtf: String?) {
    let parts = edtf?.split(separator: "-", omittingEmptySubsequences: false) ?? []
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    guard self == RegisterDate(daysSinceEpoch: daysSinceEpoch) else { return nil }
  }

  /// `21/08/2025`, `21/8/2025`.
  public init?(shown text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
    guard self == RegisterDate(daysSinceEpoch: daysSinceEpoch) else { return nil }
  }

  /// `21/08/2025`
  public var shown: String {
    let year = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
  }

  // MARK: Serial numbers of spreadsheets

  /// Days since 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
  private var daysSinceEpoch: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  private static let epoch1900 = 25_569
  private static let shift1904 = 1_462

  /// Serial number of a workbook; nil before 1 March 1900, where spreadsheets disagree.
  func serial(from1904: Bool) -> Int? {
    let serial = daysSinceEpoch + Self.epoch1900
    guard serial >= 61, year <= 9999 else { return nil }
    let result = from1904 ? serial - Self.shift1904 : serial
    return result >= 0 ? result : nil
  }

  init?(serial: Double, from1904: Bool) {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    self.init(daysSinceEpoch: Int(serial) + (from1904 ? Self.shift1904 : 0) - Self.epoch1900)
  }
}
