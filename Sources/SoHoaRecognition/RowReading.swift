import SoHoaModel

/// What was read from one row.
struct RowReading {
  let words: [RecognisedWord]

  /// - Parameters:
  ///   - lines: in pixels of the prepared page.
  ///   - clear: the row as far as nothing touches it. Beyond it letters may be hidden: what was read there stays,
  ///     however unsure, so that half a line never passes for a whole one.
  ///   - others: words that were read there before; they stay as they are.
  init(_ lines: [RecognisedLine], clear: BoundingBox, without others: [BoundingBox]) {
    let read = WordFilter().run(lines).flatMap(\.words).filter { word in
      !others.contains { $0.holdsMiddle(of: word.box) }
    }
    let edge = clear.height / 2
    let stays = { (word: RecognisedWord) in
      let isHidden = word.box.left < clear.left - edge || word.box.right > clear.right + edge
      return Self.letters(word) > 0 && (word.confidence >= Self.likely || isHidden)
    }
    if let first = read.firstIndex(where: stays), let last = read.lastIndex(where: stays) {
      words = Array(read[first...last])
    } else {
      words = []
    }
  }

  /// How much of the reading is surely right: the fewer letters are doubtful, the better.
  var share: Int {
    words.map { $0.confidence >= Self.sure ? Self.letters($0) : -Self.letters($0) }.reduce(0, +)
  }

  /// At least half of it is surely words.
  var isText: Bool {
    let sure = words.filter { $0.confidence >= Self.sure }
    return sure.count * 2 >= words.count && share >= 4 && sure.contains { Self.letters($0) >= 2 }
  }

  private static func letters(_ word: RecognisedWord) -> Int {
    word.text.count { $0.isLetter || $0.isNumber }
  }

  private static let sure = 0.8
  private static let likely = 0.5
}
