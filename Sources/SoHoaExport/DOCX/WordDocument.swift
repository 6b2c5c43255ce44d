/// One document in Word: its header, its text in sections, its closing.
struct WordDocument {
  /// What stands on sheets of one kind, up to the next annex.
  private struct Stretch {
    var sheet: WordSheet
    var isStart: Bool
    var parts: [(part: TypedPart, page: Int?)]
  }

  private let document: TypedDocument
  private let footer: String?
  private let stretches: [Stretch]
  /// Where the closing stands: above the annexes.
  private let closingStretch: Int

  /// - Parameters:
  ///   - sheets: how the pages of the file lie, by their numbers.
  ///   - footer: relationship of what stands at the foot of the first page.
  init(_ document: TypedDocument, sheets: [Int: WordSheet], footer: String?) {
    self.document = document
    self.footer = footer
    stretches = Self.stretches(document.body, sheets)
    let annex = stretches.firstIndex { $0.parts.first?.part.isAnnex ?? false }
    closingStretch = max((annex ?? stretches.count) - 1, 0)
  }

  func write(to stream: inout WordStream, isLast: Bool) {
    if !document.remarks.isEmpty {
      stream.comment("Không thuộc nội dung văn bản. " + document.remarks.joined(separator: ". "))
    }
    HeaderTable(document.header).write(to: &stream)
    for (index, stretch) in stretches.enumerated() {
      let isSigned = index == closingStretch
      WordBody(stretch.parts, width: stretch.sheet.textWidth, isSigned: isSigned).write(to: &stream)
      if isSigned { SignatureTable(document.closing).write(to: &stream) }
      let section = WordSection(
        sheet: stretch.sheet, isStart: stretch.isStart,
        footer: index == 0 ? footer : footer.map { _ in Footers.none })
      end(section, isLast: isLast && index == stretches.count - 1, &stream)
    }
  }

  /// The last section of the file ends without a paragraph of its own.
  private func end(_ section: WordSection, isLast: Bool, _ stream: inout WordStream) {
    guard !isLast else { return section.write(to: &stream) }
    stream.element("w:p") { stream in
      stream.element("w:pPr") { stream in
        stream.value("w:pStyle", WordStyle.rule.rawValue)
        section.write(to: &stream)
      }
    }
  }

  /// A document has one at least.
  private static func stretches(
    _ body: [(part: TypedPart, page: Int?)], _ sheets: [Int: WordSheet]
  ) -> [Stretch] {
    var all = [Stretch(sheet: WordSheet(), isStart: true, parts: [])]
    for (part, page) in body {
      let sheet = page.flatMap { sheets[$0] } ?? all[all.count - 1].sheet
      if part.isAnnex {
        all.append(Stretch(sheet: sheet, isStart: true, parts: []))
      } else if sheet != all[all.count - 1].sheet {
        all.append(Stretch(sheet: sheet, isStart: false, parts: []))
      }
      all[all.count - 1].parts.append((part, page))
    }
    return all
  }
}
