import SoHoaModel
import SoHoaVietnamese

/// Tells text that is not Vietnamese: too few of its words are Vietnamese syllables even with their marks
/// taken off.
struct LanguageCheck: Sendable {
  /// Share of words below which a text is held to be in another language.
  static let leastShare = 0.5
  /// Fewer words tell nothing.
  static let leastWords = 30
  /// Syllables that the corpus has less often than this may be foreign words.
  private static let leastCount = 500

  /// Well-formed syllables without their marks.
  private let syllables: Set<String>

  init(lexicon: Lexicon) {
    let entries = (0..<lexicon.count).lazy.map { lexicon.entry(at: $0) }
    syllables = Set(
      entries.filter { $0.count >= Self.leastCount && Syllable($0.text) != nil }.map { searchFold($0.text) })
  }

  func findings(_ pages: [Page]) -> [Finding] {
    let words = pages.flatMap(\.words).map { $0.observed.text.filter(\.isLetter) }.filter { $0.count > 1 }
    guard words.count >= Self.leastWords else { return [] }
    let known = words.count { syllables.contains(searchFold($0)) }
    let share = Double(known) / Double(words.count)
    guard share < Self.leastShare else { return [] }
    return [Finding(.warning, "text.notVietnamese", Self.message(share))]
  }

  private static func message(_ share: Double) -> Message {
    let percent = Int((share * 100).rounded())
    return Message(
      en: "only \(percent) % of the words could be Vietnamese; check the page, or give --language eng",
      vi: "chỉ \(percent) % số từ có thể là tiếng Việt; hãy xem lại trang, hoặc dùng --language eng")
  }
}
