/// What part of a document's form a passage belongs to: the numbered cells (ô số) of Nghị định 30/2020,
/// Phụ lục I, and what stands on a page without belonging to the document's text.
public enum CellKind: String, Hashable, Codable, Sendable, CaseIterable {
  /// Ô 1: quốc hiệu; in Party documents the title of the Party.
  case nationalTitle
  /// Ô 1: tiêu ngữ.
  case motto
  /// Ô 2: cơ quan chủ quản.
  case superiorBody
  /// Ô 2: cơ quan ban hành.
  case issuingBody
  /// Ô 3: số, ký hiệu.
  case documentNumber
  /// Ô 4: địa danh và thời gian ban hành.
  case placeAndDate
  /// Ô 5a: tên loại.
  case documentKind
  /// Ô 5a: trích yếu; ô 5b for a công văn (`V/v …`).
  case title
  /// Ô 9a: kính gửi.
  case addressees
  /// Ô 7a: quyền hạn, chức vụ.
  case authority
  /// Ô 7b: họ tên người ký.
  case signerName
  /// Ô 9b: nơi nhận.
  case recipients
  /// Ô 10a: độ mật.
  case secrecy
  /// Ô 10b: mức độ khẩn.
  case urgency
  /// Ô 11: phạm vi lưu hành.
  case circulation
  /// Ô 12: ký hiệu người soạn thảo.
  case drafter
  /// Ô 13: địa chỉ cơ quan.
  case address
  /// Dấu "ĐẾN": the receiver's data, never the document's.
  case arrivalStamp
  /// Banner or text of a digital signature.
  case signatureBanner
  /// Letters read from a seal, a signature or dirt.
  case rubble
  case pageNumber
  /// The same line at the top, or at the bottom, of page after page.
  case runningHeader, runningFooter
}

/// Lines that form one cell.
public struct Cell: Hashable, Codable, Sendable {
  public var kind: CellKind
  /// One passage a printed line.
  public var lines: [Passage]

  public init(_ kind: CellKind, _ lines: [Passage]) {
    self.kind = kind
    self.lines = lines
  }

  public var text: String { lines.map(\.text).joined(separator: " ") }
  public var words: [ID<Word>] { lines.flatMap(\.words) }
}

/// A part of the body, as a tree: Phần/Chương/Mục/Điều/khoản/điểm or I./1./a)/-/+.
public struct Node: Hashable, Codable, Sendable {
  public enum Kind: String, Hashable, Codable, Sendable {
    /// Phần.
    case part
    /// Chương.
    case chapter
    /// Mục (under a chapter).
    case section
    /// Tiểu mục.
    case subsection
    /// Điều.
    case article
    /// Khoản: `1.` under an article.
    case clause
    /// Điểm: `a)` under a clause or article.
    case point
    /// `A.`
    case letterHeading
    /// `I.`
    case romanHeading
    /// `1.`, `1.1.`, `1.1.1.` outside of articles.
    case numberHeading
    /// `a)` outside of articles.
    case letterItem
    /// `i)`, `(ii)`: small Roman numerals.
    case romanItem
    /// `-`
    case dash
    /// `+`
    case plus
    /// Running text.
    case paragraph
    /// An operative line: `QUYẾT ĐỊNH:`.
    case operative
    /// Phụ lục.
    case annex
    /// Căn cứ.
    case legalBasis
  }

  public var kind: Kind
  /// As it should read on the paper: `I.`, `Điều 2.`, `a)`, `-`; nil for paragraphs.
  public var label: String?
  /// The label's number; letters count a, b, c, d, đ, e, g as 1...7.
  public var ordinal: Int?
  /// The heading's words without the label.
  public var title: Passage?
  /// The text of a paragraph, an item or a clause without a heading.
  public var text: Passage?
  /// First and last page of the node and of all that is under it, as the file counts them; empty where nothing
  /// of it was read.
  public var pages: [Int]
  public var children: [Node]

  public init(
    _ kind: Kind, label: String? = nil, ordinal: Int? = nil, title: Passage? = nil, text: Passage? = nil,
    pages: [Int] = [], children: [Node] = []
  ) {
    self.kind = kind
    self.label = label
    self.ordinal = ordinal
    self.title = title
    self.text = text
    self.pages = pages
    self.children = children
  }
}

extension Node {
  enum CodingKeys: CodingKey { case kind, label, ordinal, title, text, pages, children }

  /// Files of schema 1.1 have no pages.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Kind.self, forKey: .kind),
      label: try container.decode(String?.self, forKey: .label),
      ordinal: try container.decode(Int?.self, forKey: .ordinal),
      title: try container.decode(Passage?.self, forKey: .title),
      text: try container.decode(Passage?.self, forKey: .text),
      pages: try container.decodeIfPresent([Int].self, forKey: .pages) ?? [],
      children: try container.decode([Node].self, forKey: .children))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(label, forKey: .label)
    try container.encode(ordinal, forKey: .ordinal)
    try container.encode(title, forKey: .title)
    try container.encode(text, forKey: .text)
    try container.encode(pages, forKey: .pages)
    try container.encode(children, forKey: .children)
  }
}

/// Where everything stands in one document of a file.
public struct DocumentStructure: Hashable, Codable, Sendable {
  /// Pages of the input file, from 1.
  public var pages: [Int]
  public var cells: [Cell]
  public var body: [Node]
  public var findings: [Finding]

  public init(pages: [Int], cells: [Cell] = [], body: [Node] = [], findings: [Finding] = []) {
    self.pages = pages
    self.cells = cells
    self.body = body
    self.findings = findings
  }

  public func cells(_ kind: CellKind) -> [Cell] { cells.filter { $0.kind == kind } }
  public func cell(_ kind: CellKind) -> Cell? { cells.first { $0.kind == kind } }
}
