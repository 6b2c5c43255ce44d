import Foundation

/// A reading of an open place, with what the decoder and the document say for it.
struct ContextOption: Hashable, Sendable {
  var word: UInt16
  /// log of the decoder's posterior.
  var prior: Float
  /// Of `WordMemory`.
  var alone: Float
  var beside: Float
}

/// The readings of one open place: the decoder's choice first; each word once.
struct ContextOptions {
  static let most = 8

  private(set) var options: [ContextOption] = []

  init(_ part: DecodedToken.Part, at position: Int, in text: ContextText, _ memory: WordMemory) {
    let before = position > 0 ? text.words[position - 1] : Lexicon.end
    let after = position + 1 < text.words.count ? text.words[position + 1] : Lexicon.end
    func add(_ word: UInt16?, _ posterior: Float) {
      guard let word, options.count < Self.most else { return }
      let prior = log(max(posterior, 1e-4))
      if let known = options.firstIndex(where: { $0.word == word }) {
        options[known].prior = max(options[known].prior, prior)
        return
      }
      options.append(
        .init(
          word: word, prior: prior, alone: memory.word(word),
          beside: memory.beside(word, before: before, after: after)))
    }
    add(part.word, part.posterior)
    for rival in part.rivals { add(rival.word, rival.posterior) }
  }
}
