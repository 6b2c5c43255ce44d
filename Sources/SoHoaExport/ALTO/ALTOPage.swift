import SoHoaModel

/// One page as ALTO: its blocks in reading order, then the marks on it.
struct ALTOPage {
  private let page: Page
  private let language: String
  private let tags: ALTOTags

  init(_ page: Page, language: String, tags: ALTOTags) {
    self.page = page
    self.language = language
    self.tags = tags
  }

  static func id<Element>(_ kind: String, _ id: ID<Element>) -> String { "\(kind)_\(id.page)_\(id.index)" }

  func write(to xml: inout XMLWriter) {
    let size = page.width > 0 ? BoundingBox(left: 0, top: 0, right: page.width, bottom: page.height) : nil
    let attributes: XMLWriter.Attributes = [
      ("ID", "page_\(page.number)"), ("PHYSICAL_IMG_NR", "\(page.number)"),
      ("PRINTED_IMG_NR", printedNumber), ("WIDTH", size.map { "\($0.width)" }),
      ("HEIGHT", size.map { "\($0.height)" }), ("PC", confidence), ("ROTATION", rotation),
      ("LANG", language),
      ("PROCESSINGREFS", ALTODescription.recognition),
    ]
    xml.breakLine()
    xml.element("Page", attributes) { xml in
      xml.breakLine()
      xml.element("PrintSpace", Self.measures(size)) { xml in
        for block in page.blocks { write(block, to: &xml) }
        for mark in page.marks { write(mark, to: &xml) }
      }
    }
  }

  private var printedNumber: String? { page.blocks.first { $0.kind == .pageNumber }?.lines.first?.text }

  private var confidence: String? {
    let words = page.words
    guard !words.isEmpty else { return nil }
    return "\((words.map(\.confidence).reduce(0, +) / Double(words.count)).toThreeDigits)"
  }

  /// Of the text on the page image, counter-clockwise.
  private var rotation: String? {
    page.rotation == 0 && page.skew == 0 ? nil : "\((Double(page.rotation) - page.skew).toThreeDigits)"
  }

  private func write(_ block: Block, to xml: inout XMLWriter) {
    let id = Self.id("block", block.id)
    guard block.table != nil else {
      return textBlock(id, block.box, block.lines, to: &xml)
    }
    xml.breakLine()
    xml.element("ComposedBlock", [("ID", id), ("TYPE", "table")] + Self.measures(block.box)) { xml in
      for (cell, lines) in block.tableRows.joined() {
        textBlock("\(id)_r\(cell.row + 1)_c\(cell.column + 1)", cell.box, Array(lines), to: &xml)
      }
    }
  }

  private func write(_ mark: PageMark, to xml: inout XMLWriter) {
    let id = Self.id("mark", mark.id)
    let attributes = [("ID", id), ("TYPE", mark.kind.rawValue)] + Self.measures(mark.box)
    xml.breakLine()
    guard !mark.lines.isEmpty else { return xml.empty("Illustration", attributes) }
    xml.element("ComposedBlock", attributes) { xml in
      textBlock(id + "_text", mark.box, mark.lines, to: &xml)
    }
  }

  private func textBlock(_ id: String, _ box: BoundingBox?, _ lines: [Line], to xml: inout XMLWriter) {
    xml.breakLine()
    xml.element("TextBlock", [("ID", id)] + Self.measures(box)) { xml in
      for line in lines { write(line, to: &xml) }
    }
  }

  /// Nothing for a line without words: ALTO has no place for one.
  private func write(_ line: Line, to xml: inout XMLWriter) {
    let words = line.printedWords
    guard !words.isEmpty else { return }
    let attributes = [("ID", Self.id("line", line.id)), ("TAGREFS", tags.line(words))]
    xml.breakLine()
    xml.element("TextLine", attributes + Self.measures(line.box)) { xml in
      for (index, word) in words.enumerated() {
        if index > 0 { xml.empty("SP") }
        write(word, to: &xml)
      }
    }
  }

  private func write(_ word: PrintedWord, to xml: inout XMLWriter) {
    let isRestored = !word.word.revisions.isEmpty
    let attributes =
      [
        ("ID", Self.id("word", word.word.id)), ("CONTENT", word.text), ("WC", "\(word.confidence)"),
        ("PROCESSINGREFS", isRestored ? ALTODescription.restoration : nil), ("TAGREFS", tags.word(word)),
      ] + Self.measures(word.box)
    guard word.otherObserved != nil || !word.word.alternatives.isEmpty else {
      return xml.empty("String", attributes)
    }
    xml.element("String", attributes) { xml in
      if let observed = word.otherObserved { alternative("observed", observed, &xml) }
      for reading in word.word.alternatives { alternative("proposal", reading.text, &xml) }
    }
  }

  private func alternative(_ purpose: String, _ text: String, _ xml: inout XMLWriter) {
    xml.element("ALTERNATIVE", [("PURPOSE", purpose)], text: text)
  }

  private static func measures(_ box: BoundingBox?) -> XMLWriter.Attributes {
    guard let box else { return [] }
    return [
      ("HPOS", "\(box.left)"), ("VPOS", "\(box.top)"), ("WIDTH", "\(box.width)"), ("HEIGHT", "\(box.height)"),
    ]
  }
}
