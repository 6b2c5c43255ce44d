import SoHoaModel

/// `Phụ lục`, `PHỤ LỤC II`, `Phụ lục số 01` on a line of its own.
enum AnnexLabel {
  private static let phrase = Phrase("Phụ lục")

  static func read(_ segment: Segment) -> Label? {
    guard segment.words.count <= 6, let match = phrase.match(at: 0, in: segment.folded),
      segment.words[0].text.first?.isUppercase == true
    else { return nil }
    var index = match.words.upperBound
    if index < segment.words.count, Folding.shape(segment.words[index].text) == Folding.shape("số") {
      index += 1
    }
    guard index < segment.words.count else { return label(nil, words: index) }
    let core = segment.words[index].text.prefix { $0.isLetter || $0.isNumber }
    guard let value = Int(core) ?? RomanNumeral.value(String(core))?.value,
      index + 1 == segment.words.count || segment.words[index].text.hasSuffix(".")
        || segment.words[index].text.hasSuffix(":") || segment.isCapitals
    else { return nil }
    return label((value, String(core)), words: index + 1)
  }

  private static func label(_ number: (Int, String)?, words: Int) -> Label {
    Label(
      kind: .annex, path: number.map { [$0.0] } ?? [], printed: "Phụ lục" + (number.map { " \($0.1)" } ?? ""),
      words: words)
  }
}
