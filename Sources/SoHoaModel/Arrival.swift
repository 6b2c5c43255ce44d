/// What the receiver's stamp "ĐẾN" says: never the document's own number and date.
public struct Arrival: Hashable, Codable, Sendable {
  /// Số đến.
  public var number: Field<String>?
  /// Ngày đến.
  public var date: Field<DateValue>?
  /// The body that received it.
  public var receiver: Field<String>?

  public init(number: Field<String>?, date: Field<DateValue>?, receiver: Field<String>?) {
    self.number = number
    self.date = date
    self.receiver = receiver
  }

  enum CodingKeys: CodingKey { case number, date, receiver }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(date, forKey: .date)
    try container.encode(receiver, forKey: .receiver)
  }
}
