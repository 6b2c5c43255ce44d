/// A time that runs from an event (thời hạn): `05 ngày làm việc kể từ ngày nhận được văn bản`.
public struct Term: Hashable, Codable, Sendable {
  public enum Unit: String, Hashable, Codable, Sendable {
    case hour, day
    /// Ngày làm việc.
    case workingDay
    case week, month, quarter, year
  }

  public var count: Int
  public var unit: Unit
  /// What it runs from, as printed: `ngày nhận được văn bản`; null where the paper does not say.
  public var anchor: String?

  public init(count: Int, unit: Unit, anchor: String? = nil) {
    self.count = count
    self.unit = unit
    self.anchor = anchor
  }

  enum CodingKeys: CodingKey { case count, unit, anchor }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(unit, forKey: .unit)
    try container.encode(anchor, forKey: .anchor)
  }
}
