import SoHoaModel

/// Reads doubtful lines again with another model and takes, word by word, what is likelier.
///
/// Each model has its own misreadings: on pages rendered for it, one word in five that the first got wrong
/// was right in the second (docs/decisions/0006-recognition.md).
struct SecondReading {
  /// Lines worth another reading, neighbours together.
  static func places(_ lines: [RecognisedLine]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in lines.indices where isDoubtful(lines[index]) {
      if let last = groups.last?.last, last == index - 1, !lines[index].startsBlock,
        lines[index].role == lines[last].role
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  /// Some of it is likely wrong, but it is text.
  private static func isDoubtful(_ line: RecognisedLine) -> Bool {
    let sure = line.words.count { $0.confidence >= doubt }
    return sure * 2 >= line.words.count && line.words.contains { $0.confidence < worthTheTime }
  }

  /// A word with a smaller chance to be right has its line read again. With `doubt` for it, two lines in five
  /// more are read again and no more words are right.
  private static let worthTheTime = 0.6

  /// The rectangle to read again, a little larger than the lines.
  static func region(_ lines: some Sequence<RecognisedLine>, in picture: Raster) -> PageRegion? {
    let lines = Array(lines)
    guard let box = lines.compactMap(\.box).union(), let role = lines.first?.role else { return nil }
    let margin = max(4, box.height / lines.count / 5)
    let region = BoundingBox(
      left: max(0, box.left - 2 * margin), top: max(0, box.top - margin),
      right: min(picture.width, box.right + 2 * margin), bottom: min(picture.height, box.bottom + margin))
    return PageRegion(region, role: role, lineCount: lines.count)
  }

  /// Words with a smaller chance to be right make a line doubtful.
  private static let doubt = 0.8

  private let words: [RecognisedWord]

  /// - Parameter lines: as the other model read the place.
  init(_ lines: [RecognisedLine]) { words = lines.flatMap(\.words) }

  /// The line with what is likelier of both readings, the other kept beside it.
  func merged(into line: RecognisedLine) -> RecognisedLine {
    var line = line
    line.words = line.words.flatMap(merged)
    return line
  }

  private func merged(_ word: RecognisedWord) -> [RecognisedWord] {
    let parts = words.filter {
      word.box.overlap($0.box) * 2 > $0.box.area && word.box.holdsMiddle(of: $0.box)
    }
    if parts.count > 1, isCut(word, into: parts) { return parts }
    guard let other = words.max(by: { word.box.likeness($0.box) < word.box.likeness($1.box) }),
      word.box.likeness(other.box) > 0.5
    else { return [word] }
    return [judged(word, other)]
  }

  /// Words that run into one another in one reading, and stand apart in the other; never a number.
  private func isCut(_ word: RecognisedWord, into parts: [RecognisedWord]) -> Bool {
    let letters = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
    let cut = parts.map(\.text).joined()
    return word.confidence < Self.doubt && parts.allSatisfy { $0.confidence > word.confidence }
      && !(word.text + cut).contains(where: \.isNumber) && letters(word.text).count == letters(cut).count
  }

  /// Digits stay as the first reading has them: the models differ most in what they make of numbers.
  private func judged(_ word: RecognisedWord, _ other: RecognisedWord) -> RecognisedWord {
    let (p, q) = (word.confidence, other.confidence)
    if word.text == other.text {
      var word = word
      // Half of what two independent witnesses would add: both models stumble over the same specks.
      word.confidence = (max(p, q) + 1 - (1 - p) * (1 - q)) / 2
      return word
    }
    let agreesOnDigits = word.text.filter(\.isNumber) == other.text.filter(\.isNumber)
    var (chosen, left) = q > p && agreesOnDigits ? (other, word) : (word, other)
    let (a, b) = (chosen.confidence, left.confidence)
    chosen.box = word.box
    chosen.confidence = a * (1 - b) / max(a * (1 - b) + b * (1 - a), .leastNonzeroMagnitude)
    chosen.others += [left.asOther]
    return chosen
  }
}

extension BoundingBox {
  /// Shared area over the area of both.
  fileprivate func likeness(_ other: BoundingBox) -> Double {
    let shared = overlap(other)
    return Double(shared) / Double(max(1, area + other.area - shared))
  }
}
