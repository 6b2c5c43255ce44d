import SoHoaModel

/// Grows the body's tree line by line. What a label says is read from its form and from what came before it.
struct OutlineBuilder {
  /// Least score of a label: fit into the sequence (0...1) less what had to be supposed.
  static let leastScore = 0.5
  /// Siblings that are looked back over for the last label.
  static let lookBack = 400

  let phrases: FormPhrases
  let flow: LineFlow
  private(set) var roots: [Draft] = []
  private(set) var findings: [Finding] = []
  /// From the root down; only nodes that can have children.
  private var open: [(node: Draft, rank: Int)] = []
  private var current: Draft?
  private var lastArticle: Int?
  private var hasOperative = false

  init(phrases: FormPhrases, flow: LineFlow) {
    self.phrases = phrases
    self.flow = flow
  }

  mutating func add(_ line: Segment) {
    guard !line.isEmpty else { return }
    if line.blockKind == .table { return addToTable(line) }
    if let label = choose(line) { return begin(label, line) }
    if let kind = special(line) { return leaf(Draft(kind, line: line)) }
    if let current, isTitleLine(line, of: current) || continues(current, line) { return current.append(line) }
    leaf(Draft(.paragraph, line: line))
  }

  /// Each cell is a paragraph: `I.` in a table heads some rows, not a part of the document.
  private mutating func addToTable(_ line: Segment) {
    if !line.startsBlock, let current, current.lastLine.blockKind == .table { return current.append(line) }
    leaf(Draft(.paragraph, line: line))
  }

  /// Begins an annex, or a document that is issued with this one, without a label of its own.
  mutating func beginAnnex(_ line: Segment) {
    let draft = Draft(.annex, line: line)
    roots.append(draft)
    open = [(draft, 0)]
    current = draft
    lastArticle = nil
  }

  // MARK: Lines without a label

  private func special(_ line: Segment) -> Node.Kind? {
    if let match = phrases.match(.operative, in: line.folded), isOperative(line, match) { return .operative }
    if !hasOperative, lastArticle == nil, phrases.match(.legalBasis, in: line.folded) != nil,
      current.map({ !flow.isOpen($0.lastLine) }) ?? true
    {
      return .legalBasis
    }
    return nil
  }

  private func isOperative(_ line: Segment, _ match: PhraseMatch) -> Bool {
    let isWhole =
      match.words.count == line.words.count
      || match.words.count + 1 == line.words.count && line.words.last!.text == ":"
    return isWhole && line.isCapitals && line.text.hasSuffix(":")
  }

  /// A chapter's title stands on the lines under its label.
  private func isTitleLine(_ line: Segment, of draft: Draft) -> Bool {
    switch draft.kind {
    case .part, .chapter, .section, .subsection, .annex: break
    default: return false
    }
    guard draft.children.isEmpty, draft.lines.count <= 8 else { return false }
    if draft.words.isEmpty { return !line.text.hasPrefix("(") }
    return line.isCapitals && draft.lastLine.isCapitals
      || line.text.first?.isLowercase == true && !LineFlow.isTerminal(draft.lastLine.text)
  }

  private func continues(_ draft: Draft, _ line: Segment) -> Bool {
    if draft.kind == .operative || draft.lastLine.blockKind == .table { return false }
    return flow.continues(draft.lastLine, with: line, labelled: draft.label != nil)
  }

  private mutating func leaf(_ draft: Draft) {
    if draft.kind == .operative {
      hasOperative = true
      open.removeAll { $0.node.kind != .annex }
    }
    attach(draft, under: paragraphParent())
    current = draft
  }

  /// A paragraph lies under the last heading; dashes and finished items have nothing under them.
  private mutating func paragraphParent() -> Draft? {
    while let last = open.last, last.rank >= 20 {
      let isFinished = last.rank > 20 || LineFlow.isTerminal(last.node.lastLine.text)
      guard isFinished else { break }
      open.removeLast()
    }
    return open.last?.node
  }

  private mutating func attach(_ draft: Draft, under parent: Draft?) {
    if let parent { parent.children.append(draft) } else { roots.append(draft) }
  }

  // MARK: Labels

  private mutating func choose(_ line: Segment) -> Label? {
    let readings = LabelReader.readings(of: line)
    guard !readings.isEmpty else { return nil }
    let rated = readings.map { (label: $0, score: score($0, line)) }
    guard let best = rated.max(by: { $0.score < $1.score }), best.score >= Self.leastScore else { return nil }
    return best.label
  }

  private func score(_ label: Label, _ line: Segment) -> Double {
    if label.kind == .dash || label.kind == .plus { return bulletScore(line) }
    if let current, flow.expectsNumeral(after: current.lastLine) { return 0 }
    var score = fit(label) - label.damage
    if label.isSupposed, lastSibling(label).map({ $0 + 1 != label.ordinal }) ?? true { return 0 }
    if let current, current.kind != .operative, flow.isOpen(current.lastLine), !line.startsBlock {
      score -= current.label == nil || current.words.count > 12 ? 0.35 : 0.1
    }
    return score
  }

  /// A dash at the beginning of a wrapped line is a hyphen of the sentence.
  private func bulletScore(_ line: Segment) -> Double {
    guard let current, flow.isOpen(current.lastLine), !line.startsBlock else { return 1 }
    if let layout = flow.layouts[line.page], layout.hasBoxes { return layout.isIndented(line) ? 1 : 0 }
    return current.kind == .dash || current.kind == .plus ? 1 : 0.2
  }

