import SoHoaModel
import SoHoaStructure

/// Number and symbol of the document itself (ô 3). Blank stays blank; what is damaged becomes a value only
/// where kind and issuer of the document leave no doubt.
struct NumberExtractor: Sendable {
  struct Result: Sendable {
    var field: Field<DocumentNumber>?
    var tail: SymbolGrammar.Tail?
    var findings: [Finding] = []
  }

  let kinds: KindTable
  let gazetteer: Gazetteer

  func number(_ sheet: Sheet) -> Result {
    let text = sheet.joined(.documentNumber)
    let printed = printedNumber(sheet, text)
    guard let mark = sheet.hands.mark(.number, in: text) else { return printed }
    return printed.filled(by: mark)
  }

  /// What the engine read.
  private func printedNumber(_ sheet: Sheet, _ text: TokenText) -> Result {
    guard text.count > 0 else { return Result() }
    let titleKind = kinds.named(sheet.joined(.documentKind).words.map(\.text).joined(separator: " "))
    var parts = NumberParts(text)
    var tail = parts.symbolStart.flatMap { SymbolGrammar().symbol(text, at: $0) }
    var certainty = 0.99
    if let mended = fusedStroke(text, parts, titleKind) {
      (tail, certainty) = (mended.tail, 0.9)
      parts.symbolStart = mended.start
    }
    if let whole = tail, isIncomplete(whole, sheet) || isIllegible(whole, parts, text) {
      let keeps = !isIncomplete(whole, sheet) && isVouched(whole, titleKind)
      return unreadable(sheet, text, parts, whole, symbol: keeps ? whole.symbol : nil)
    }
    var alternatives: [String] = []
    if let printed = tail { (tail, certainty, alternatives) = crossed(printed, certainty, titleKind) }
    return result(sheet, text, parts, tail, certainty - (tail?.damage ?? 0), alternatives)
  }

  /// One group alone names a kind or a body, never both: the rest of the symbol was lost. Letters of small bodies
  /// have no second group (`19/BV`); on a scan it may still have been lost.
  private func isIncomplete(_ tail: SymbolGrammar.Tail, _ sheet: Sheet) -> Bool {
    guard tail.groups.count == 1 else { return false }
    let isLetter = sheet.lines(.documentKind).isEmpty && !sheet.lines(.addressees).isEmpty
    let isScan = sheet.joined(.documentNumber).words.contains { $0.box != nil }
    return !isLetter || isScan
      || !kinds.coded(tail.groups[0]).isEmpty && !gazetteer.bodySymbols.contains(tail.groups[0])
  }

  private func isIllegible(_ tail: SymbolGrammar.Tail, _ parts: NumberParts, _ text: TokenText) -> Bool {
    guard let start = parts.symbolStart, start < tail.end else { return false }
    return text.words(start..<tail.end).contains {
      CodeWord.confidence(of: $0) < PrintCheck.leastConfidenceInCode && $0.box != nil
    }
  }

  /// `Số: +5/BC-UBND`: a pen spoiled the word, but the code is that of the title's kind and the rest a known body's.
  private func isVouched(_ tail: SymbolGrammar.Tail, _ titleKind: [KindTable.Entry]) -> Bool {
    tail.groups.count == 2 && titleKind.contains { $0.kind.code == tail.groups[0] }
      && gazetteer.bodySymbols.contains(tail.groups[1])
  }

  /// - Parameter symbol: where title and known bodies vouch for it. Digits that stand in legible print are kept.
  private func unreadable(
    _ sheet: Sheet, _ text: TokenText, _ parts: NumberParts, _ tail: SymbolGrammar.Tail, symbol: String?
  ) -> Result {
    let number = legibleDigits(sheet, text, parts)
    let value = DocumentNumber(number: number, symbol: symbol, full: nil)
    let isEmpty = number == nil && symbol == nil
    let proposal = Self.value(number ?? parts.digits(text)?.value, tail, symbol: tail.symbol)
    let field = sheet.fields.field(
      text, text.indices, value: isEmpty ? nil : value, certainty: isEmpty ? 0.3 : 0.9,
      rule: "number/incomplete", alternatives: proposal == value ? [] : [proposal])
    return Result(field: field, tail: tail, findings: [NumberFindings.unreadable(text)])
  }

