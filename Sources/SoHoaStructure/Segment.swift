import SoHoaModel

/// Words that stand together on one printed line, in one column.
struct Segment: Sendable {
  enum Column: Sendable { case left, right, full }

  let words: [Word]
  /// The words as they read now.
  let text: String
  /// Characters of the text.
  let length: Int
  /// Nearly all letters are capitals.
  let isCapitals: Bool
  let page: Int
  /// Position among the page's lines, from 0.
  let row: Int
  var column: Column = .full
  /// The line begins a block: an empty line (or a change of region) stands before it.
  var startsBlock = false
  /// Of the block that it stands in.
  var blockKind = Block.Kind.text
  /// Spaces before the first word, in text.
  var indent = 0
  var box: BoundingBox?
  let folded: FoldedText

  init(words: [Word], page: Int, row: Int) {
    self.words = words
    text = Passage(words).text
    length = text.count
    isCapitals = Capitals.share(of: words[...]) >= 0.8
    self.page = page
    self.row = row
    box = words.compactMap(\.box).union()
    folded = FoldedText(words)
  }

  var passage: Passage { Passage(words) }
  var isEmpty: Bool { folded.bytes.isEmpty }

  /// A part of the segment.
  func slice(_ range: Range<Int>, column: Column? = nil) -> Segment {
    var part = Segment(words: Array(words[range]), page: page, row: row)
    part.column = column ?? self.column
    part.startsBlock = startsBlock && range.lowerBound == 0
    part.blockKind = blockKind
    part.indent = range.lowerBound == 0 ? indent : 0
    return part
  }
}

/// How much of a text is set in capitals.
enum Capitals {
  /// Share of capitals among the letters; 0 if there is none.
  static func share(of words: ArraySlice<Word>) -> Double {
    var capitals = 0
    var letters = 0
    for word in words {
      for scalar in word.text.unicodeScalars where scalar.properties.isAlphabetic {
        letters += 1
        if scalar.properties.isUppercase { capitals += 1 }
      }
    }
    return letters == 0 ? 0 : Double(capitals) / Double(letters)
  }

  static func isCapitals(_ words: ArraySlice<Word>) -> Bool { share(of: words) >= 0.8 }
}
