/// The body that issued a document, by its full name in small letters and with its place in the order of the state.
public struct IssuingBody: Hashable, Codable, Sendable {
  public enum Level: String, Hashable, Codable, Sendable {
    case central, province, district, commune
    /// Đơn vị: a school, a hospital, a company, a part of another body.
    case unit
  }

  /// `Sở Y tế thành phố Hải Phòng`
  public var name: String
  public var level: Level?
  /// Name of the province as printed, before or after the mergers of 2025; nil if it is not known.
  public var province: String?
  /// The province that it belongs to since 2025-07-01; nil if that is not certain.
  public var provinceSince2025: String?
  /// Of a commune's body that issued before 2025-07-01: the unit that its commune went into, `phường An Đông`; nil if
  /// that is not certain. Since schema 1.2.
  public var communeSince2025: String?

  public init(
    name: String, level: Level?, province: String?, provinceSince2025: String?,
    communeSince2025: String? = nil
  ) {
    self.name = name
    self.level = level
    self.province = province
    self.provinceSince2025 = provinceSince2025
    self.communeSince2025 = communeSince2025
  }

  enum CodingKeys: CodingKey { case name, level, province, provinceSince2025, communeSince2025 }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(level, forKey: .level)
    try container.encode(province, forKey: .province)
    try container.encode(provinceSince2025, forKey: .provinceSince2025)
    try container.encode(communeSince2025, forKey: .communeSince2025)
  }
}
