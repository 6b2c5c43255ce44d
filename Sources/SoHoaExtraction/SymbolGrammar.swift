import SoHoaModel

/// Number and symbol of a document (số, ký hiệu) as a grammar over tokens:
///
///     reference := number [letter] sep symbol
///     symbol    := group (sep group)*
///     group     := year | CODE            CODE with small letters only in TTg, CTr, TTr, QyĐ, TrS
///     sep       := "/" | "-" | "–"        with spaces around it, or broken over a line
struct SymbolGrammar: Sendable {
  struct Match: Hashable, Sendable {
    let number: String
    let symbol: String
    /// `167/KH-SYT`
    let full: String
    let tokens: Range<Int>
    /// Groups of the symbol: `["KH", "SYT"]`.
    let groups: [String]
    /// 0: as it should be.
    let damage: Double
  }

  /// Groups that a symbol may have.
  static let longest = 7

  /// The whole, beginning at a number.
  /// - Parameter isAnnounced: a kind or `số` stands before it, so that spaces may stand around the first stroke.
  func match(_ text: TokenText, at start: Int, isAnnounced: Bool = false) -> Match? {
    guard let first = text.at(start), let number = number(first) else { return nil }
    guard let tail = symbol(text, at: start + 1, isAnnounced: isAnnounced) else { return nil }
    return Match(
      number: number, symbol: tail.symbol, full: number + tail.separator + tail.symbol,
      tokens: start..<tail.end, groups: tail.groups, damage: tail.damage)
  }

  struct Tail: Sendable {
    var separator: String
    var symbol = ""
    var groups: [String] = []
    var end: Int
    var damage = 0.0
  }

  /// From the first separator on: `/KH-SYT`.
  func symbol(_ text: TokenText, at start: Int, isAnnounced: Bool = false) -> Tail? {
    guard let first = separator(text.at(start)) else { return nil }
    var tail = Tail(separator: first, end: start)
    var position = start
    while tail.groups.count < Self.longest, let mark = separator(text.at(position)),
      let group = group(
        text, after: position, isFirst: tail.groups.isEmpty, isAnnounced: isAnnounced)
    {
      tail.symbol += (tail.groups.isEmpty ? "" : mark) + group.text
      tail.groups.append(group.text)
      tail.damage += group.damage
      position = group.end
      tail.end = position
    }
    guard tail.groups.contains(where: { $0.contains { $0.isLetter } }), !isCutShort(text, tail.end) else {
      return nil
    }
    return tail
  }

  /// The code goes on with something that is none (`NQ/TƯU`): half a symbol is worse than none.
  private func isCutShort(_ text: TokenText, _ end: Int) -> Bool {
    guard let mark = text.at(end), !mark.hasSpaceBefore, mark.text == "/" || mark.text == "-",
      let next = text.at(end + 1)
    else { return false }
    return !next.hasSpaceBefore && next.kind != .mark
  }

  /// `167`, `12a`
  private func number(_ token: Token) -> String? {
    if token.kind == .number, token.text.count <= 6 { return token.text }
    guard token.kind == .mixed, let last = token.text.last, isSuffix(last),
      token.text.count <= 6, token.text.dropLast().allSatisfy(\.isNumber)
    else { return nil }
    return token.text
  }

  /// `12a`, `945A`; not what digits are misread as.
  private func isSuffix(_ letter: Character) -> Bool {
    letter.isLowercase && letter != "l" && letter != "o" || "ACĐ".contains(letter)
  }

  private func separator(_ token: Token?) -> String? {
    switch token?.text {
    case "/": "/"
    case "-", "–", "—", "−": "-"
    default: nil
    }
  }

  private func group(
    _ text: TokenText, after position: Int, isFirst: Bool, isAnnounced: Bool
  ) -> (text: String, damage: Double, end: Int)? {
    guard let token = text.at(position + 1) else { return nil }
    let isSpaced = token.hasSpaceBefore
    let isSpacedBefore = text[position].hasSpaceBefore
    if token.kind == .number {
      guard token.text.count == 4, !(isSpaced && isSpacedBefore), isFirst, text.at(position + 2)?.text == "/"
      else { return nil }
      return (token.text, 0, position + 2)
    }
    if isFirst, !isSpaced, text.at(position + 2)?.text == "/", let year = Self.year(token.text) {
      return (year, 0.15, position + 2)
    }
    guard token.kind != .mark, Self.isCode(token.text) || !isFirst && Self.isUnit(token.text) else {
      return nil
    }
    if isSpaced, isSpacedBefore, !isFirst || text[position].text != "/" && !isAnnounced { return nil }
    let (code, end) = joined(token.text, text, position + 2)
    return (code, isSpaced ? 0.03 : 0, end)
  }

  /// `NN&MT`: codes joined by a mark.
  private func joined(_ code: String, _ text: TokenText, _ end: Int) -> (String, Int) {
    guard let mark = text.at(end), mark.text == "&", !mark.hasSpaceBefore, let next = text.at(end + 1),
      !next.hasSpaceBefore, Self.isCode(next.text)
    else { return (code, end) }
    return (code + "&" + next.text, end + 2)
  }

  /// `2O26`: a year in which O stands for 0.
  private static func year(_ text: String) -> String? {
    let digits = String(text.map { "Oo".contains($0) ? "0" : $0 })
    guard digits.count == 4, digits.hasPrefix("20") || digits.hasPrefix("19"), digits.allSatisfy(\.isNumber)
    else {
      return nil
    }
    return digits
  }

  /// `P1`: a unit by its number.
  private static func isUnit(_ text: String) -> Bool {
    guard text.count <= 3, let first = text.first else { return false }
    return first.isUppercase && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Capitals and digits; a small letter inside is allowed where custom has it.
  static func isCode(_ text: String) -> Bool {
    guard text.count <= 14, let first = text.first, first.isUppercase,
      text.unicodeScalars.allSatisfy({ $0.isASCII || $0 == "Đ" || $0 == "đ" })
    else { return false }
    let capitals = text.filter(\.isUppercase).count
    let small = text.filter(\.isLowercase).count
    if small == 0 { return capitals >= 2 || text.count == 1 }
    return small == 1 && capitals >= 2 && text.count <= 5
  }
}
