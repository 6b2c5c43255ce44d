/// Who must do what by when.
public struct Responsibility: Hashable, Codable, Sendable {
  public enum Role: String, Hashable, Codable, Sendable {
    /// Chủ trì.
    case lead
    /// Phối hợp.
    case coordinate
    /// Thực hiện, chịu trách nhiệm.
    case implement
    /// Tham mưu.
    case advise
    /// Theo dõi, đôn đốc, kiểm tra.
    case monitor
    /// Báo cáo (về).
    case reportTo
    /// Trình … phê duyệt.
    case approve
    /// Đề nghị.
    case request
  }

  public var party: Field<String>
  public var role: Role
  /// What is to be done, as printed.
  public var action: Field<String>?
  public var deadline: Field<DateValue>?

  public init(party: Field<String>, role: Role, action: Field<String>?, deadline: Field<DateValue>?) {
    self.party = party
    self.role = role
    self.action = action
    self.deadline = deadline
  }

  enum CodingKeys: CodingKey { case party, role, action, deadline }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(party, forKey: .party)
    try container.encode(role, forKey: .role)
    try container.encode(action, forKey: .action)
    try container.encode(deadline, forKey: .deadline)
  }
}
