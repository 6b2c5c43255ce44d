import SoHoaModel

/// Gives lines in capitals their Roman numeral back, where the engine dropped it or read letters (`HH.`, `TII.`).
///
/// What the engine read stays beside it. Digits stay as they are.
struct LostNumerals {
  let picture: Raster

  func restored(_ lines: [RecognisedLine]) -> [RecognisedLine] { lines.map(restored) }

  private func restored(_ line: RecognisedLine) -> RecognisedLine {
    guard let first = line.words.first else { return line }
    if Self.isDoubtful(first.text), let replaced = replaced(line) { return replaced }
    return Self.isCapitals(first.text) ? preceded(line) : line
  }

  // MARK: Read as something else

  private func replaced(_ line: RecognisedLine) -> RecognisedLine? {
    guard line.words.count > 1, Self.isCapitals(line.words[1].text) else { return nil }
    let (word, next) = (line.words[0], line.words[1])
    let box = word.box
    let place = BoundingBox(
      left: max(0, box.left - 2), top: box.top, right: min(next.box.left, picture.width), bottom: box.bottom)
    guard let found = numeral(in: place, beside: next), found.text != word.text,
      abs(box.right - found.box.right) <= box.height / 3
    else { return nil }
    var line = line
    line.words[0].text = found.text
    line.words[0].others.insert(word.asOther, at: 0)
    line.words[0].model = Self.model
    line.words[0].box = found.box
    line.words[0].confidence = Self.confidence
    return line
  }

  /// Short, and no number: the ink decides.
  private static func isDoubtful(_ text: String) -> Bool {
    let letters = text.filter { $0.isLetter || $0.isNumber }
    return letters.count <= 5 && !(letters.allSatisfy(\.isNumber) && !letters.isEmpty)
  }

  // MARK: Dropped

  /// A numeral stands before the line's first word, or in its box.
  private func preceded(_ line: RecognisedLine) -> RecognisedLine {
    let word = line.words[0]
    guard let found = dropped(before: word) ?? dropped(within: word) else { return line }
    var line = line
    line.words[0].box.left = max(word.box.left, found.box.right)
    line.words.insert(
      RecognisedWord(text: found.text, confidence: Self.confidence, box: found.box, model: Self.model), at: 0)
    return line
  }

  /// The engine has no letter for what its box begins with.
  private func dropped(within word: RecognisedWord) -> NumeralInk? {
    guard let found = numeral(in: word.box, beside: word), word.text.first != "I",
      found.box.right - word.box.left < word.box.width / 2
    else { return nil }
    return found
  }

  /// Nothing stands before the numeral.
  private func dropped(before word: RecognisedWord) -> NumeralInk? {
    let height = word.box.height
    let place = BoundingBox(
      left: max(0, word.box.left - Self.reach * height), top: word.box.top, right: word.box.left,
      bottom: word.box.bottom)
    guard place.width > height / 2, let found = numeral(in: place, beside: word),
      word.box.left - found.box.right < height, found.box.left - place.left > height / 2 || place.left == 0
    else { return nil }
    return found
  }

  /// How far before a line a numeral is looked for, in heights of its first word.
  private static let reach = 4

  // MARK: Both

  /// - Parameter word: of the same line, in capitals, marks and all.
  private func numeral(in place: BoundingBox, beside word: RecognisedWord) -> NumeralInk? {
    let height = Double(word.box.height)
    return NumeralInk(picture, in: place, height: 0.45 * height...1.1 * height)
  }

  private static func isCapitals(_ text: String) -> Bool {
    text.count { $0.isLetter } >= 2 && !text.contains(where: \.isLowercase) && text.first?.isLetter == true
  }

  private static let model = "ink"
  /// Of a numeral that the ink shows; counted on rendered pages (docs/decisions/0006-recognition.md).
  private static let confidence = 0.95
}