  private func fit(_ label: Label) -> Double {
    guard let ordinal = label.ordinal else { return 1 }
    guard isUnderPrefix(label) else { return 0.1 }
    let last = lastSibling(label)
    guard let last else { return firstFit(label, ordinal) }
    switch ordinal - last {
    case 1: return 1
    case 2 where label.kind == .letterItem && last == 4: return 0.95
    case 0 where !label.suffix.isEmpty: return 1
    case 2, 3: return 0.62
    case 0: return label.kind == .romanHeading ? 0.6 : 0.55
    default: return label.kind == .article || label.kind == .annex ? 0.55 : 0.2
    }
  }

  private func firstFit(_ label: Label, _ ordinal: Int) -> Double {
    if ordinal == 1 { return 0.95 }
    switch label.kind {
    case .article, .part, .chapter, .section, .subsection, .annex: return 0.6
    case .romanHeading: return ordinal <= 12 ? 0.55 : 0.2
    case .letterHeading: return 0.3
    default: return ordinal == 2 ? 0.52 : 0.3
    }
  }

  /// `1.2.` stands under `1.` or Điều 1, or beside `1.1.`
  private func isUnderPrefix(_ label: Label) -> Bool {
    guard label.path.count > 1 else { return true }
    let prefix = Array(label.path.dropLast())
    return open.contains { entry in
      guard let other = entry.node.label else { return false }
      if other.path == prefix { return true }
      return other.path.count == label.path.count && Array(other.path.dropLast()) == prefix
    }
  }

  /// Ordinal of the last label of the same kind and depth under the same parent.
  private func lastSibling(_ label: Label) -> Int? {
    if label.kind == .article { return lastArticle }
    let parent = open.last { $0.rank < label.rank }?.node
    let siblings = parent?.children ?? roots
    for sibling in siblings.suffix(Self.lookBack).reversed() {
      guard let other = sibling.label else { continue }
      if other.kind == label.kind && other.path.count == label.path.count { return other.ordinal }
      if other.rank < label.rank { return nil }
    }
    return nil
  }

  private mutating func begin(_ label: Label, _ line: Segment) {
    report(label, line)
    let draft = Draft(label.kind, label: label, line: line)
    open.removeAll { $0.rank >= label.rank }
    draft.kind = inArticle(label)
    if label.kind == .article { lastArticle = label.ordinal }
    if label.kind == .annex {
      open = []
      lastArticle = nil
    }
    attach(draft, under: open.last?.node)
    open.append((draft, label.rank))
    current = draft
  }

  /// Under an article `1.` is a clause and `a)` a point.
  private func inArticle(_ label: Label) -> Node.Kind {
    guard open.contains(where: { $0.node.kind == .article }) else { return label.kind }
    switch label.kind {
    case .numberHeading where label.path.count == 1: return .clause
    case .letterItem: return .point
    default: return label.kind
    }
  }

  // MARK: Faults of the paper

  private mutating func report(_ label: Label, _ line: Segment) {
    guard let ordinal = label.ordinal, let last = lastSibling(label), label.suffix.isEmpty else { return }
    if label.isSupposed {
      let words = line.words.prefix(max(1, label.words)).map(\.id)
      findings.append(HeadingFindings.supposed(label.printed, page: line.page, box: line.box, words: words))
    }
    let isUsualGap = label.kind == .letterItem && last == 4 && ordinal == 6
    let words = line.words.prefix(max(1, label.words)).map(\.id)
    if ordinal > last + 1, !isUsualGap {
      findings.append(HeadingFindings.skipped(label.printed, page: line.page, box: line.box, words: words))
    } else if ordinal == last {
      findings.append(HeadingFindings.repeated(label.printed, page: line.page, box: line.box, words: words))
    }
  }
}

/// What is said of a numbering that the paper itself has wrong.
enum HeadingFindings {
  static func skipped(_ label: String, page: Int, box: BoundingBox?, words: [ID<Word>]) -> Finding {
    Finding(
      .warning, "heading.skipped",
      Message(
        en: "page \(page): numbering jumps to “\(label)”; compare with the paper, it is kept as it stands",
        vi: "trang \(page): đánh số nhảy đến “\(label)”; hãy đối chiếu bản giấy, số được giữ nguyên"),
      page: page, box: box, words: words)
  }

  static func supposed(_ label: String, page: Int, box: BoundingBox?, words: [ID<Word>]) -> Finding {
    Finding(
      .info, "heading.supposed",
      Message(
        en:
          "page \(page): the numbering asks for “\(label)”, the print shows a stroke less; compare with the paper",
        vi: "trang \(page): theo thứ tự phải là “\(label)”, bản in thiếu một nét; hãy đối chiếu bản giấy"),
      page: page, box: box, words: words)
  }

  static func repeated(_ label: String, page: Int, box: BoundingBox?, words: [ID<Word>]) -> Finding {
    Finding(
      .warning, "heading.repeated",
      Message(
        en: "page \(page): “\(label)” stands twice; compare with the paper, it is kept as it stands",
        vi: "trang \(page): “\(label)” lặp lại; hãy đối chiếu bản giấy, số được giữ nguyên"),
      page: page, box: box, words: words)
  }
}
