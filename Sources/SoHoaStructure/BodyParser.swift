import SoHoaModel

/// Reads the body as a tree, and the annexes behind the signature.
struct BodyParser: Sendable {
  let phrases: FormPhrases
  let tables: FormTables
  let layouts: [Int: PageLayout]

  func parse(_ body: [Segment], annexes: [Segment]) -> (nodes: [Node], findings: [Finding]) {
    var builder = OutlineBuilder(phrases: phrases, flow: LineFlow(layouts: layouts))
    builder.add(body)
    let ownRoots = builder.roots.count
    for annex in AnnexSplitter(phrases: phrases, tables: tables).split(annexes) {
      builder.add(annex)
    }
    var nodes = builder.roots.map(NodeFinisher.node)
    liftClosing(&nodes, before: ownRoots)
    return (nodes, builder.findings)
  }

  /// The last paragraph that speaks of the whole document lies under no heading.
  private func liftClosing(_ nodes: inout [Node], before end: Int) {
    guard end > 0, end <= nodes.count, let paragraph = lastParagraph(of: nodes[end - 1]),
      isClosing(paragraph)
    else { return }
    removeLast(of: &nodes[end - 1])
    nodes.insert(paragraph, at: end)
  }

  private func isClosing(_ paragraph: Node) -> Bool {
    guard let text = paragraph.text?.text else { return false }
    let folded = FoldedText(text.split(separator: " ").prefix(80).map(String.init))
    if phrases.match(.closing, in: folded) != nil { return true }
    return text.hasSuffix("./.") && phrases.find(.closingInside, in: folded) != nil
  }

  private func lastParagraph(of node: Node) -> Node? {
    guard let last = node.children.last else { return nil }
    return last.kind == .paragraph ? last : lastParagraph(of: last)
  }

  private func removeLast(of node: inout Node) {
    let last = node.children.count - 1
    if node.children[last].kind == .paragraph {
      node.children.remove(at: last)
    } else {
      removeLast(of: &node.children[last])
    }
  }
}
