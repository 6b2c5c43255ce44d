import SoHoaModel

/// Makes a page line by line, each a row of boxes further down.
struct PageMaker {
  private let number: Int
  private let width, height: Int
  private var blocks: [Block] = []
  private var lines: [Line] = []
  private var marks: [PageMark] = []
  private var wordCount = 0, lineCount = 0

  init(_ number: Int, width: Int, height: Int) {
    self.number = number
    self.width = width
    self.height = height
  }

  func page() -> Page {
    Page(
      number: number, origin: .recognised, width: width, height: height, dpi: 120, blocks: blocks,
      marks: marks)
  }

  mutating func endBlock() {
    guard !lines.isEmpty else { return }
    add(.text, lines)
    lines = []
  }

  mutating func line(_ text: String) -> Passage { Passage(text: text, words: words(text)) }

  /// A line of its own; its words.
  mutating func words(_ text: String) -> [ID<Word>] {
    addLine(text.split(separator: " ").map { reading(String($0)) })
  }

  mutating func word(_ text: String) -> ID<Word> { words(text)[0] }

  /// A line whose words were read otherwise.
  mutating func restored(_ words: [(observed: String, text: String, confidence: Double)]) -> Passage {
    let words = words.map { observed, text, confidence in
      var word = reading(observed)
      guard observed != text else { return word }
      word.revise(Reading(text: text, confidence: confidence, stage: "restore/channel"))
      word.alternatives = [Reading(text: observed + "?", confidence: 0.3, stage: "restore/keep")]
      return word
    }
    return Passage(text: words.map(\.text).joined(separator: " "), words: addLine(words))
  }

  /// A line whose last two words are one now.
  mutating func joined(_ text: String, _ tail: String, as whole: String) -> Passage {
    var words = text.split(separator: " ").map { reading(String($0)) }
    words[words.count - 1].revise(
      Reading(text: String(whole.split(separator: " ").last!), confidence: 0.95, stage: "restore/channel"))
    var last = reading(tail)
    last.revise(Reading(text: "", confidence: 0.95, stage: "restore/channel"))
    return Passage(text: whole, words: addLine(words + [last]))
  }

  mutating func pageNumber(_ text: String) {
    _ = words(text)
    add(.pageNumber, lines)
    lines = []
  }

  /// Nil: the cell before goes on.
  mutating func table(rows: [[String?]], continues: ID<Block>? = nil) -> [Passage] {
    var cells: [TableCell] = []
    var passages: [Passage] = []
    let columns = rows[0].count
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        guard let text else {
          cells[cells.count - 1].columnSpan += 1
          continue
        }
        passages.append(line(text))
        cells.append(
          TableCell(
            row: row, column: column,
            box: BoundingBox(
              left: 100 + column * 200, top: 500 + row * 40, right: 300 + column * 200, bottom: 540 + row * 40
            ),
            lines: [lines.last!.id]))
      }
    }
    let table = Table(
      rows: rows.count, columns: columns, isRuled: true, cells: cells, continues: continues,
      repeatedRows: continues == nil ? 0 : 1)
    add(.table, lines, table)
    lines = []
    return passages
  }

  mutating func mark(_ kind: PageMark.Kind, _ text: String?) -> Passage {
    let words = text.map { self.words($0) } ?? []
    let line = text == nil ? [] : [lines.removeLast()]
    marks.append(
      PageMark(
        id: ID(page: number, index: marks.count + 1), kind: kind, colour: .red,
        box: BoundingBox(left: 600, top: 700, right: 800, bottom: 800), confidence: 0.9, lines: line))
    return Passage(text: text ?? "", words: words)
  }

  private mutating func add(_ kind: Block.Kind, _ lines: [Line], _ table: Table? = nil) {
    blocks.append(
      Block(
        id: ID(page: number, index: blocks.count + 1), kind: kind,
        box: table?.box ?? lines.compactMap(\.box).union(), lines: lines, table: table))
  }

  private mutating func reading(_ text: String) -> Word {
    wordCount += 1
    return Word(
      id: ID(page: number, index: wordCount), box: nil,
      observed: Reading(text: text, confidence: 0.98, stage: "recognise/vie"))
  }

  private mutating func addLine(_ words: [Word]) -> [ID<Word>] {
    lineCount += 1
    let top = 20 + lineCount * 30
    let placed = words.enumerated().map { index, word in
      let left = 60 + index * 70
      return Word(
        id: word.id, box: BoundingBox(left: left, top: top, right: left + 60, bottom: top + 24),
        observed: word.observed, revisions: word.revisions, alternatives: word.alternatives)
    }
    lines.append(
      Line(
        id: ID(page: number, index: lineCount), box: placed.compactMap(\.box).union(), words: placed))
    return placed.map(\.id)
  }
}
