import SoHoaModel

/// The words of the pages and of their marks by their ids.
struct WordIndex: Sendable {
  private let words: [ID<Word>: Word]
  private let transforms: [Int: PageTransform]

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
    transforms = Dictionary(pages.map { ($0.number, $0.transform) }, uniquingKeysWith: { first, _ in first })
  }

  /// In pixels, on the upright page; nil where it has no box.
  func height(of word: Word) -> Double? {
    word.box.map { Double((transforms[word.id.page]?.upright($0) ?? $0).height) }
  }

  subscript(id: ID<Word>) -> Word? { words[id] }

  func words(of passage: Passage) -> [Word] { passage.words.compactMap { words[$0] } }
}
