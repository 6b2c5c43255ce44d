/// A digital signature (chữ ký số) that a file carries. It is reported, not judged: whether a certificate is
/// to be trusted is the business of the verification service.
public struct FileSignature: Hashable, Codable, Sendable {
  /// Whom the certificate names; else whom the signature names itself; null if neither does.
  public var signer: String?
  /// When it was signed, as the signer's clock had it: ISO 8601; null where the file does not say.
  public var time: String?
  /// Kind of signature, e.g. `adbe.pkcs7.detached`, `ETSI.CAdES.detached`.
  public var subFilter: String?
  /// False where something was added to the file after it was signed; null where the file does not say
  /// what was signed.
  public var coversWholeFile: Bool?

  public init(signer: String?, time: String?, subFilter: String?, coversWholeFile: Bool?) {
    self.signer = signer
    self.time = time
    self.subFilter = subFilter
    self.coversWholeFile = coversWholeFile
  }

  enum CodingKeys: CodingKey { case signer, time, subFilter, coversWholeFile }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(signer, forKey: .signer)
    try container.encode(time, forKey: .time)
    try container.encode(subFilter, forKey: .subFilter)
    try container.encode(coversWholeFile, forKey: .coversWholeFile)
  }
}
