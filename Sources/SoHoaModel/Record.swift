/// What a clerk would have typed of one document. Null means: not on the paper, or not sure enough.
public struct Record: Hashable, Codable, Sendable {
  public var family: Field<DocumentFamily>?
  public var kind: Field<DocumentKind>?
  public var number: Field<DocumentNumber>?
  /// Cơ quan chủ quản.
  public var superiorBody: Field<String>?
  /// Cơ quan ban hành.
  public var issuingBody: Field<String>?
  /// Who issued it, by its full name; nil where the letterhead does not say.
  public var issuer: IssuingBody?
  public var place: Field<String>?
  public var issueDate: Field<DateValue>?
  /// Trích yếu.
  public var title: Field<String>?
  /// Độ khẩn: `KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC`.
  public var urgency: Field<String>?
  /// Độ mật: `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`.
  public var secrecy: Field<String>?
  /// Phạm vi lưu hành: `XEM XONG TRẢ LẠI`, `LƯU HÀNH NỘI BỘ`.
  public var circulation: Field<String>?
  /// Kính gửi.
  public var addressees: [Field<String>]
  public var references: [Reference]
  public var dates: [DateMention]
  public var responsibilities: [Responsibility]
  /// Nơi nhận, without the archive line.
  public var recipients: [Recipient]
  public var archive: ArchiveLine?
  /// Ký hiệu người soạn thảo và số lượng bản phát hành (ô 12): `PL.(300)`.
  public var drafter: Field<String>?
  public var signers: [Signer]
  /// Dấu "ĐẾN" of the receiver.
  public var arrival: Arrival?

  public init() {
    addressees = []
    references = []
    dates = []
    responsibilities = []
    recipients = []
    signers = []
  }

  enum CodingKeys: CodingKey {
    case family, kind, number, superiorBody, issuingBody, issuer, place, issueDate, title, urgency, secrecy
    case circulation, addressees, references, dates, responsibilities, recipients, archive, drafter, signers
    case arrival
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(family, forKey: .family)
    try container.encode(kind, forKey: .kind)
    try container.encode(number, forKey: .number)
    try container.encode(superiorBody, forKey: .superiorBody)
    try container.encode(issuingBody, forKey: .issuingBody)
    try container.encode(issuer, forKey: .issuer)
    try container.encode(place, forKey: .place)
    try container.encode(issueDate, forKey: .issueDate)
    try container.encode(title, forKey: .title)
    try container.encode(urgency, forKey: .urgency)
    try container.encode(secrecy, forKey: .secrecy)
    try container.encode(circulation, forKey: .circulation)
    try container.encode(addressees, forKey: .addressees)
    try container.encode(references, forKey: .references)
    try container.encode(dates, forKey: .dates)
    try container.encode(responsibilities, forKey: .responsibilities)
    try container.encode(recipients, forKey: .recipients)
    try container.encode(archive, forKey: .archive)
    try container.encode(drafter, forKey: .drafter)
    try container.encode(signers, forKey: .signers)
    try container.encode(arrival, forKey: .arrival)
  }
}
