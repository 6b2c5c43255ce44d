import SoHoaModel

/// Turns drafts into nodes: what stands behind a label is a heading, a text, or both (`1. Thời gian: Từ nay …`).
enum NodeFinisher {
  /// Words that a heading may have.
  static let longestTitle = 45
  /// Words before the colon of a run-in heading.
  static let longestRunIn = 8

  static func node(_ draft: Draft) -> Node {
    let children = draft.children.map(node)
    var node = Node(
      draft.kind, label: draft.label?.printed, ordinal: draft.label?.ordinal,
      pages: pages(draft, children), children: children)
    let passage = draft.passage
    guard !passage.text.isEmpty else { return node }
    switch draft.kind {
    case .paragraph, .dash, .plus, .operative, .legalBasis: node.text = passage
    case .part, .chapter, .section, .subsection, .annex, .romanHeading, .letterHeading: node.title = passage
    default: split(draft, passage, into: &node)
    }
    return node
  }

  /// First and last.
  private static func pages(_ draft: Draft, _ children: [Node]) -> [Int] {
    let pages = draft.lines.map(\.page) + children.flatMap(\.pages)
    guard let first = pages.min(), let last = pages.max() else { return [] }
    return [first, last]
  }

  private static func split(_ draft: Draft, _ passage: Passage, into node: inout Node) {
    if isTitle(passage, draft) {
      node.title = passage
    } else if draft.kind != .article, let (title, text) = runIn(draft) {
      node.title = title
      node.text = text
    } else {
      node.text = passage
    }
  }

  private static func isTitle(_ passage: Passage, _ draft: Draft) -> Bool {
    guard draft.words.count <= longestTitle, let last = passage.text.last else { return false }
    if last == ":" { return draft.words.count <= 8 && draft.kind != .article }
    return !".;,!?/".contains(last)
  }

  private static func runIn(_ draft: Draft) -> (Passage, Passage)? {
    let head = draft.words.prefix(longestRunIn)
    guard let colon = head.firstIndex(where: { $0.text.hasSuffix(":") }), colon + 1 < draft.words.count else {
      return nil
    }
    var title = draft.passage(0..<colon + 1)
    title.text = String(title.text.dropFirst(draft.prefix).dropLast())
    return title.text.isEmpty ? nil : (title, draft.passage(colon + 1..<draft.words.count))
  }
}
