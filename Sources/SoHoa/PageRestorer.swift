import SoHoaModel
import SoHoaVietnamese

/// Restores the words of all pages of a document: the restorer works on plain tokens, this is the way
/// there and back.
struct PageRestorer: Sendable {
  private let restorer: Restorer

  init(_ restorer: Restorer) { self.restorer = restorer }

  func run(_ pages: [Page]) -> [Page] {
    let restored = restorer.restore(Self.tokens(of: pages))
    var next = restored.makeIterator()
    var pages = pages
    for page in pages.indices {
      for block in pages[page].blocks.indices {
        for run in pages[page].blocks[block].lineRuns {
          for line in run { pages[page].blocks[block].lines[line].take(next.next() ?? []) }
          _ = next.next()
        }
      }
    }
    return pages
  }

  /// The lines of all blocks, an empty one after each block and after each cell of a table.
  private static func tokens(of pages: [Page]) -> [[ObservedToken]] {
    pages.flatMap(\.blocks).flatMap { block in
      block.lineRuns.flatMap { run in block.lines[run].map { $0.words.map(ObservedToken.init) } + [[]] }
    }
  }
}

extension ObservedToken {
  init(_ word: Word) {
    let isSure = word.observed.stage == "text" || word.observed.stage == "textLayer"
    self.init(
      word.observed.text, confidence: isSure ? nil : word.observed.confidence,
      alternatives: word.alternatives.filter { $0.stage.hasPrefix("recognise/") }.map {
        Alternative(text: $0.text, confidence: $0.confidence)
      })
  }
}

extension Line {
  fileprivate mutating func take(_ tokens: [RestoredToken]) {
    for (word, token) in zip(words.indices, tokens) { words[word].take(token) }
  }
}

extension Word {
  /// Adds what restoration says; a word that it kept without a doubt stays as it was.
  fileprivate mutating func take(_ token: RestoredToken) {
    guard token.decision != .kept || !token.candidates.isEmpty else { return }
    let stage = "restore/\(token.source)"
    revise(Reading(text: token.text, confidence: token.confidence, stage: stage))
    alternatives += token.candidates.map { Reading(text: $0.text, confidence: $0.confidence, stage: stage) }
  }
}
