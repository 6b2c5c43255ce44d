/// One line of `Nơi nhận`.
public struct Recipient: Hashable, Codable, Sendable {
  public var party: Field<String>
  /// `để b/c`, `để thực hiện`; null if none is given.
  public var purpose: String?

  public init(party: Field<String>, purpose: String?) {
    self.party = party
    self.purpose = purpose
  }

  enum CodingKeys: CodingKey { case party, purpose }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(party, forKey: .party)
    try container.encode(purpose, forKey: .purpose)
  }
}

/// The archive line: `Lưu: VT, NVY (5b).`
public struct ArchiveLine: Hashable, Codable, Sendable {
  public var text: Field<String>
  /// `VT`, `NVY`.
  public var codes: [String]
  public var copies: Int?

  public init(text: Field<String>, codes: [String], copies: Int?) {
    self.text = text
    self.codes = codes
    self.copies = copies
  }

  enum CodingKeys: CodingKey { case text, codes, copies }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(codes, forKey: .codes)
    try container.encode(copies, forKey: .copies)
  }
}
