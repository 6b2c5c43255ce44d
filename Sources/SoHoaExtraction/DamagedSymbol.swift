import SoHoaModel

/// Reads numbers and symbols that the grammar does not take because a scanner damaged them: a stroke read as a
/// letter (`192IKH-UBND`, `57-NQITW`), letters among the digits (`l92/KH-UBND`).
struct DamagedSymbol: Sendable {
  struct Reading: Sendable {
    let match: SymbolGrammar.Match
    /// What was taken for what.
    let changes: [CodeMender.Change]
    /// Digits had to be supposed: no value without a second witness.
    let isSupposed: Bool
  }

  /// What a stroke is read as.
  private static let strokes: Set<Character> = ["I", "l", "1", "|", "J", "T", "f"]
  private static let digits: [Character: Character] = [
    "l": "1", "I": "1", "i": "1", "|": "1", "O": "0", "o": "0", "Q": "0", "S": "5", "s": "5",
  ]

  let mender: CodeMender

  /// - Parameter named: the kind that is named before; without one only whole known symbols are read.
  func reading(_ text: TokenText, at start: Int, named: DocumentKind?) -> Reading? {
    guard let token = text.at(start), token.kind != .mark, token.kind != .word || isLookalike(token.text)
    else {
      return nil
    }
    return supposed(text, start, token) ?? fusedAtNumber(text, start, token, named)
      ?? fusedInSymbol(text, start, token)
  }

  private func isLookalike(_ text: String) -> Bool {
    text.count <= 4 && text.allSatisfy { $0.isNumber || Self.digits[$0] != nil }
  }

  // MARK: Letters among the digits

  private func supposed(_ text: TokenText, _ start: Int, _ token: Token) -> Reading? {
    guard token.kind != .number, isLookalike(token.text),
      let tail = SymbolGrammar().symbol(text, at: start + 1), isSound(tail.groups)
    else { return nil }
    let number = String(token.text.map { Self.digits[$0] ?? $0 })
    return reading(
      number, tail.separator, tail.groups, tail.symbol, start..<tail.end,
      [.init(from: token.text, to: number)], isSupposed: true)
  }

  // MARK: Strokes

  /// `192IKH-UBND`: a `1` may be a digit too.
  private func fusedAtNumber(
    _ text: TokenText, _ start: Int, _ token: Token, _ named: DocumentKind?
  ) -> Reading? {
    let number = token.text.prefix { $0.isASCII && $0.isNumber }
    let rest = token.text.dropFirst(number.count)
    guard (1...5).contains(number.count), let stroke = rest.first, Self.strokes.contains(stroke) else {
      return nil
    }
    let code = String(rest.dropFirst())
    guard isKindOrBody(code, named) else { return nil }
    let tail = SymbolGrammar().symbol(text, at: start + 1)
    guard let tail, isSound(tail.groups) else { return nil }
    return reading(
      String(number), "/", [code] + tail.groups, code + tail.separator + tail.symbol, start..<tail.end,
      [.init(from: token.text, to: "\(number)/\(code)")], isSupposed: false)
  }

  private func isKindOrBody(_ code: String, _ named: DocumentKind?) -> Bool {
    code.count >= 2
      && (mender.isKind(code) || mender.isKnown(code) || named.map { Codes.agree(code, $0.code) } == true)
  }

  /// `57-NQITW`
  private func fusedInSymbol(_ text: TokenText, _ start: Int, _ token: Token) -> Reading? {
    guard token.kind == .number, let mark = text.at(start + 1), mark.text == "-", !mark.hasSpaceBefore,
      let group = text.at(start + 2), !group.hasSpaceBefore, let parts = split(group.text)
    else { return nil }
    return reading(
      token.text, "-", parts, parts.joined(separator: "/"), start..<(start + 3),
      [.init(from: group.text, to: parts.joined(separator: "/"))], isSupposed: false)
  }

  /// A kind's code and a body's symbol with a letter for the stroke between them.
  private func split(_ group: String) -> [String]? {
    let letters = Array(group)
    guard letters.count >= 5, !mender.isKnown(group) else { return nil }
    for middle in 2..<(letters.count - 1) where Self.strokes.contains(letters[middle]) {
      let parts = [String(letters[..<middle]), String(letters[(middle + 1)...])]
      if mender.isKind(parts[0]), mender.gazetteer.bodySymbols.contains(parts[1]) { return parts }
    }
    return nil
  }

  private func isSound(_ groups: [String]) -> Bool { groups.contains { mender.isKnown($0) || $0.count >= 3 } }

  private func reading(
    _ number: String, _ separator: String, _ groups: [String], _ symbol: String, _ tokens: Range<Int>,
    _ changes: [CodeMender.Change], isSupposed: Bool
  ) -> Reading {
    let match = SymbolGrammar.Match(
      number: number, symbol: symbol, full: number + separator + symbol, tokens: tokens, groups: groups,
      damage: isSupposed ? 0.4 : 0.1)
    return Reading(match: match, changes: changes, isSupposed: isSupposed)
  }
}
