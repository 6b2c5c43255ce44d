import SoHoaModel

/// One page as hOCR: its blocks in reading order, then the marks on it.
struct HOCRPage {
  private let page: Page
  private let source: String

  init(_ page: Page, source: String) {
    self.page = page
    self.source = source
  }

  func write(to xml: inout XMLWriter) {
    let title = HOCRTitle(page: page, source: source)
    xml.breakLine()
    xml.element("div", attributes("ocr_page", "page_\(page.number)", title)) { xml in
      for block in page.blocks { write(block, to: &xml) }
      for mark in page.marks { write(mark, to: &xml) }
    }
  }

  private func write(_ block: Block, to xml: inout XMLWriter) {
    xml.breakLine()
    let title = HOCRTitle(box: block.box)
    guard block.table == nil else { return table(block, title, to: &xml) }
    xml.element("div", attributes(block.kind.hocrClass, id("block", block.id), title)) { xml in
      xml.element("p", attributes("ocr_par", id("par", block.id), title)) { xml in
        for line in block.lines { write(line, to: &xml) }
      }
    }
  }

  private func table(_ block: Block, _ title: HOCRTitle, to xml: inout XMLWriter) {
    xml.element("table", attributes("ocr_table", id("block", block.id), title)) { xml in
      for row in block.tableRows {
        xml.breakLine()
        xml.element("tr") { xml in
          for (cell, lines) in row { write(cell, lines, to: &xml) }
        }
      }
    }
  }

  private func write(_ cell: TableCell, _ lines: ArraySlice<Line>, to xml: inout XMLWriter) {
    let place: XMLWriter.Attributes = [
      ("rowspan", cell.rowSpan > 1 ? "\(cell.rowSpan)" : nil),
      ("colspan", cell.columnSpan > 1 ? "\(cell.columnSpan)" : nil),
      ("title", HOCRTitle(box: cell.box).text),
    ]
    xml.element("td", place) { xml in
      for line in lines { write(line, to: &xml) }
    }
  }

  /// A mark is outside of the text: what it says is set apart from it.
  private func write(_ mark: PageMark, to xml: inout XMLWriter) {
    var title = HOCRTitle(box: mark.box)
    title.add("x_mark", mark.kind.rawValue)
    title.add("x_colour", mark.colour.rawValue)
    title.add("x_wconf", "\(Int((mark.confidence * 100).rounded()))")
    xml.breakLine()
    let type = mark.lines.isEmpty ? "ocr_image" : "ocr_textfloat"
    xml.element("div", attributes(type, id("mark", mark.id), title)) { xml in
      for line in mark.lines { write(line, to: &xml) }
    }
  }

  private func write(_ line: Line, to xml: inout XMLWriter) {
    let words = line.printedWords
    xml.breakLine()
    xml.element("span", attributes("ocr_line", id("line", line.id), HOCRTitle(line: line, of: page))) { xml in
      for (index, word) in words.enumerated() {
        if index > 0 { xml.text(" ") }
        write(word, to: &xml)
      }
    }
  }

  private func write(_ word: PrintedWord, to xml: inout XMLWriter) {
    var all = attributes("ocrx_word", id("word", word.word.id), HOCRTitle(word: word))
    if let observed = word.otherObserved {
      all += [("data-observed", observed), ("data-stage", word.word.current.stage)]
    }
    xml.element("span", all, text: word.text)
  }

  private func attributes(_ type: String, _ id: String, _ title: HOCRTitle) -> XMLWriter.Attributes {
    [("class", type), ("id", id), ("title", title.text)]
  }

  private func id<Element>(_ kind: String, _ id: ID<Element>) -> String { "\(kind)_\(id.page)_\(id.index)" }
}

extension Block.Kind {
  fileprivate var hocrClass: String {
    switch self {
    case .text, .table: "ocr_carea"
    case .header: "ocr_header"
    case .footer: "ocr_footer"
    case .pageNumber: "ocr_pageno"
    }
  }
}
