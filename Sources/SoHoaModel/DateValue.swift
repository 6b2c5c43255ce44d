/// A date, a period or a deadline.
public struct DateValue: Hashable, Codable, Sendable {
  /// Which side of the date is meant.
  public enum Bound: String, Hashable, Codable, Sendable {
    /// The date itself.
    case on
    /// `trước ngày`: strictly before.
    case before
    /// `chậm nhất`, `đến hết ngày`: then or earlier.
    case by
    /// `từ ngày`, `kể từ`.
    case from
    /// `đến năm`: up to.
    case until
    /// `từ … đến …`, `trong tháng`, `giai đoạn`.
    case during
  }

  public enum Recurrence: String, Hashable, Codable, Sendable {
    case yearly
    /// `định kỳ 6 tháng`.
    case halfYearly
    case quarterly, monthly, weekly, daily
  }

  /// ISO 8601 / EDTF: `2025-08-21`, `2025-09`, `2030`, `2021/2025`; `--12-05` for a day of every year,
  /// `---25` of every month, `-W-5` of every week; null when unsure.
  public var edtf: String?
  public var bound: Bound
  public var recurrence: Recurrence?
  /// A time from an event; `edtf` says when it ends only where the event's date is certain.
  public var term: Term?

  public init(edtf: String?, bound: Bound = .on, recurrence: Recurrence? = nil, term: Term? = nil) {
    self.edtf = edtf
    self.bound = bound
    self.recurrence = recurrence
    self.term = term
  }

  enum CodingKeys: CodingKey { case edtf, bound, recurrence, term }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(edtf, forKey: .edtf)
    try container.encode(bound, forKey: .bound)
    try container.encode(recurrence, forKey: .recurrence)
    try container.encode(term, forKey: .term)
  }
}
