/// A date and what it does in the document.
public struct DateMention: Hashable, Codable, Sendable {
  public enum Role: String, Hashable, Codable, Sendable {
    case issue, citedDocument, deadline, recurringDeadline, period, effective, mention
  }

  public var date: Field<DateValue>
  public var role: Role

  public init(date: Field<DateValue>, role: Role) {
    self.date = date
    self.role = role
  }
}
