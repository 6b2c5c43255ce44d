/// A decoded text as the context model sees it: one row of words, and the places where words are open.
struct ContextText: Sendable {
  /// A part of a token whose reading is not sure.
  struct Place: Sendable {
    var line: Int
    var token: Int
    var part: Int
    /// In `words`.
    var position: Int
  }

  /// Numbers in the language model; `Lexicon.end` after each paragraph.
  private(set) var words: [UInt16] = []
  /// Of each word, whether the decoder was sure of it.
  private(set) var isSure: [Bool] = []
  private(set) var places: [Place] = []

  private static let sure: Float = 0.97
  /// Surer places are left as they are.
  private static let open: Float = 0.99

  init(_ text: DecodedText) {
    for range in text.paragraphs {
      for line in range {
        for token in text.lines[line].indices { add(text.lines[line][token], line, token) }
      }
      append(Lexicon.end, isSure: false)
    }
  }

  private mutating func add(_ token: DecodedToken, _ line: Int, _ index: Int) {
    for (number, part) in token.parts.enumerated() {
      if part.word != nil, part.posterior < Self.open, part.rivals.contains(where: { $0.word != nil }) {
        places.append(Place(line: line, token: index, part: number, position: words.count))
      }
      for word in part.words { append(word, isSure: part.posterior > Self.sure) }
    }
  }

  private mutating func append(_ word: UInt16, isSure sure: Bool) {
    words.append(word)
    isSure.append(sure)
  }
}
