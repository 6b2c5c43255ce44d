import SoHoaModel

/// A place in the print where number, day or month are filled in, between the words that stand around it.
struct FormBlank: Hashable, Sendable {
  var slot: HandReading.Slot
  /// Where the words around end and begin, in pixels of the prepared picture.
  var left, right: Double
  var type: TypeSize
  /// How much of the print behind it is shown with it, in ems.
  var after = 1.0
  /// False where its end is a guess: the engine ran the hand into the print, and made other marks of it.
  var isSure = true
  /// What the engine read there: words that lie in it, or reach into it.
  var words: [Word]

  /// - Parameter isSure: whether the words at both of its ends are there.
  func sure(_ isSure: Bool) -> Self {
    var blank = self
    blank.isSure = self.isSure && isSure
    return blank
  }

  /// As wide as the ink in it.
  func reaching(over ink: BoundingBox) -> Self {
    var blank = self
    let edge = Self.edge * type.em
    blank.left = min(left, Double(ink.left) - edge)
    blank.right = max(right, Double(ink.right) + edge)
    return blank
  }

  /// Paper around ink, in ems.
  private static let edge = 0.1

  /// Whether ink surely ends where the print around begins: else digits may lie behind what was taken for print.
  func holds(_ ink: BoundingBox) -> Bool {
    let room = Self.overlap * type.em
    return isSure && Double(ink.left) >= left - room && Double(ink.right) <= right + room
  }

  /// The engine is sure of what it read.
  static let sure = 0.9

  /// Digits that alone stand in the blank and that the engine is sure of; nil where it read anything else.
  var print: (text: String, confidence: Double)? {
    guard let word = alone, word.confidence >= Self.sure, word.text == LookAlikes.digits(word.text) else {
      return nil
    }
    return (word.text, word.confidence)
  }

  /// What alone stands in the blank, if that may be digits.
  var alone: Word? {
    words.count == 1 && LookAlikes.digits(words[0].text) != nil ? words[0] : nil
  }

  /// Whether ink stands in the blank, on its line.
  func surrounds(_ ink: BoundingBox) -> Bool {
    let room = Self.overlap * type.em
    return Double(ink.left) >= left - room && Double(ink.right) <= right + room
      && (type.base - type.em...type.base + room).contains(Double(ink.midY))
  }

  /// Hands run a little into the print, in ems.
  private static let overlap = 0.4
}
