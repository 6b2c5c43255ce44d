import SoHoaModel

/// The words of the pages and of their marks by their ids.
struct WordIndex: Sendable {
  /// By page and index; a page's words are numbered from 1.
  private let words: [Int: [Word?]]
  private let transforms: [Int: PageTransform]

  init(_ pages: [Page]) {
    words = Dictionary(pages.map { ($0.number, Self.numbered($0)) }, uniquingKeysWith: { first, _ in first })
    transforms = Dictionary(pages.map { ($0.number, $0.transform) }, uniquingKeysWith: { first, _ in first })
  }

  /// In pixels, on the upright page; nil where it has no box.
  func height(of word: Word) -> Double? {
    word.box.map { Double((transforms[word.id.page]?.upright($0) ?? $0).height) }
  }

  subscript(id: ID<Word>) -> Word? {
    guard let page = words[id.page], page.indices.contains(id.index) else { return nil }
    return page[id.index]
  }

  func words(of passage: Passage) -> [Word] { passage.words.compactMap { self[$0] } }

  private static func numbered(_ page: Page) -> [Word?] {
    let all = page.words + page.marks.flatMap(\.words)
    var numbered = [Word?](repeating: nil, count: (all.lazy.map(\.id.index).max() ?? 0) + 1)
    for word in all where word.id.index >= 0 { numbered[word.id.index] = word }
    return numbered
  }
}
