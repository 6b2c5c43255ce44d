import SoHoaModel

/// The headings of a file's documents as bookmarks. An outline that the file has stays.
struct OutlineWriter {
  private let document: QPDFDocument
  private let pages: [Int: Page]

  init(_ document: QPDFDocument, pages: [Page]) {
    self.document = document
    self.pages = Dictionary(pages.map { ($0.number, $0) }) { first, _ in first }
  }

  /// A bookmark: its words, and where it leads.
  private struct Entry {
    var title: String
    var page: Int
    var word: ID<Word>?
    var children: [Entry]
  }

  func write(_ documents: [ConvertedDocument]) {
    guard let catalogue = document.catalogue, catalogue["Outlines"]?["First"] == nil else { return }
    let trees = documents.map { $0.structure.body.flatMap(entries) }
    let roots = documents.count > 1 ? zip(documents, trees).map(root) : trees.flatMap(\.self)
    guard !roots.isEmpty else { return }
    let outline = document.indirect(document.value("<< /Type /Outlines >>"))
    fill(outline, with: roots)
    catalogue["Outlines"] = outline
    if catalogue["PageMode"] == nil { catalogue["PageMode"] = document.name("UseOutlines") }
  }

  /// One document of several.
  private func root(_ converted: ConvertedDocument, _ children: [Entry]) -> Entry {
    let record = converted.record
    let head = [record.kind?.value?.name, record.number?.value?.full].compactMap(\.self).joined(
      separator: " ")
    let title = [head, record.title?.value ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    let page = converted.structure.pages.first ?? 1
    return Entry(title: title.isEmpty ? "Trang \(page)" : title, page: page, word: nil, children: children)
  }

  /// Headings under this node, itself included if it is one.
  private func entries(_ node: Node) -> [Entry] {
    let below = node.children.flatMap(entries)
    guard Self.headings.contains(node.kind), let page = node.pages.first else { return below }
    let title = [node.label, node.title?.text].compactMap(\.self).joined(separator: " ")
    guard let title = CopyMetadata.clean(title) else { return below }
    return [Entry(title: title, page: page, word: (node.title ?? node.text)?.words.first, children: below)]
  }

  private static let headings: Set<Node.Kind> = [
    .part, .chapter, .section, .subsection, .article, .letterHeading, .romanHeading, .numberHeading, .annex,
  ]

  private func fill(_ parent: PDFValue, with entries: [Entry]) {
    let items = entries.map { entry in
      let item = document.indirect(document.dictionary())
      item["Title"] = document.text(entry.title)
      item["Parent"] = parent
      item["Dest"] = destination(entry)
      if !entry.children.isEmpty { fill(item, with: entry.children) }
      return item
    }
    for (item, next) in zip(items, items.dropFirst()) {
      item["Next"] = next
      next["Prev"] = item
    }
    parent["First"] = items.first
    parent["Last"] = items.last
    parent["Count"] = document.number(entries.reduce(0) { $0 + 1 + Self.count($1.children) })
  }

  private static func count(_ entries: [Entry]) -> Int { entries.reduce(0) { $0 + 1 + count($1.children) } }

  /// The heading's own height on its page, as far as it is known.
  private func destination(_ entry: Entry) -> PDFValue? {
    guard let sheet = document.page(entry.word?.page ?? entry.page) else { return nil }
    var view = "/Fit"
    if let word = entry.word, let page = pages[word.page], let box = PageBox(sheet),
      let layer = TextLayer(page, on: box), let top = layer.top(of: word)
    {
      view = "/XYZ \(top.x.operand(digits: 1)) \(top.y.operand(digits: 1)) null"
    }
    return document.array([sheet] + document.value("[\(view)]").elements)
  }
}
