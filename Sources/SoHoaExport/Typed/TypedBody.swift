import SoHoaModel

/// Turns the tree of a document's text into parts one after the other; what stands in tables comes as tables.
struct TypedBody {
  /// Parts of the text, with the page that each begins on.
  private(set) var parts: [(part: TypedPart, page: Int?)] = []
  private let setter: TextSetter
  private let tables: TablesOfText
  private var written: Set<ID<Block>> = []

  init(_ document: ConvertedDocument, _ setter: TextSetter, tables: TablesOfText) {
    self.setter = setter
    self.tables = tables
    for node in document.structure.body { add(node, headings: 0, depth: 0) }
  }

  private mutating func add(_ node: Node, headings: Int, depth: Int) {
    let isHeading = node.isHeading
    if let table = table(node) {
      add(table, page: node.pages.first)
    } else if isHeading {
      append(.heading(heading(node, level: headings + 1)), node)
    } else {
      addParagraph(node, depth: depth)
    }
    for child in node.children {
      add(child, headings: headings + (isHeading ? 1 : 0), depth: isHeading ? 0 : depth + 1)
    }
  }

  private mutating func append(_ part: TypedPart, _ node: Node) { parts.append((part, node.pages.first)) }

  private func heading(_ node: Node, level: Int) -> TypedHeading {
    var heading = TypedHeading(kind: node.kind, level: level, label: node.label, title: [])
    guard let title = node.title else { return heading }
    heading.title = heading.isCentred ? setter.lines(title) : [setter.text(title)]
    return heading
  }

  private mutating func addParagraph(_ node: Node, depth: Int) {
    let text = node.text.map { setter.text($0) } ?? TypedText()
    let lead = node.title.map { text.isEmpty ? setter.text($0) : setter.text(runIn: $0) } ?? TypedText()
    guard node.label != nil || !lead.isEmpty || !text.isEmpty else { return }
    append(
      .paragraph(TypedParagraph(kind: node.kind, label: node.label, lead: lead, text: text, depth: depth)),
      node)
  }

  // MARK: Tables

  /// The table that the node's words stand in.
  private func table(_ node: Node) -> ID<Block>? {
    let words = (node.title?.words ?? []) + (node.text?.words ?? [])
    guard let first = words.first, let last = words.last else { return nil }
    return tables.table(of: first) ?? tables.table(of: last)
  }

  private mutating func add(_ table: ID<Block>, page: Int?) {
    guard !written.contains(table) else { return }
    let chain = tables.chain(from: table)
    written.formUnion(chain)
    parts.append((.table(tables.whole(chain, setter)), page))
  }
}

extension Node {
  /// Stands on lines of its own, with a title (`Chương I`, `I. …`, `Phụ lục`), nothing behind it.
  fileprivate var isHeading: Bool {
    guard text?.text.isEmpty ?? true else { return false }
    switch kind {
    case .annex, .part, .chapter, .section, .subsection: return true
    case .article, .letterHeading, .romanHeading, .numberHeading: return title != nil
    default: return false
    }
  }
}
