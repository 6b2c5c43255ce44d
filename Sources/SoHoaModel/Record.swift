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

/// Number and symbol (số, ký hiệu).
public struct DocumentNumber: Hashable, Codable, Sendable {
  /// `167`; null when blank or not legible.
  public var number: String?
  /// What follows the number: `KH-SYT`, `2022/NĐ-CP`.
  public var symbol: String?
  /// `167/KH-SYT`, `57-NQ/TW`; null unless both are known.
  public var full: String?

  public init(number: String?, symbol: String?, full: String?) {
    self.number = number
    self.symbol = symbol
    self.full = full
  }

  enum CodingKeys: CodingKey { case number, symbol, full }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(symbol, forKey: .symbol)
    try container.encode(full, forKey: .full)
  }
}

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

  public init(
    kind: DocumentKind?, number: DocumentNumber, date: DateValue?, issuer: String?, title: String?,
    role: Role, mentions: [Field<String>]
  ) {
    self.kind = kind
    self.number = number
    self.date = date
    self.issuer = issuer
    self.title = title
    self.role = role
    self.mentions = mentions
  }

  enum CodingKeys: CodingKey { case kind, number, date, issuer, title, role, mentions }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(number, forKey: .number)
    try container.encode(date, forKey: .date)
    try container.encode(issuer, forKey: .issuer)
    try container.encode(title, forKey: .title)
    try container.encode(role, forKey: .role)
    try container.encode(mentions, forKey: .mentions)
  }
}

/// A date and what it does in the document.
public struct DateMention: Hashable, Codable, Sendable {
  public enum Role: String, Hashable, Codable, Sendable {
    case issue, citedDocument, deadline, recurringDeadline, period, effective, mention
  }

  public var date: Field<DateValue>
  public var role: Role

  public init(date: Field<DateValue>, role: Role) {
    self.date = date
    self.role = role
  }
}

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

/// What the receiver's stamp "ĐẾN" says: never the document's own number and date.
public struct Arrival: Hashable, Codable, Sendable {
  /// Số đến.
  public var number: Field<String>?
  /// Ngày đến.
  public var date: Field<DateValue>?
  /// The body that received it.
  public var receiver: Field<String>?

  public init(number: Field<String>?, date: Field<DateValue>?, receiver: Field<String>?) {
    self.number = number
    self.date = date
    self.receiver = receiver
  }

  enum CodingKeys: CodingKey { case number, date, receiver }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(date, forKey: .date)
    try container.encode(receiver, forKey: .receiver)
  }
}

/// What a clerk would have typed of one document. Null means: not on the paper, or not sure enough.
public struct Record: Hashable, Codable, Sendable {
  public var family: Field<DocumentFamily>?
  public var kind: Field<DocumentKind>?
  public var number: Field<DocumentNumber>?
  /// Cơ quan chủ quản.
  public var superiorBody: Field<String>?
  /// Cơ quan ban hành.
  public var issuingBody: Field<String>?
  public var place: Field<String>?
  public var issueDate: Field<DateValue>?
  /// Trích yếu.
  public var title: Field<String>?
  /// Độ khẩn: `KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC`.
  public var urgency: Field<String>?
  /// Độ mật: `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`.
  public var secrecy: Field<String>?
  /// Kính gửi.
  public var addressees: [Field<String>]
  public var references: [Reference]
  public var dates: [DateMention]
  public var responsibilities: [Responsibility]
  /// Nơi nhận, without the archive line.
  public var recipients: [Recipient]
  public var archive: ArchiveLine?
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
    case family, kind, number, superiorBody, issuingBody, place, issueDate, title, urgency, secrecy
    case addressees, references, dates, responsibilities, recipients, archive, signers, arrival
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(family, forKey: .family)
    try container.encode(kind, forKey: .kind)
    try container.encode(number, forKey: .number)
    try container.encode(superiorBody, forKey: .superiorBody)
    try container.encode(issuingBody, forKey: .issuingBody)
    try container.encode(place, forKey: .place)
    try container.encode(issueDate, forKey: .issueDate)
    try container.encode(title, forKey: .title)
    try container.encode(urgency, forKey: .urgency)
    try container.encode(secrecy, forKey: .secrecy)
    try container.encode(addressees, forKey: .addressees)
    try container.encode(references, forKey: .references)
    try container.encode(dates, forKey: .dates)
    try container.encode(responsibilities, forKey: .responsibilities)
    try container.encode(recipients, forKey: .recipients)
    try container.encode(archive, forKey: .archive)
    try container.encode(signers, forKey: .signers)
    try container.encode(arrival, forKey: .arrival)
  }
}
