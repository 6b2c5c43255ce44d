/// Year, month and day as far as they are known, in EDTF.
struct CalendarDate: Hashable, Sendable {
  var year: Int?
  var month: Int?
  var day: Int?

  /// `2025-08-21`, `2025-08`, `2025`, `--12-05`; nil if there is nothing to write.
  var edtf: String? {
    switch (year, month, day) {
    case (let year?, let month?, let day?): "\(Self.four(year))-\(Self.two(month))-\(Self.two(day))"
    case (let year?, let month?, nil): "\(Self.four(year))-\(Self.two(month))"
    case (let year?, nil, nil): Self.four(year)
    case (nil, nil, let day?): "---\(Self.two(day))"
    case (nil, let month?, let day?): "--\(Self.two(month))-\(Self.two(day))"
    default: nil
    }
  }

  /// The calendar has such a date.
  var isPossible: Bool {
    if let year, !(1900...2100).contains(year) { return false }
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    guard let month else { return year == nil && (1...31).contains(day) }
    return (1...Self.days(in: month, of: year ?? 2024)).contains(day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  private static func four(_ value: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(value)".count)) + "\(value)"
  }
}
