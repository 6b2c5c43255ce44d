/// Number and symbol (số, ký hiệu).
public struct DocumentNumber: Hashable, Codable, Sendable {
  /// `167`; null when blank or not legible.
  public var number: String?
  /// What follows the number: `KH-SYT`, `2022/NĐ-CP`.
  public var symbol: String?
  /// `167/KH-SYT`, `57-NQ/TW`; null unless both are known.
  public var full: String?

  public init(number: String?, symbol: String?, full: String?) {
    self.number = number
    self.symbol = symbol
    self.full = full
  }

  /// As far as it goes, for lists that people read: `167/KH-SYT`, `/KH-SYT`, `167`.
  public var known: String? { full ?? symbol.map { "/\($0)" } ?? number }

  enum CodingKeys: CodingKey { case number, symbol, full }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(symbol, forKey: .symbol)
    try container.encode(full, forKey: .full)
  }
}
