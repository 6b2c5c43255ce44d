/// The sheets of a register that has one a month: `Tháng 03-2026`; a last one takes rows of other days, or of none.
struct RegisterMonths {
  static let other = "Ngày khác"

  private let sheets: [String]

  init(sheets: [String]) { self.sheets = sheets }

  /// Those of a new register.
  static func names(_ year: Int) -> [String] {
    (1...12).map { name($0, year) } + [other]
  }

  private static func name(_ month: Int, _ year: Int) -> String {
    "Tháng \(month < 10 ? "0" : "")\(month)-\(year)"
  }

  /// Rows by the place of their sheet: that of their month, else the sheet for others, else the last one.
  func sorted(_ rows: [RegisterRow]) -> [(place: Int, rows: [RegisterRow])] {
    let groups = Dictionary(grouping: rows, by: place)
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func place(_ row: RegisterRow) -> Int {
    let month = row.day.flatMap { sheets.firstIndex(of: Self.name($0.month, $0.year)) }
    return month ?? sheets.firstIndex(of: Self.other) ?? sheets.count - 1
  }
}
