/// One printed letter that an engine gives twice, as two letters that look alike: the Vietnamese models read
/// `QĐ` as `QĐÐ` or `NĐ` as `NÑĐ`, with Ð (eth) and Ñ, which Vietnamese does not have.
enum TwinLetters {
  /// The text with one Đ for each pair; the same text where there is none.
  static func folded(_ text: String) -> String {
    guard text.contains(where: strangers.contains), text.contains("Đ") else { return text }
    let letters = Array(text)
    let kept = letters.indices.filter { place in
      guard strangers.contains(letters[place]) else { return true }
      let isBeside = [place - 1, place + 1].contains { letters.indices.contains($0) && letters[$0] == "Đ" }
      return !isBeside
    }
    return String(kept.map { letters[$0] })
  }

  private static let strangers: Set<Character> = ["\u{D0}", "\u{D1}"]
}