  /// Digits in words of their own: none of the symbol's.
  private func legibleDigits(_ sheet: Sheet, _ text: TokenText, _ parts: NumberParts) -> String? {
    guard let digits = parts.digits(text), let start = parts.symbolStart else { return nil }
    let words = text.words(digits.range)
    let check = PrintCheck(
      date: sheet.joined(.placeAndDate), number: text, sheet.index, handwriting: sheet.handwriting)
    let isApart = words.last.map { last in !text.words(start..<text.count).contains { $0.id == last.id } }
    return isApart == true && isLegible(digits.value, words, check) ? digits.value : nil
  }

  private func result(
    _ sheet: Sheet, _ text: TokenText, _ parts: NumberParts, _ tail: SymbolGrammar.Tail?, _ certainty: Double,
    _ symbols: [String]
  ) -> Result {
    var findings: [Finding] = []
    let digits = parts.digits(text)
    let check = PrintCheck(
      date: sheet.joined(.placeAndDate), number: text, sheet.index, handwriting: sheet.handwriting)
    let isSure = digits.map { isLegible($0.value, text.words($0.range), check) } ?? false
    let number = isSure ? digits!.value : nil
    if digits == nil {
      let isBlank = parts.isBlank(text)
      findings.append(isBlank ? NumberFindings.blank(text) : NumberFindings.unreadable(text))
    } else if !isSure {
      findings.append(NumberFindings.unreadable(text))
    }
    let value = Self.value(number, tail, symbol: tail?.symbol)
    var alternatives: [DocumentNumber] = []
    if !isSure, let proposal = digits?.value ?? parts.proposal(text) {
      alternatives.append(Self.value(proposal, tail, symbol: tail?.symbol))
    }
    alternatives += symbols.map { Self.value(number, tail, symbol: $0) }
    let isEmpty = number == nil && tail == nil
    let field = sheet.fields.field(
      text, text.indices, value: isEmpty ? nil : value, certainty: certainty, rule: "number/grammar",
      alternatives: alternatives)
    return Result(field: field, tail: tail, findings: findings)
  }

  /// Numbers below 10 are written with 0: a single digit on a scan may have lost its neighbour.
  private func isLegible(_ digits: String, _ words: ArraySlice<Word>, _ check: PrintCheck) -> Bool {
    let isCutShort = digits.count == 1 && words.contains { $0.box != nil }
    return !isCutShort && words.allSatisfy(check.isSure)
  }

  private static func value(_ number: String?, _ tail: SymbolGrammar.Tail?, symbol: String?) -> DocumentNumber
  {
    let full = number.flatMap { number in symbol.map { number + (tail?.separator ?? "/") + $0 } }
    return DocumentNumber(number: number, symbol: symbol, full: full)
  }

  // MARK: Damage

  /// `167 IKH-SYT`: the stroke was read as a letter; certain where the rest is the code of the title's kind.
  private func fusedStroke(
    _ text: TokenText, _ parts: NumberParts, _ titleKind: [KindTable.Entry]
  ) -> (tail: SymbolGrammar.Tail, start: Int)? {
    for position in parts.numberStart..<text.count {
      let token = text[position]
      guard token.kind != .mark, token.text.count > 1, "Il1|JT7".contains(token.text.first!) else { continue }
      let code = String(token.text.dropFirst())
      guard titleKind.contains(where: { Codes.agree(code, $0.kind.code) && !$0.kind.code.isEmpty }) else {
        continue
      }
      var tail = SymbolGrammar().symbol(text, at: position + 1) ?? .init(separator: "-", end: position + 1)
      guard !tail.groups.isEmpty else { return nil }
      tail.groups.insert(code, at: 0)
      tail.symbol = code + tail.separator + tail.symbol
      tail.separator = "/"
      return (tail, position)
    }
    return nil
  }

  /// Puts back the stroke of Đ where kind and known symbols leave no doubt, else proposes it.
  private func crossed(
    _ printed: SymbolGrammar.Tail, _ certainty: Double, _ titleKind: [KindTable.Entry]
  ) -> (SymbolGrammar.Tail, Double, [String]) {
    let mended = CodeMender(kinds: kinds, gazetteer: gazetteer).mend(
      printed.groups,
      named: titleKind.first { kind in printed.groups.contains { Codes.agree($0, kind.kind.code) } }?.kind)
    guard !mended.changes.isEmpty else { return (printed, certainty, []) }
    var tail = printed
    tail.groups = mended.groups
    tail.symbol = Self.join(tail.groups, like: printed)
    return (tail, min(certainty, 0.9), [printed.symbol])
  }

