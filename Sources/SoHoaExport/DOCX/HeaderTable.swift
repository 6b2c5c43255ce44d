/// What stands above the text: two columns, the issuing body on the left and the national title on the right, with
/// their rules; then kind and title; then whom it is to.
struct HeaderTable {
  private let header: TypedHeader
  /// Widths of the columns, in twentieths of a point.
  private let left, right: Int
  /// Half points: 13 pt, or 12 where the names on the left need the room.
  private let size: Int

  init(_ header: TypedHeader) {
    self.header = header
    let widest = header.left.map { TextWidth.of($0.text, size: 26) }.max() ?? 0
    let isWide = widest > Self.narrow
    left = isWide ? Self.wide : Self.narrow
    right = WordSheet().textWidth - left
    size = isWide ? 24 : 26
  }

  /// The left column: 65 mm, or 74 mm where its names are long.
  private static let narrow = 3685, wide = 4195

  func write(to stream: inout WordStream) {
    if !(header.left + header.right).isEmpty { columns(&stream) }
    title(&stream)
    addressees(&stream)
  }

  /// The paragraph before the table takes no room; without one LibreOffice makes an empty line there.
  private func columns(_ stream: inout WordStream) {
    stream.paragraph(ParagraphFormat(.rule)) { _ in }
    stream.element("w:tbl") { stream in
      stream.grid([left, right], isRuled: false, padding: 0)
      row(&stream) {
        body(&$0)
      } right: {
        nationalTitle(&$0)
      }
      row(&stream) {
        number(&$0)
      } right: { stream in
        for line in header.placeAndDate {
          stream.paragraph(line, ParagraphFormat(.form), LetterFormat(isItalic: true, size: 28))
        }
      }
    }
    stream.paragraph(ParagraphFormat(.rule)) { _ in }
  }

  private func row(
    _ stream: inout WordStream, left: (inout WordStream) -> Void, right: (inout WordStream) -> Void
  ) {
    stream.element("w:tr") { stream in
      cell(self.left, &stream, left)
      cell(self.right, &stream, right)
    }
  }

  /// A cell has a paragraph at its end, whatever else is in it.
  private func cell(_ width: Int, _ stream: inout WordStream, _ content: (inout WordStream) -> Void) {
    stream.element("w:tc") { stream in
      stream.element("w:tcPr") { $0.empty("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")]) }
      content(&stream)
      stream.paragraph(ParagraphFormat(.rule)) { _ in }
    }
  }

  // MARK: Left

  private var letters: LetterFormat { LetterFormat(size: size) }
  private var bold: LetterFormat { LetterFormat(isBold: true, size: size) }

  private func body(_ stream: inout WordStream) {
    for line in header.superiorBody { stream.paragraph(line, ParagraphFormat(.form), letters) }
    for line in header.issuingBody { stream.paragraph(line, ParagraphFormat(.form), bold) }
    guard let last = header.issuingBody.last else { return }
    if header.form == .party {
      stream.paragraph(TypedText("*"), ParagraphFormat(.form))
    } else {
      stream.rule(width: Int(Double(TextWidth.of(last.text, size: size)) * 0.4), column: left)
    }
  }

  private func number(_ stream: inout WordStream) {
    for line in header.number { stream.paragraph(line, ParagraphFormat(.form)) }
    if header.isDispatch {
      var format = ParagraphFormat(.form)
      format.before = 120
      for line in header.title { stream.paragraph(line, format, LetterFormat(size: 24)) }
    }
    for mark in header.urgency { boxed(mark, colour: "FF0000", &stream) }
    for mark in header.secrecy + header.circulation { boxed(mark, colour: nil, &stream) }
  }

  private func boxed(_ mark: TypedText, colour: String?, _ stream: inout WordStream) {
    var format = ParagraphFormat(.form)
    format.isBoxed = true
    format.before = 120
    format.left = max(0, (left - TextWidth.of(mark.text, size: 26)) / 2 - 200)
    format.right = format.left
    stream.paragraph(mark, format, LetterFormat(isBold: true, colour: colour))
  }

  // MARK: Right

  /// In Party documents the title of the Party stands alone.
  private func nationalTitle(_ stream: inout WordStream) {
    let size = header.form == .party ? 28 : size
    for line in header.nationalTitle {
      stream.paragraph(line, ParagraphFormat(.form), LetterFormat(isBold: true, size: size))
    }
    for line in header.motto {
      stream.paragraph(line, ParagraphFormat(.form), LetterFormat(isBold: true, size: 28))
    }
    guard let last = (header.nationalTitle + header.motto).last else { return }
    stream.rule(width: min(right, TextWidth.of(last.text, size: 28)), column: right)
  }

  // MARK: Title

  private func title(_ stream: inout WordStream) {
    guard !header.isDispatch else { return }
    var format = ParagraphFormat(.title)
    format.keepsNext = true
    for (index, line) in (header.kind + header.title).enumerated() {
      format.before = index == 0 ? 240 : nil
      stream.paragraph(line, format)
    }
    let last = (header.title.last ?? header.kind.last)?.text ?? ""
    let width = WordSheet().textWidth
    stream.rule(width: max(1000, TextWidth.of(last, size: 28) * 2 / 5), column: width, after: 200)
  }

  /// One stands on the line that opens; several have lines of their own.
  private func addressees(_ stream: inout WordStream) {
    let isOne = header.addressees.count == 1
    for (index, line) in header.addressees.enumerated() {
      var format = ParagraphFormat(.normal, alignment: isOne ? .center : nil)
      format.before = index == 0 ? 240 : nil
      format.after = index == header.addressees.count - 1 ? 240 : nil
      if !isOne { format.left = index == 0 ? 1701 : 2268 }
      stream.paragraph(line, format)
    }
  }
}
