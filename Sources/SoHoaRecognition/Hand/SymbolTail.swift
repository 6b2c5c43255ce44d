/// What a word holds of the symbol of a document: all that stands behind the number, `/KH-SYT`, `-NQ/TU`,
/// `/2025/NĐ-CP`.
struct SymbolTail {
  private let text: Substring
  private let word: PlacedWord

  /// - Returns: nil for a word without a symbol.
  init?(_ word: PlacedWord) {
    let all = word.text[...]
    self.word = word
    guard all.count == 1 || all.count(where: \.isUppercase) >= 2 && all.allSatisfy(Self.isPart) else {
      return nil
    }
    if let first = all.first, "/-".contains(first), all.count > 1 {
      text = all
      return
    }
    let strokes = all.indices.filter { "/-".contains(all[$0]) }
    guard let stroke = strokes.first(where: { Self.leads(all[$0...].dropFirst()) }) else {
      guard all == "/" || all == "-" else { return nil }
      text = all
      return
    }
    let before = all[..<stroke]
    text = !before.isEmpty && before.allSatisfy(\.isUppercase) ? all : all[stroke...]
  }

  /// Of a number or a code; what the engine makes of a hand has other marks in it.
  private static func isPart(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || "/-–.…:&".contains(letter)
  }

  /// A code follows, or a year and another stroke.
  private static func leads(_ rest: Substring) -> Bool {
    let year = rest.prefix(while: \.isNumber)
    return rest.first?.isUppercase == true || year.count == 4 && rest.dropFirst(4).first == "/"
  }

  /// Nothing stands before it in the word.
  var isWhole: Bool { text.count == word.text.count }

  /// Digits of the year follow the stroke: they are not the number's.
  var hasYear: Bool { text.dropFirst().first?.isNumber == true }

  /// Where it begins, in pixels: reckoned from its end by its width where the word holds more.
  func left(em: Double) -> Double {
    isWhole
      ? Double(word.box.left) : max(Double(word.box.left), Double(word.box.right) - TypeWidth.of(text) * em)
  }
}
