import SoHoaModel
import SoHoaStructure

/// A piece of running text of the body, and where it stands in the tree.
struct Statement: Sendable {
  enum Place: Sendable { case title, basis, opening, body, annex }

  let text: TokenText
  let kind: Node.Kind
  let place: Place
  /// The headings above it, outermost first; index into the sheet's `headings`. A heading's own is the last.
  let path: [Int]
  var isHeading = false
  var isInArticle = false
  /// Labels of the nodes from the root down to its own.
  var labels: [String] = []
}

/// A heading of the body.
struct Heading: Sendable {
  let kind: Node.Kind
  let text: TokenText
  let ordinal: Int?
  /// A title of its own; else a text that has something under it.
  let isTitle: Bool

  /// What is under it belongs to its sentence or its subject.
  var leadsIn: Bool { isTitle || text.tokens.last?.text == ":" }
}

/// One document laid out for the extractors: tokens of its cells and of its body, made once.
struct Sheet: Sendable {
  let structure: DocumentStructure
  let index: WordIndex
  private(set) var headings: [Heading] = []
  private(set) var statements: [Statement] = []
  let cells: [CellKind: [TokenText]]
  let fields = FieldBuilder()
  /// Boxes of what is written by hand, by page.
  let handwriting: [Int: [BoundingBox]]
  /// What was read of it.
  let hands: HandValues
  /// Tables of the pages, in order.
  let tables: [Block]

  init(_ pages: [Page], _ structure: DocumentStructure) {
    self.structure = structure
    let index = WordIndex(pages)
    self.index = index
    tables = pages.filter { structure.pages.contains($0.number) }.flatMap(\.blocks).filter { $0.table != nil }
    hands = HandValues(pages.filter { structure.pages.contains($0.number) })
    handwriting = Dictionary(
      pages.map { page in (page.number, page.marks.filter { $0.kind == .handwriting }.compactMap(\.box)) },
      uniquingKeysWith: +)
    cells = Dictionary(
      structure.cells.map { cell in (cell.kind, cell.lines.map { TokenText($0, index) }) },
      uniquingKeysWith: { $0 + $1 })
    if let title = cells[.title], !title.isEmpty {
      statements.append(Statement(text: joined(.title), kind: .paragraph, place: .title, path: []))
    }
    var seesHeading = false
    walk(structure.body, Above(), seesHeading: &seesHeading)
  }

  /// The lines of a cell.
  func lines(_ kind: CellKind) -> [TokenText] { cells[kind] ?? [] }

  /// A cell's lines as one text.
  func joined(_ kind: CellKind) -> TokenText { TokenText(lines(kind).flatMap(\.words)) }

  /// Lays out a node and what is under it. The text of a node with children, or one that ends in a colon before
  /// items, is a heading for them.
  private mutating func walk(_ node: Node, _ above: Above, seesHeading: inout Bool) {
    var above = above
    above.isAnnex = above.isAnnex || node.kind == .annex
    above.isInArticle = above.isInArticle || node.kind == .article
    if let label = node.label { above.labels.append(label) }
    if node.kind != .paragraph, node.kind != .legalBasis { seesHeading = true }
    if let title = node.title { add(title, node, &above, isHeading: true, seesHeading) }
    if let text = node.text { add(text, node, &above, isHeading: false, seesHeading) }
    walk(node.children, above, seesHeading: &seesHeading)
  }

  mutating func walk(_ nodes: [Node], _ above: Above, seesHeading: inout Bool) {
    var lead: Int?
    for node in nodes {
      let isItem = [.dash, .plus, .letterItem, .romanItem, .point].contains(node.kind)
      var inner = above
      if isItem, let lead { inner.path.append(lead) }
      walk(node, inner, seesHeading: &seesHeading)
      if node.kind == .paragraph { lead = leadIn(node) } else if !isItem { lead = nil }
    }
  }

  struct Above {
    var path: [Int] = []
    var isAnnex = false
    var isInArticle = false
    var labels: [String] = []
  }

  private mutating func add(
    _ passage: Passage, _ node: Node, _ above: inout Above, isHeading: Bool, _ seesHeading: Bool
  ) {
    let text = TokenText(passage, index)
    let place: Statement.Place =
      above.isAnnex ? .annex : node.kind == .legalBasis ? .basis : isHeading || seesHeading ? .body : .opening
    var path = above.path
    if isHeading || !node.children.isEmpty {
      headings.append(Heading(kind: node.kind, text: text, ordinal: node.ordinal, isTitle: isHeading))
      above.path.append(headings.count - 1)
      if isHeading { path = above.path }
    }
    statements.append(
      Statement(
        text: text, kind: node.kind, place: place, path: path, isHeading: isHeading,
        isInArticle: above.isInArticle, labels: above.labels))
  }

  /// A paragraph that ends in a colon leads in the items that follow it.
  private mutating func leadIn(_ node: Node) -> Int? {
    guard let text = node.text, text.text.hasSuffix(":") else { return nil }
    headings.append(Heading(kind: .paragraph, text: TokenText(text, index), ordinal: nil, isTitle: false))
    return headings.count - 1
  }
}
