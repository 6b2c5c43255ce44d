import SoHoaModel
import SoHoaVietnamese

/// Tells text that is not Vietnamese: most of its words could not be Vietnamese syllables even without
/// their marks.
struct LanguageCheck: Sendable {
  /// Share of words below which a text is held to be in another language. Ruined Vietnamese stays above
  /// 0.6, English prose below 0.4.
  static let leastShare = 0.5
  /// Fewer words tell nothing.
  static let leastWords = 30

  func findings(_ pages: [Page]) -> [Finding] {
    let words = pages.flatMap(\.words).map { $0.observed.text.filter(\.isLetter) }.filter { $0.count > 1 }
    guard words.count >= Self.leastWords else { return [] }
    let share = Double(words.count(where: couldBeSyllable)) / Double(words.count)
    guard share < Self.leastShare else { return [] }
    return [Finding(.warning, "text.notVietnamese", Self.message(share))]
  }

  private func couldBeSyllable(_ word: String) -> Bool {
    Syllable(searchFold(word)) != nil
  }

  private static func message(_ share: Double) -> Message {
    let percent = Int((share * 100).rounded())
    return Message(
      en: "only \(percent) % of the words could be Vietnamese; check the page, or give --language eng",
      vi: "chỉ \(percent) % số từ có thể là tiếng Việt; hãy xem lại trang, hoặc dùng --language eng")
  }
}
