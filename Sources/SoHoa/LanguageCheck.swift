import SoHoaModel
import SoHoaVietnamese

/// Reports text that is not Vietnamese; restoration leaves it alone.
struct LanguageCheck: Sendable {
  let guess: LanguageGuess

  func findings(_ pages: [Page]) -> [Finding] {
    let words = pages.flatMap(\.words).map(\.observed.text)
    guard guess.isForeign(words), let share = guess.vietnameseShare(of: words) else { return [] }
    return [Finding(.warning, "text.notVietnamese", Self.message(share))]
  }

  private static func message(_ share: Double) -> Message {
    let percent = Int((share * 100).rounded())
    return Message(
      en: "only \(percent) % of the words could be Vietnamese; the text is left as it is; check the page, or"
        + " give --language eng",
      vi: "chỉ \(percent) % số từ có thể là tiếng Việt; văn bản được giữ nguyên; hãy xem lại trang, hoặc dùng"
        + " --language eng")
  }
}
