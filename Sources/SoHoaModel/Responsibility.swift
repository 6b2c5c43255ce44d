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

  /// Number of the task in its document, from 1; rows with the same number are one task.
  public var task: Int
  public var party: Field<String>
  /// The party written in full (`Ủy ban nhân dân tỉnh`); null if unsure.
  public var body: String?
  /// Stands for many that are not named: `các đơn vị trực thuộc`.
  public var isOpenGroup: Bool
  public var role: Role
  /// What is to be done, as printed: the whole clause.
  public var action: Field<String>?
  /// What the action's verbs act on, as printed.
  public var object: Field<String>?
  public var deadline: Field<DateValue>?
  public var money: Field<Money>?
  /// Labels from the root of the body: `III.`, `1.`, `a)`.
  public var place: [String]

  public init(
    task: Int = 1, party: Field<String>, body: String? = nil, isOpenGroup: Bool = false, role: Role,
    action: Field<String>?, object: Field<String>? = nil, deadline: Field<DateValue>?,
    money: Field<Money>? = nil, place: [String] = []
  ) {
    self.task = task
    self.party = party
    self.body = body
    self.isOpenGroup = isOpenGroup
    self.role = role
    self.action = action
    self.object = object
    self.deadline = deadline
    self.money = money
    self.place = place
  }

  enum CodingKeys: CodingKey {
    case task, party, body, isOpenGroup, role, action, object, deadline, money, place
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(task, forKey: .task)
    try container.encode(party, forKey: .party)
    try container.encode(body, forKey: .body)
    try container.encode(isOpenGroup, forKey: .isOpenGroup)
    try container.encode(role, forKey: .role)
    try container.encode(action, forKey: .action)
    try container.encode(object, forKey: .object)
    try container.encode(deadline, forKey: .deadline)
    try container.encode(money, forKey: .money)
    try container.encode(place, forKey: .place)
  }
}
