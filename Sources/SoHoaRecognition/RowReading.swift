import SoHoaModel

/// What was read from one row.
struct RowReading {
  let words: [RecognisedWord]

  /// Unsure words at the ends stay: half a line shall never pass for a whole one, least of all a name.
  ///
  /// - Parameters:
  ///   - lines: in pixels of the prepared page.
  ///   - others: words that were read there before; they stay as they are.
  init(_ lines: [RecognisedLine], without others: [BoundingBox]) {
    let read = WordFilter().run(lines).flatMap(\.words).filter { word in
      !others.contains { $0.holdsMiddle(of: word.box) }
    }
    let text = read.indices.filter { Self.letters(read[$0]) > 0 }
    words = text.isEmpty ? [] : Array(read[text[0]...text[text.count - 1]])
  }

  /// How much of the reading is surely right: the fewer letters are doubtful, the better.
  var share: Int {
    words.map { $0.confidence >= Self.sure ? Self.letters($0) : -Self.letters($0) }.reduce(0, +)
  }

  /// At least half of it is surely words, and four letters more are sure than doubtful.
  var isText: Bool {
    let sure = words.filter { $0.confidence >= Self.sure }
    return sure.count * 2 >= words.count && share >= 4 && sure.contains { Self.letters($0) >= 2 }
  }

  private static func letters(_ word: RecognisedWord) -> Int {
    word.text.count { $0.isLetter || $0.isNumber }
  }

  private static let sure = 0.8
}
