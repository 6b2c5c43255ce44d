import SoHoaModel

/// The tree of a document as facts: level, label of the parent, label. Dashes are counted by their place.
struct OutlineFacts {
  /// Parts with a number or a letter, and annexes: `2 | III > 1`.
  private(set) var parts: [FactSheet.Fact] = []
  /// Dashes and plus signs: `III > 1 > -`.
  private(set) var items: [FactSheet.Fact] = []

  init(_ body: [Node]) {
    for node in body { add(node, path: []) }
  }

  /// - Parameter headings: `headings` of a truth file.
  init(truth headings: [TruthSheet.Value]) {
    for heading in headings { add(heading, path: []) }
  }

  private mutating func add(_ node: Node, path: [String]) {
    let label = Self.label(of: node)
    let below = label.map { note($0, path: path) } ?? path
    for child in node.children { add(child, path: below) }
  }

  private mutating func add(_ value: TruthSheet.Value, path: [String]) {
    let object = value.object
    let isOptional = object["_optional"]?.isTrue ?? false
    let below = object["label"]?.text.map { note($0, path: path, isOptional: isOptional) } ?? path
    for child in object["children"]?.list ?? [] { add(child, path: below) }
  }

  /// The path of what stands below.
  private mutating func note(_ label: String, path: [String], isOptional: Bool = false) -> [String] {
    if label == "-" || label == "+" {
      let place = (path.suffix(2) + [label]).joined(separator: " > ")
      items.append(.init([place], isOptional: isOptional))
    } else {
      let parent = path.last { $0 != "-" && $0 != "+" } ?? ""
      parts.append(.init(["\(path.count + 1) \(parent) > \(label)"]))
    }
    return path + [label]
  }

  /// Without what closes it; `*` for an annex without a number; nil for what has no label.
  private static func label(of node: Node) -> String? {
    switch node.kind {
    case .paragraph, .operative, .legalBasis: nil
    case .annex: node.label.map(closed) ?? "*"
    default: node.label.map(closed)
    }
  }

  private static func closed(_ label: String) -> String {
    if label == "-" || label == "+" { return label }
    var numeral = label[...]
    while let last = numeral.last, ".-)/: ".contains(last) { numeral = numeral.dropLast() }
    return String(numeral)
  }
}
