/// Which rules of form a document follows.
public enum DocumentFamily: String, Hashable, Codable, Sendable {
  /// Nghị định 30/2020.
  case state
  /// Văn bản quy phạm pháp luật.
  case normative
  /// Văn bản của Đảng.
  case party
  /// Đoàn thể.
  case massOrganisation
  case other
}

/// Kind of document (tên loại): `KH`, "Kế hoạch". The code of a công văn is "CV".
public struct DocumentKind: Hashable, Codable, Sendable {
  public var code: String
  public var name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
