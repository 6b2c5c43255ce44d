import SoHoaModel

/// The words of the pages and of their marks by their ids.
struct WordIndex: Sendable {
  private let words: [ID<Word>: Word]

  init(_ pages: [Page]) {
    var words: [ID<Word>: Word] = [:]
    for page in pages {
      for block in page.blocks {
        for line in block.lines {
          for word in line.words { words[word.id] = word }
        }
      }
      for word in page.marks.flatMap(\.words) { words[word.id] = word }
    }
    self.words = words
  }

  subscript(id: ID<Word>) -> Word? { words[id] }

  func words(of passage: Passage) -> [Word] { passage.words.compactMap { words[$0] } }
}
