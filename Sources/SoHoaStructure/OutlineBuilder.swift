import SoHoaModel

/// Grows the body's tree line by line, once `LabelPath` has said which lines carry a numbered label.
struct OutlineBuilder {
  let phrases: FormPhrases
  let flow: LineFlow
  private(set) var roots: [Draft] = []
  private(set) var findings: [Finding] = []
  /// Behind the signature.
  private var annex: Draft?
  /// Numbered labels that are open, from the root down.
  private var numbered: [Draft] = []
  /// Under this lies what carries no number.
  private var host: Draft?
  /// An item that others of its manner follow, or that stands alone: text behind it belongs to it.
  private var isHostOpen = false
  /// The dash and the plus that are open under the last of them.
  private var bullets: [Draft] = []
  private var current: Draft?
  private var seesArticle = false
  private var hasOperative = false

  init(phrases: FormPhrases, flow: LineFlow) {
    self.phrases = phrases
    self.flow = flow
  }

  /// Lines that stand under each other, none of them behind an end of numbering.
  mutating func add(_ lines: [Segment]) {
    let choices = LabelPath.choices(lines, flow: flow) { isOperative($0) }
    let continued = Set(choices.values.compactMap { $0.last?.line })
    for (index, line) in lines.enumerated() where !line.isEmpty {
      add(line, choices[index])
      if let choice = choices[index] { isHostOpen = choice.last == nil || continued.contains(index) }
    }
  }

  private mutating func add(_ line: Segment, _ choice: LabelPath.Choice?) {
    if line.blockKind == .table { return addToTable(line) }
    if let choice { return begin(choice, line) }
    if let bullet = bullet(line) {
      if isDashedBasis(line, bullet) { return leaf(Draft(.legalBasis, label: bullet, line: line)) }
      return begin(bullet, line)
    }
    if let kind = special(line) { return leaf(Draft(kind, line: line)) }
    if let current, isTitleLine(line, of: current) || continues(current, line) { return current.append(line) }
    leaf(Draft(.paragraph, line: line))
  }

  /// Each cell is a paragraph: `I.` in a table heads some rows, not a part of the document.
  private mutating func addToTable(_ line: Segment) {
    if !line.startsBlock, let current, current.lastLine.blockKind == .table { return current.append(line) }
    leaf(Draft(.paragraph, line: line))
  }

  /// An annex, or a document that is issued with this one: all its own numbering begins anew.
  mutating func add(_ annex: Annex) {
    guard let first = annex.title.first else { return add(annex.rest) }
    let draft = Draft(.annex, label: annex.label, line: first)
    for line in annex.title.dropFirst() { draft.append(line) }
    roots.append(draft)
    self.annex = draft
    numbered = []
    bullets = []
    host = draft
    current = draft
    seesArticle = false
    add(annex.rest)
    draft.children.insert(contentsOf: annex.letterhead.map { Draft(.paragraph, line: $0) }, at: 0)
  }

  // MARK: Lines without a label

  private func special(_ line: Segment) -> Node.Kind? {
    if isOperative(line) { return .operative }
    if !hasOperative, !seesArticle, phrases.match(.legalBasis, in: line.folded) != nil,
      current.map({ !flow.isOpen($0.lastLine) }) ?? true
    {
      return .legalBasis
    }
    return nil
  }

  /// `- Căn cứ …` of the Party, before anything is numbered.
  private func isDashedBasis(_ line: Segment, _ bullet: Label) -> Bool {
    !hasOperative && numbered.isEmpty && annex == nil && bullet.words == 1
      && phrases.match(.legalBasis, at: 1, in: line.folded) != nil
  }

  private func isOperative(_ line: Segment) -> Bool {
    guard line.text.hasSuffix(":"), line.isCapitals, let match = phrases.match(.operative, in: line.folded)
    else { return false }
    let isWhole =
      match.words.count == line.words.count
      || match.words.count + 1 == line.words.count && line.words.last!.text == ":"
    return isWhole
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
      numbered.removeAll { $0.kind != .annex }
      host = numbered.last ?? annex
    }
    bullets = []
    leaveFinishedItems()
    attach(draft, under: host)
    current = draft
  }

  /// A paragraph lies under the last heading; behind the last item of a list it is the list's end.
  private mutating func leaveFinishedItems() {
    if isHostOpen { return }
    while let item = host, let rank = item.label?.rank, rank >= Label.itemRank - 1,
      LineFlow.isTerminal(item.lastLine.text)
    {
      host = numbered.last { $0 !== item && $0.label!.rank < rank } ?? annex
    }
  }

  private mutating func attach(_ draft: Draft, under parent: Draft?) {
    if let parent { parent.children.append(draft) } else { roots.append(draft) }
  }

  // MARK: Labels

  private func bullet(_ line: Segment) -> Label? {
    guard let label = LabelReader.bullet(line) else { return nil }
    return isWrapped(line) ? nil : label
  }

  /// A dash at the beginning of a wrapped line is a hyphen of the sentence.
  private func isWrapped(_ line: Segment) -> Bool {
    guard let current, flow.isOpen(current.lastLine), !line.startsBlock else { return false }
    if let layout = flow.layouts[line.page], layout.hasBoxes { return !layout.isIndented(line) }
    return current.kind != .dash && current.kind != .plus
  }

  private mutating func begin(_ bullet: Label, _ line: Segment) {
    let draft = Draft(bullet.kind, label: bullet, line: line)
    bullets.removeAll { $0.kind == bullet.kind || bullet.kind == .dash }
    attach(draft, under: bullets.last ?? host)
    bullets.append(draft)
    current = draft
  }

  private mutating func begin(_ choice: LabelPath.Choice, _ line: Segment) {
    report(choice, line)
    let draft = Draft(choice.label.kind, label: choice.label, line: line)
    numbered.removeLast(numbered.count - choice.depth)
    bullets = []
    draft.kind = inArticle(choice.label)
    if draft.kind == .article { seesArticle = true }
    if draft.kind == .annex { seesArticle = false }
    attach(draft, under: draft.kind == .annex ? nil : numbered.last ?? annex)
    numbered.append(draft)
    host = draft
    current = draft
  }

  /// Under an article `1.` is a clause and `a)` a point.
  private func inArticle(_ label: Label) -> Node.Kind {
    guard numbered.contains(where: { $0.kind == .article }) else { return label.kind }
    switch label.kind {
    case .numberHeading where label.path.count == 1 && label.style.close == .stop: return .clause
    case .letterItem: return .point
    default: return label.kind
    }
  }

  // MARK: Faults of the paper

  private mutating func report(_ choice: LabelPath.Choice, _ line: Segment) {
    let label = choice.label
    guard let ordinal = label.ordinal, label.suffix.isEmpty else { return }
    let words = line.words.prefix(max(1, label.words)).map(\.id)
    if label.isSupposed {
      findings.append(HeadingFindings.supposed(label.printed, page: line.page, box: line.box, words: words))
    }
    guard let last = choice.last?.label.ordinal else { return }
    let isUsualGap = label.kind == .letterItem && last == 4 && ordinal == 6
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
