/// An amount of money.
public struct Money: Hashable, Codable, Sendable {
  /// In whole units of the currency.
  public var amount: Int
  /// ISO 4217: `VND`, `USD`.
  public var currency: String

  public init(amount: Int, currency: String = "VND") {
    self.amount = amount
    self.currency = currency
  }
}
