import SoHoaModel

/// A whole date of issue in the orders that forms ask for.
struct IssueDay {
  private let parts: [Substring]

  /// Nil unless day, month and year are known.
  init?(_ record: Record) {
    guard let date = record.issueDate?.value?.edtf, date.count == 10 else { return nil }
    parts = date.split(separator: "-")
    guard parts.count == 3 else { return nil }
  }

  /// `05/01/2020`
  var dayFirst: String { parts.reversed().joined(separator: "/") }
  /// `2020/01/05`
  var yearFirst: String { parts.joined(separator: "/") }
}
