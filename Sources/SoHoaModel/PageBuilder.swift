/// Lays words into lines and blocks, numbered in the order in which they come.
public struct PageBuilder {
  private let page: Int
  private var lines: [[(words: [Piece], indent: Int)]] = []
  private var isOpen = false

  /// A word as a stage gives it.
  public struct Piece: Sendable {
    public var text: String
    public var box: BoundingBox?
    /// 0...1.
    public var confidence: Double
    /// Who read it; nil: whoever reads the page.
    public var stage: String?
    /// What others read there.
    public var alternatives: [Reading]

    public init(
      _ text: String, box: BoundingBox?, confidence: Double = 1, stage: String? = nil,
      alternatives: [Reading] = []
    ) {
      self.text = text
      self.box = box
      self.confidence = confidence
      self.stage = stage
      self.alternatives = alternatives
    }
  }

  public init(page: Int) { self.page = page }

  /// Blocks that were begun.
  public var blockCount: Int { lines.count }

  /// The next line begins a new block.
  public mutating func endBlock() { isOpen = false }

  public mutating func addLine(words: [Piece], indent: Int = 0) {
    if !isOpen { lines.append([]) }
    isOpen = true
    lines[lines.count - 1].append((words, indent))
  }

  /// - Parameter stage: who read the words.
  public func blocks(stage: String) -> [Block] {
    var numbering = PageNumbering(page: page)
    return lines.map { lines in
      let lines = lines.map { line in
        let words = line.words.map { piece in
          Word(
            id: numbering.nextWord(), box: piece.box,
            observed: Reading(
              text: piece.text, confidence: piece.confidence, stage: piece.stage ?? stage),
            alternatives: piece.alternatives)
        }
        return Line(
          id: numbering.nextLine(), box: words.compactMap(\.box).union(), indent: line.indent, words: words)
      }
      return Block(id: numbering.nextBlock(), box: lines.compactMap(\.box).union(), lines: lines)
    }
  }
}

/// Hands out ids in reading order.
struct PageNumbering {
  let page: Int
  private var words = 0, lines = 0, blocks = 0

  init(page: Int) { self.page = page }

  mutating func nextWord() -> ID<Word> {
    words += 1
    return ID(page: page, index: words)
  }

  mutating func nextLine() -> ID<Line> {
    lines += 1
    return ID(page: page, index: lines)
  }

  mutating func nextBlock() -> ID<Block> {
    blocks += 1
    return ID(page: page, index: blocks)
  }
}

extension Page {
  /// The same page with other blocks, everything numbered anew in their order.
  ///
  /// For layout stages, before anything refers to the words by their ids.
  public func replacingBlocks(_ blocks: [Block]) -> Page {
    var numbering = PageNumbering(page: number)
    var copy = self
    copy.blocks = blocks.map { $0.renumbered(&numbering) }
    return copy
  }
}

extension Block {
  fileprivate func renumbered(_ numbering: inout PageNumbering) -> Block {
    var ids: [ID<Line>: ID<Line>] = [:]
    let lines = lines.map { line in
      let id = numbering.nextLine()
      ids[line.id] = id
      return Line(
        id: id, box: line.words.compactMap(\.box).union() ?? line.box, indent: line.indent,
        words: line.words.map { $0.withID(numbering.nextWord()) })
    }
    return Block(
      id: numbering.nextBlock(), kind: kind, box: table?.box ?? lines.compactMap(\.box).union(), lines: lines,
      table: table?.renumbered(ids))
  }
}

extension Word {
  fileprivate func withID(_ id: ID<Word>) -> Word {
    Word(id: id, box: box, observed: observed, revisions: revisions, alternatives: alternatives)
  }
}
