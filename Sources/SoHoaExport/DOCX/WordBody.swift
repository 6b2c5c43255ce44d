/// The text of a document in Word: headings in heading styles, labels as typed, tables.
struct WordBody {
  private let parts: [(part: TypedPart, page: Int?)]
  private let width: Int
  /// The signatures follow: they never stand alone on a page.
  private let isSigned: Bool

  /// - Parameters:
  ///   - parts: those of one section.
  ///   - width: of the text, in twentieths of a point.
  init(_ parts: [(part: TypedPart, page: Int?)], width: Int, isSigned: Bool) {
    self.parts = parts
    self.width = width
    self.isSigned = isSigned
  }

  /// Room between a table and the text below it, in twentieths of a point.
  private static let underTable = 120

  func write(to stream: inout WordStream) {
    var isUnderAnnex = false
    var isUnderTable = false
    for (index, (part, _)) in parts.enumerated() {
      switch part {
      case .heading(let heading): write(heading, to: &stream)
      case .paragraph(let paragraph):
        let isLast = isSigned && index == parts.count - 1
        let before = isUnderTable ? Self.underTable : nil
        write(paragraph, isUnderAnnex: isUnderAnnex, isLast: isLast, before: before, to: &stream)
      case .table(let table): WordTable(table, width: width).write(to: &stream)
      }
      isUnderAnnex = part.isAnnex
      if case .table = part { isUnderTable = true } else { isUnderTable = false }
    }
  }

  /// The title of a part or an annex stands under its label; Word shows both in its outline.
  private func write(_ heading: TypedHeading, to stream: inout WordStream) {
    var format = ParagraphFormat(.heading(heading.level))
    format.before = 120
    if heading.isCentred {
      format.alignment = .center
      format.firstLine = 0
    }
    stream.paragraph(format) { stream in
      if let label = heading.label { stream.run(label + (heading.isCentred ? "" : " ")) }
      for (index, line) in heading.title.enumerated() {
        if heading.isCentred, index > 0 || heading.label != nil { stream.lineBreak() }
        stream.runs(line)
      }
    }
  }

  private func write(
    _ paragraph: TypedParagraph, isUnderAnnex: Bool, isLast: Bool, before: Int?, to stream: inout WordStream
  ) {
    let text = paragraph.text
    if paragraph.kind == .operative { return stream.paragraph(text, ParagraphFormat(.operative)) }
    if paragraph.isInMiddle || isUnderAnnex && paragraph.isInBrackets {
      var format = ParagraphFormat(.body, alignment: .center)
      format.firstLine = 0
      return stream.paragraph(text, format, isUnderAnnex ? .italic : .bold)
    }
    var format = ParagraphFormat(paragraph.kind == .legalBasis ? .legalBasis : .body)
    format.keepsNext = isLast
    format.before = before
    stream.paragraph(format) { stream in
      let look = paragraph.labelLook
      if let label = paragraph.label { stream.run(label + " ", look) }
      if !paragraph.lead.isEmpty {
        stream.runs(paragraph.lead, look)
        if !text.isEmpty { stream.run(" ") }
      }
      stream.runs(text)
    }
  }
}

extension TypedParagraph {
  /// Label and title in front of text. Bold by the form (ô số 6): Điều, and `I.`; the title of a khoản only where it
  /// has a line of its own, and then it is a heading.
  fileprivate var labelLook: LetterFormat {
    switch kind {
    case .article, .letterHeading, .romanHeading: .bold
    default: .plain
    }
  }

  /// A short line of capitals: who decides, above the legal bases.
  fileprivate var isInMiddle: Bool {
    let text = text.text
    return kind == .paragraph && label == nil && lead.isEmpty && text.count < 120
      && text.filter(\.isLetter).count >= 8 && !text.contains(where: \.isLowercase)
  }

  /// `(Kèm theo Quyết định số …)`
  fileprivate var isInBrackets: Bool {
    label == nil && lead.isEmpty && text.text.hasPrefix("(") && text.text.hasSuffix(")")
  }
}
