/// Paragraphs and runs of WordprocessingML, one after the other; doubtful words are highlighted, and a comment says
/// what there is to know of them.
struct WordStream {
  private(set) var xml: XMLWriter
  private(set) var comments: [String] = []
  /// Goes to the next run that is written.
  private var pending: String?

  init(_ xml: XMLWriter) { self.xml = xml }

  /// Comments on what comes next.
  mutating func comment(_ text: String) { pending = pending.map { "\($0) \(text)" } ?? text }

  mutating func element(
    _ name: String, _ attributes: XMLWriter.Attributes = [], _ content: (inout WordStream) -> Void
  ) {
    xml.open(name, attributes)
    content(&self)
    xml.close(name)
  }

  mutating func empty(_ name: String, _ attributes: XMLWriter.Attributes = []) {
    xml.empty(name, attributes)
  }

  mutating func value(_ name: String, _ value: String) { xml.empty(name, [("w:val", value)]) }

  // MARK: Paragraphs

  mutating func paragraph(_ text: TypedText, _ format: ParagraphFormat, _ letters: LetterFormat = .plain) {
    paragraph(format) { $0.runs(text, letters) }
  }

  mutating func paragraph(_ format: ParagraphFormat, _ content: (inout WordStream) -> Void) {
    xml.breakLine()
    element("w:p") { stream in
      stream.properties(format)
      content(&stream)
    }
  }

  /// An empty paragraph whose upper border is a rule of this width, in a column of `column`; all in twentieths of a
  /// point.
  mutating func rule(width: Int, column: Int, after: Int? = nil) {
    var format = ParagraphFormat(.rule)
    format.hasRule = true
    format.before = 40
    format.after = after
    format.left = max(0, (column - width) / 2)
    format.right = format.left
    paragraph(format) { _ in }
  }

  private mutating func properties(_ format: ParagraphFormat) {
    element("w:pPr") { stream in
      stream.value("w:pStyle", format.style.rawValue)
      if format.keepsNext { stream.empty("w:keepNext") }
      if format.hasRule || format.isBoxed { stream.border(isBoxed: format.isBoxed) }
      if format.before != nil || format.after != nil {
        stream.empty(
          "w:spacing",
          [("w:before", format.before.map(String.init)), ("w:after", format.after.map(String.init))])
      }
      if format.left != nil || format.right != nil || format.firstLine != nil {
        stream.empty(
          "w:ind",
          [
            ("w:left", format.left.map(String.init)), ("w:right", format.right.map(String.init)),
            ("w:firstLine", format.firstLine.map(String.init)),
          ])
      }
      if let alignment = format.alignment { stream.value("w:jc", alignment.rawValue) }
    }
  }

  private mutating func border(isBoxed: Bool) {
    element("w:pBdr") { stream in
      for side in isBoxed ? ["top", "left", "bottom", "right"] : ["top"] {
        stream.empty(
          "w:\(side)",
          [("w:val", "single"), ("w:sz", isBoxed ? "12" : "6"), ("w:space", "1"), ("w:color", "auto")])
      }
    }
  }

  // MARK: Runs

  mutating func runs(_ text: TypedText, _ format: LetterFormat = .plain) {
    for run in text.runs {
      if let explanation = run.doubt?.explanation { comment(explanation) }
      self.run(run.text, format, isDoubtful: run.doubt != nil)
    }
  }

  mutating func run(_ text: String, _ format: LetterFormat = .plain, isDoubtful: Bool = false) {
    let comment = pending.map { begin($0) }
    pending = nil
    element("w:r") { stream in
      stream.properties(format, isDoubtful: isDoubtful)
      stream.element("w:t", [("xml:space", "preserve")]) { $0.xml.text(text) }
    }
    if let comment { end(comment) }
  }

  mutating func lineBreak() { element("w:r") { $0.empty("w:br") } }

  private mutating func properties(_ format: LetterFormat, isDoubtful: Bool) {
    guard format != .plain || isDoubtful else { return }
    element("w:rPr") { stream in
      if format.isBold { stream.empty("w:b") }
      if format.isItalic { stream.empty("w:i") }
      if let colour = format.colour { stream.value("w:color", colour) }
      if let size = format.size { stream.value("w:sz", "\(size)") }
      if isDoubtful { stream.value("w:highlight", "yellow") }
    }
  }

  /// - Returns: the comment's number.
  private mutating func begin(_ text: String) -> Int {
    comments.append(text)
    empty("w:commentRangeStart", [("w:id", "\(comments.count - 1)")])
    return comments.count - 1
  }

  private mutating func end(_ comment: Int) {
    empty("w:commentRangeEnd", [("w:id", "\(comment)")])
    element("w:r") { $0.empty("w:commentReference", [("w:id", "\(comment)")]) }
  }
}
