import SoHoaModel

/// Writes the documents of a file as Markdown (CommonMark with GitHub's tables), for people and for language models:
/// header as a table of two columns, headings by their level, lists, tables, paragraphs joined over line ends,
/// signatures and recipients, annexes. Several documents follow one another, parted by rules.
struct MarkdownWriter: Sendable {
  /// Deeper headings are set as bold lines.
  private static let deepest = 6

  func text(of file: ConvertedFile) -> String {
    TypedDocument.all(of: file).map { document in
      let annex = document.body.firstIndex { $0.part.isAnnex } ?? document.body.endIndex
      let blocks =
        header(document.header) + body(document.body[..<annex]) + closing(document.closing)
        + body(document.body[annex...])
      return blocks.joined(separator: "\n\n") + "\n"
    }.joined(separator: "\n* * *\n\n")
  }

  // MARK: Header

  private func header(_ header: TypedHeader) -> [String] {
    let kind = Self.joined(header.kind)
    let title = Self.joined(header.title)
    let marks = (header.urgency + header.secrecy + header.circulation).map { "**\(Self.inline($0))**" }
    let name = header.isDispatch ? title : [kind, title].filter { !$0.isEmpty }.joined(separator: "<br>")
    return [columns(header), marks.joined(separator: " · "), name.isEmpty ? "" : "# \(name)"]
      .filter { !$0.isEmpty } + list(header.addressees)
  }

  private func columns(_ header: TypedHeader) -> String {
    let left = Self.joined(header.left, by: "<br>")
    let right = Self.joined(header.right, by: "<br>")
    return left.isEmpty && right.isEmpty ? "" : "| \(left) | \(right) |\n| --- | --- |"
  }

  // MARK: Text

  /// Items of one list follow each other without an empty line.
  private func body(_ parts: ArraySlice<(part: TypedPart, page: Int?)>) -> [String] {
    var blocks: [String] = []
    var isInList = false
    for (part, _) in parts {
      let block = block(part)
      let isItem = part.isDashItem
      if isItem, isInList {
        blocks[blocks.count - 1] += "\n" + block
      } else {
        blocks.append(block)
      }
      isInList = isItem
    }
    return blocks
  }

  private func block(_ part: TypedPart) -> String {
    switch part {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .table(let table): MarkdownTable(table: table).lines.joined(separator: "\n")
    }
  }

  private func heading(_ heading: TypedHeading) -> String {
    let title = Self.joined(heading.title)
    let line = [heading.label.map(MarkdownText.inline), title].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " ")
    let level = heading.level + 1
    return level > Self.deepest ? "**\(line)**" : String(repeating: "#", count: level) + " " + line
  }

  private func paragraph(_ paragraph: TypedParagraph) -> String {
    let text = Self.inline(paragraph.text)
    if paragraph.isDashItem { return paragraph.indent + "- " + text }
    switch paragraph.kind {
    case .operative: return "**\(text)**"
    case .legalBasis: return text.isEmpty ? "" : "*\(text)*"
    default: break
    }
    let lead = [paragraph.label.map(MarkdownText.line), Self.lead(paragraph)].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " ")
    guard !lead.isEmpty else { return MarkdownText.line(paragraph.text.text) }
    return [paragraph.isTitled ? "**\(lead)**" : lead, text].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func lead(_ paragraph: TypedParagraph) -> String? {
    paragraph.lead.isEmpty ? nil : inline(paragraph.lead)
  }

  // MARK: Closing

  private func closing(_ closing: TypedClosing) -> [String] {
    let signers = closing.signers.map { signer in
      (signer.authority + signer.name).map { "**\(Self.inline($0))**" }.joined(separator: "<br>")
    }
    return signers + list(closing.recipients) + (closing.drafter + closing.address).map(Self.line)
  }

  /// What opens the list, then its items.
  private func list(_ items: [TypedText]) -> [String] {
    guard let first = items.first else { return [] }
    let rest = items.dropFirst().map { item in
      PrintedItems.startsItem(item.text)
        ? "- " + MarkdownText.inline(String(item.text.dropFirst().drop { $0 == " " })) : Self.line(item)
    }
    return [Self.line(first)] + (rest.isEmpty ? [] : [rest.joined(separator: "\n")])
  }

  private static func inline(_ text: TypedText) -> String { MarkdownText.inline(text.text) }
  private static func line(_ text: TypedText) -> String { MarkdownText.line(text.text) }
  private static func joined(_ lines: [TypedText], by separator: String = " ") -> String {
    lines.map(inline).joined(separator: separator)
  }
}

extension TypedPart {
  fileprivate var isDashItem: Bool {
    if case .paragraph(let paragraph) = self { paragraph.isDashItem } else { false }
  }
}

extension TypedParagraph {
  fileprivate var isDashItem: Bool { kind == .dash || kind == .plus }
  /// An article or a heading whose text goes on behind it.
  fileprivate var isTitled: Bool { kind == .article || !lead.isEmpty }
  /// `+` stands under `-`.
  fileprivate var indent: String { kind == .plus ? "  " : "" }
}
