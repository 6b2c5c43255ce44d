import SoHoaModel

/// The tables of a file by the words in them, each with those that go on with it on later pages.
struct TablesOfText {
  private var blocks: [ID<Block>: Block] = [:]
  private var tableOfWord: [ID<Word>: ID<Block>] = [:]
  /// The next piece of a table.
  private var next: [ID<Block>: ID<Block>] = [:]
  private var previous: [ID<Block>: ID<Block>] = [:]
  /// Words that belong to the document's form, not to its text.
  private let formWords: Set<ID<Word>>

  init(_ file: ConvertedFile) {
    formWords = Set(file.documents.flatMap { $0.structure.cells.flatMap(\.words) })
    for page in file.pages {
      for block in page.blocks where block.table != nil { add(block) }
    }
  }

  func table(of word: ID<Word>) -> ID<Block>? { tableOfWord[word] }

  /// All pieces of the table that one of them belongs to, from page to page.
  func chain(from table: ID<Block>) -> [ID<Block>] {
    var first = table
    while let before = previous[first] { first = before }
    return Array(sequence(first: first) { next[$0] })
  }

  func whole(_ chain: [ID<Block>], _ setter: TextSetter) -> TypedTable {
    let pieces = chain.compactMap { blocks[$0] }
    var whole = TypedTable(pieces[0], setter, leavingOut: formWords)
    for piece in pieces.dropFirst() {
      whole.append(
        TypedTable(piece, setter, leavingOut: formWords), leavingOut: piece.table?.repeatedRows ?? 0)
    }
    return whole
  }

  private mutating func add(_ block: Block) {
    blocks[block.id] = block
    for word in block.lines.flatMap(\.words) { tableOfWord[word.id] = block.id }
    guard let before = block.table?.continues, let piece = blocks[before],
      piece.table?.columns == block.table?.columns, next[before] == nil
    else { return }
    next[before] = block.id
    previous[block.id] = before
  }
}
