/// What a word holds of the symbol of a document: all that stands behind the number, `/KH-SYT`, `-NQ/TU`,
/// `/2025/NĐ-CP`.
struct SymbolTail {
  private let text: Substring
  private let word: PlacedWord

  /// - Returns: nil for a word without a symbol.
  init?(_ word: PlacedWord) {
    let all = word.text[...]
    self.word = word
    if all == "/" || all == "-" || all.first.map("/-".contains) == true && Self.isCode(all) {
      text = all
      return
    }
    let stroke = all.indices.first { "/-".contains(all[$0]) && Self.leads(all[$0...].dropFirst()) }
    guard let stroke else { return nil }
    let before = all[..<stroke]
    text = !before.isEmpty && before.allSatisfy(\.isUppercase) ? all : all[stroke...]
  }

  private static func isCode(_ text: Substring) -> Bool {
    text.count(where: \.isUppercase) >= 2 && text.allSatisfy(isPart)
  }

  /// Of a number or a code; what the engine makes of a hand before it has other marks in it.
  private static func isPart(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || "/-–.…:&".contains(letter)
  }

  /// A code follows, or a year and another stroke.
  private static func leads(_ rest: Substring) -> Bool {
    let year = rest.prefix(while: \.isNumber)
    let isYear = year.count == 4 && rest.dropFirst(4).first == "/"
    return isCode(rest) && (isYear || rest.first?.isUppercase == true)
  }

  /// Nothing stands before it in the word.
  var isWhole: Bool { text.count == word.text.count }

  /// What stands before it is neither number nor code: where it begins is not sure.
  var isMixed: Bool { !word.text.allSatisfy(Self.isPart) }

  /// Digits of the year follow the stroke: they are not the number's.
  var hasYear: Bool { text.dropFirst().first?.isNumber == true }

  /// Where it begins, in pixels: reckoned from its end by its width where the word holds more.
  func left(em: Double) -> Double {
    isWhole
      ? Double(word.box.left) : max(Double(word.box.left), Double(word.box.right) - TypeWidth.of(text) * em)
  }
}
