/// What an office says of a run and no document says of itself.
public struct Filing: Hashable, Codable, Sendable {
  /// Mã hồ sơ: the file that the documents are kept in.
  public var dossier: String?
  /// Mã định danh of the agency that files the documents: `G09.01`, `000.00.00.H24`.
  public var agency: String?
  /// Mã định danh of the agency that issued all documents of the run; nil where they come from several.
  public var issuer: String?
  /// Version of a digitised document, from 1.
  public var version: Int
  /// Number (STT) of the run's first input in its dossier.
  public var firstSequence: Int
  /// Thời hạn bảo quản: a code of `maintenance` in `archive_codes.tsv`.
  public var maintenance: String?
  /// Chế độ sử dụng of documents without a mark of secrecy: a code of `mode`.
  public var accessMode: String?

  public init(
    dossier: String? = nil, agency: String? = nil, issuer: String? = nil, version: Int = 1,
    firstSequence: Int = 1,
    maintenance: String? = nil, accessMode: String? = nil
  ) {
    self.dossier = dossier
    self.agency = agency
    self.issuer = issuer
    self.version = version
    self.firstSequence = firstSequence
    self.maintenance = maintenance
    self.accessMode = accessMode
  }
}
