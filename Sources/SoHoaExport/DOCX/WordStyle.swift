/// The styles of the Word document: sizes and settings of Nghị định 30/2020, Phụ lục I.
enum WordStyle: String, CaseIterable {
  case normal = "Normal"
  /// Nội dung: justified, the first line set in by 1.27 cm.
  case body = "BodyText"
  case heading1 = "Heading1"
  case heading2 = "Heading2"
  case heading3 = "Heading3"
  case heading4 = "Heading4"
  case heading5 = "Heading5"
  case heading6 = "Heading6"
  /// Tên loại, trích yếu.
  case title = "Title"
  /// A line in the cells of header and signatures.
  case form = "FormLine"
  case legalBasis = "LegalBasis"
  case operative = "Operative"
  case tableText = "TableText"
  case recipients = "Recipients"
  /// Rules and breaks that take no room.
  case rule = "Rule"
  case header = "Header"
  case footer = "Footer"
  case comment = "CommentText"

  static func heading(_ level: Int) -> WordStyle {
    [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
  }

  /// As Word names it.
  var name: String {
    switch self {
    case .normal: "Normal"
    case .body: "Body Text"
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: "heading \(level! + 1)"
    case .title: "Title"
    case .form: "Form Line"
    case .legalBasis: "Legal Basis"
    case .operative: "Operative Line"
    case .tableText: "Table Text"
    case .recipients: "Recipients"
    case .rule: "Rule"
    case .header: "header"
    case .footer: "footer"
    case .comment: "annotation text"
    }
  }

  /// Outline level of a heading, from 0.
  var level: Int? {
    switch self {
    case .heading1: 0
    case .heading2: 1
    case .heading3: 2
    case .heading4: 3
    case .heading5: 4
    case .heading6: 5
    default: nil
    }
  }

  var parent: WordStyle? {
    switch self {
    case .normal: nil
    case .legalBasis, .operative: .body
    default: level == nil ? .normal : .body
    }
  }
}
