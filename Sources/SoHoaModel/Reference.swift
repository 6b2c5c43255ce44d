/// A document that this one cites (viện dẫn), once, with all its mentions.
public struct Reference: Hashable, Codable, Sendable {
  public enum Role: String, Hashable, Codable, Sendable {
    /// Named in the title.
    case subject
    /// Căn cứ, or the opening that says by what it is issued.
    case basis
    case mention
  }

  public var kind: DocumentKind?
  public var number: DocumentNumber
  public var date: DateValue?
  /// Issuing body as printed.
  public var issuer: String?
  public var title: String?
  public var role: Role
  public var mentions: [Field<String>]
  /// Why this reading was chosen where mentions were damaged or short; nil where all say the same.
  public var reading: String?

  public init(
    kind: DocumentKind?, number: DocumentNumber, date: DateValue?, issuer: String?, title: String?,
    role: Role, mentions: [Field<String>], reading: String? = nil
  ) {
    self.kind = kind
    self.number = number
    self.date = date
    self.issuer = issuer
    self.title = title
    self.role = role
    self.mentions = mentions
    self.reading = reading
  }

  enum CodingKeys: CodingKey { case kind, number, date, issuer, title, role, mentions, reading }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(number, forKey: .number)
    try container.encode(date, forKey: .date)
    try container.encode(issuer, forKey: .issuer)
    try container.encode(title, forKey: .title)
    try container.encode(role, forKey: .role)
    try container.encode(mentions, forKey: .mentions)
    try container.encode(reading, forKey: .reading)
  }
}
