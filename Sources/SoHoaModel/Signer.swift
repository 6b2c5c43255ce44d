/// Who signed, and by what authority (ô 7).
public struct Signer: Hashable, Codable, Sendable {
  /// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: in the order of the paper, without the signer's own title.
  public var authority: [Field<String>]
  /// The signer's own title: `PHÓ CHỦ TỊCH`.
  public var position: Field<String>?
  public var name: Field<String>?

  public init(authority: [Field<String>] = [], position: Field<String>?, name: Field<String>?) {
    self.authority = authority
    self.position = position
    self.name = name
  }

  enum CodingKeys: CodingKey { case authority, position, name }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(authority, forKey: .authority)
    try container.encode(position, forKey: .position)
    try container.encode(name, forKey: .name)
  }
}
