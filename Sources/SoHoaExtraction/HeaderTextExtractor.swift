import SoHoaModel
import SoHoaStructure
import SoHoaVietnamese

/// The fields that are a cell's words as printed: bodies, title, urgency, secrecy, addressees.
struct HeaderTextExtractor: Sendable {
  let phrases: FormPhrases
  let bodyNames: BodyNames

  func body(_ kind: CellKind, _ sheet: Sheet, rule: String) -> Field<String>? {
    let text = sheet.joined(kind)
    let range = Trimming.content(text, text.indices, extra: ["~", "_", "*", "°", "'", "."])
    guard !range.isEmpty else { return nil }
    let printed = text.text(range)
    let value = bodyNames.value(sheet.lines(kind), printed: printed)
    let isSpelledAlike = Folding.folded(value) == Folding.folded(printed)
    let certainty = Wellformed.certainty(value == printed ? 0.97 : isSpelledAlike ? 0.9 : 0.75, text, range)
    return sheet.fields.field(
      text, range, value: value, certainty: certainty, rule: rule,
      alternatives: value == printed ? [] : [printed])
  }

  /// The subject without `V/v`.
  func title(_ sheet: Sheet) -> Field<String>? {
    let text = sheet.joined(.title)
    let mark =
      sheet.lines(.documentKind).isEmpty && text.says(["ve", "viec"], at: 0) ? 2 : SubjectMark.count(text)
    let range = Trimming.content(text, mark..<text.count, extra: ["_", "~", "*"])
    guard !range.isEmpty else { return nil }
    return sheet.fields.field(
      text, range, value: text.text(range), certainty: Wellformed.certainty(0.97, text, range),
      rule: "title/cell")
  }

  /// `HỎA TỐC`, `MẬT`: as the table of forms writes it.
  func mark(_ kind: CellKind, _ role: FormPhrases.Role, _ sheet: Sheet, rule: String) -> Field<String>? {
    let text = sheet.joined(kind)
    guard text.count > 0 else { return nil }
    let folded = FoldedText(text.words)
    let known = phrases[role].compactMap { phrase in phrase.find(in: folded).map { (phrase, $0) } }
    guard let best = known.max(by: { $0.1.words.count < $1.1.words.count }) else { return nil }
    return sheet.fields.field(text, text.indices, value: best.0.text, certainty: 0.95, rule: rule)
  }

  /// `Kính gửi:` one on its line, or one a line with `-` and `;`.
  func addressees(_ sheet: Sheet) -> [Field<String>] {
    var items: [[Word]] = []
    for (index, line) in sheet.lines(.addressees).enumerated() {
      var words = line.words[...]
      if index == 0, let match = phrases.match(.addressees, in: FoldedText(line.words)) {
        words = words[match.words.upperBound...]
        while let first = words.first?.text, first == ":" || first.isEmpty { words = words.dropFirst() }
      }
      guard let first = words.first?.text, !(index == 0 && isTelegramHead(line)) else { continue }
      let begins = first.hasPrefix("-") || first.hasPrefix("–") || items.isEmpty || ends(items.last)
      if begins { items.append(Array(words)) } else { items[items.count - 1] += words }
    }
    return items.flatMap { split($0) }.compactMap { field(TokenText($0), sheet) }
  }

  /// `CHỦ TỊCH ỦY BAN NHÂN DÂN … điện:`
  private func isTelegramHead(_ line: TokenText) -> Bool {
    line.count > 2 && line[line.count - 1].text == ":" && line[line.count - 2].folded == "dien"
  }

  private func ends(_ words: [Word]?) -> Bool { words?.last?.text.hasSuffix(";") ?? true }

  /// Several on one line: `- Sở A; - Sở B`.
  private func split(_ words: [Word]) -> [[Word]] {
    var parts: [[Word]] = [[]]
    for word in words {
      parts[parts.count - 1].append(word)
      if word.text.hasSuffix(";") { parts.append([]) }
    }
    return parts.filter { !$0.isEmpty }
  }

  private func field(_ text: TokenText, _ sheet: Sheet) -> Field<String>? {
    let range = Trimming.content(text, text.indices)
    guard !range.isEmpty else { return nil }
    return sheet.fields.field(
      text, range, value: text.text(range), certainty: Wellformed.certainty(0.95, text, range),
      rule: "addressees/list")
  }
}

/// Doubt in texts that hold what is no syllable: words that ran together or came apart.
enum Wellformed {
  static func certainty(_ certainty: Double, _ text: TokenText, _ range: Range<Int>) -> Double {
    text.tokens[range].allSatisfy(isSound) ? certainty : 0.75 * certainty
  }

  private static func isSound(_ token: Token) -> Bool {
    switch token.kind {
    case .mixed: return token.text.count < 4
    case .word where token.isCapitals && token.text.count >= longestCapitals:
      return Syllable(token.text.lowercased()) != nil
    case .word: return token.isCapitalised || token.text.count == 1 || Syllable(token.text) != nil
    default: return true
    }
  }

  /// Shorter ones may be abbreviations: `UBND`.
  private static let longestCapitals = 6
}

/// Takes marks off the ends of a range of tokens.
enum Trimming {
  private static let leading: Set<String> = [
    "-", "–", "—", "•", "*", "+", ":", ".", ",", ";", "…", "~", "ˆ", "^", "¬", "»",
  ]
  private static let trailing: Set<String> = [".", ",", ";", ":", "-", "–", "…", "/"]

  static func content(_ text: TokenText, _ range: Range<Int>, extra: Set<String> = []) -> Range<Int> {
    var range = range
    while let first = range.first, text[first].kind == .mark,
      leading.contains(text[first].text) || extra.contains(text[first].text)
    { range = (first + 1)..<range.upperBound }
    while let last = range.last, text[last].kind == .mark,
      trailing.contains(text[last].text) || extra.contains(text[last].text)
    { range = range.lowerBound..<last }
    return range
  }
}