  private static func join(_ groups: [String], like printed: SymbolGrammar.Tail) -> String {
    var marks = printed.symbol.filter { $0 == "/" || $0 == "-" }[...]
    return groups.reduce("") { text, group in
      guard !text.isEmpty else { return group }
      return text + String(marks.popFirst() ?? "-") + group
    }
  }
}

/// The pieces of a number line: `Số`, digits, symbol.
struct NumberParts: Sendable {
  /// First token behind `Số:`.
  let numberStart: Int
  /// Digits that stand in one token with the word `Số` (`Số2624`).
  private let fused: String?
  /// Where the symbol begins, mostly with a separator.
  var symbolStart: Int?

  init(_ text: TokenText) {
    var start = 0
    var fused: String?
    for position in 0..<min(4, text.count) {
      let folded = text[position].folded
      if folded == "so" || folded == "s6" || folded == "s0" || folded == "sd" || folded == "sb" {
        start = position + 1
        break
      }
      if folded.hasPrefix("so"), folded.dropFirst(2).allSatisfy(\.isNumber), folded.count > 2 {
        fused = String(text[position].text.suffix(folded.count - 2))
        start = position + 1
        break
      }
    }
    while let token = text.at(start), token.kind == .mark, ":.;,".contains(token.text) { start += 1 }
    numberStart = start
    self.fused = fused
    symbolStart = (start..<max(start, text.count)).first { position in
      guard let mark = text.at(position)?.text, "/-–".contains(mark) else { return false }
      return SymbolGrammar().symbol(text, at: position) != nil
    }
  }

  /// The digits, if nothing else stands before the symbol.
  func digits(_ text: TokenText) -> (value: String, range: Range<Int>)? {
    let end = symbolStart ?? text.count
    if let fused, numberStart >= end || end == numberStart { return (fused, (numberStart - 1)..<numberStart) }
    let range = numberStart..<max(numberStart, end)
    let marks = text.tokens[range].filter { $0.kind == .mark }
    let rest = text.tokens[range].filter { $0.kind != .mark }
    guard rest.count == 1, marks.isEmpty else { return nil }
    let token = rest[0]
    if token.kind == .number, token.text.count <= 6 { return (token.text, range) }
    guard token.kind == .mixed, let last = token.text.last, "abcdđACĐ".contains(last),
      token.text.dropLast().allSatisfy(\.isNumber)
    else { return nil }
    return (token.text, range)
  }

  /// Nothing stands between `Số:` and the symbol but dots.
  func isBlank(_ text: TokenText) -> Bool {
    let range = numberStart..<max(numberStart, symbolStart ?? text.count)
    return fused == nil && text.tokens[range].allSatisfy { $0.kind == .mark }
  }

  /// What the number may be where letters stand among the digits.
  func proposal(_ text: TokenText) -> String? {
    let range = numberStart..<max(numberStart, symbolStart ?? text.count)
    let joined = text.tokens[range].filter { $0.kind != .mark }.map(\.text).joined()
    let mended = joined.map { character -> Character in
      switch character {
      case "l", "I", "i": "1"
      case "O", "o": "0"
      case "S", "s": "5"
      case "B": "8"
      default: character
      }
    }
    guard (1...6).contains(mended.count), mended.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return String(mended)
  }
}

enum NumberFindings {
  static func blank(_ text: TokenText) -> Finding {
    finding(
      "number.blank", text,
      Message(
        en: "the number of the document is blank; take it from the register when it is issued",
        vi: "số văn bản còn để trống; hãy lấy số từ sổ đăng ký khi ban hành"))
  }

  static func unreadable(_ text: TokenText) -> Finding {
    finding(
      "number.unreadable", text,
      Message(
        en: "the number of the document cannot be read for certain; compare with the paper",
        vi: "không đọc được chắc chắn số văn bản; hãy đối chiếu với bản giấy"))
  }

  private static func finding(_ code: String, _ text: TokenText, _ message: Message) -> Finding {
    let page = text.words.first?.id.page
    return Finding(
      .warning, code, message, page: page, box: text.words.compactMap(\.box).union(),
      words: text.words.map(\.id))
  }
}
