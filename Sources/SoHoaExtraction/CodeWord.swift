import SoHoaModel

/// Numbers and codes are read as they were observed: restoration knows words, not codes.
enum CodeWord {
  /// The current reading of a word; of a code the observed one, in which only Đ may have got its stroke back.
  static func text(of word: Word) -> String {
    let observed = word.observed.text
    guard !word.revisions.isEmpty, observed != word.text, !word.text.isEmpty, isCode(observed) else {
      return word.text
    }
    return crossed(observed, like: word.text)
  }

  /// How sure the reading is that `text` gives.
  static func confidence(of word: Word) -> Double {
    text(of: word) == word.text ? word.confidence : word.observed.confidence
  }

  /// Digits or capitals joined by strokes or hyphens (`57-NQ/TW`, `t/h`), or capitals without a vowel (`KTN`).
  static func isCode(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    let capitals = letters.filter(\.isUppercase).count
    let digits = text.filter { $0.isASCII && $0.isNumber }.count
    if digits > letters.count { return true }
    if text.contains("/") { return capitals >= 2 || text.contains { $0.isNumber } || letters.count <= 3 }
    if text.contains("-"), capitals >= 3, capitals == letters.count { return true }
    return (2...6).contains(letters.count) && capitals == letters.count
      && !letters.contains { "AEIOUYĂÂÊÔƠƯ".contains($0) || !$0.isASCII && $0 != "Đ" }
  }

  private static func crossed(_ observed: String, like restored: String) -> String {
    guard observed.count == restored.count else { return observed }
    return String(zip(observed, restored).map { $0 == "D" && $1 == "Đ" ? $1 : $0 })
  }
}
