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
    case yearly, quarterly, monthly, weekly, daily
  }

  /// ISO 8601 / EDTF: `2025-08-21`, `2025-09`, `2030`, `2021/2025`; `--12-05` for a day of every year;
  /// null when unsure.
  public var edtf: String?
  public var bound: Bound
  public var recurrence: Recurrence?

  public init(edtf: String?, bound: Bound = .on, recurrence: Recurrence? = nil) {
    self.edtf = edtf
    self.bound = bound
    self.recurrence = recurrence
  }

  enum CodingKeys: CodingKey { case edtf, bound, recurrence }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(edtf, forKey: .edtf)
    try container.encode(bound, forKey: .bound)
    try container.encode(recurrence, forKey: .recurrence)
  }
}
