import SoHoaModel
import SoHoaStructure

/// The list `Nơi nhận` (ô 9b): parties with purpose, and the archive line.
struct RecipientsExtractor: Sendable {
  let phrases: FormPhrases
  let purposes: PurposeTable
  let names: PersonNames

  func recipients(_ sheet: Sheet) -> [Recipient] {
    items(sheet).filter { !isArchive($0) }.flatMap { parties($0, sheet) }
  }

  func archive(_ sheet: Sheet) -> ArchiveLine? {
    guard let text = items(sheet).last(where: isArchive) else { return nil }
    let range = Trimming.content(text, text.indices)
    let codes = codes(text, range)
    let field = sheet.fields.field(
      text, range, value: text.text(range), certainty: codes.isEmpty ? 0.7 : 0.95, rule: "archive/line")
    return ArchiveLine(text: field, codes: codes, copies: copies(text, range))
  }

  /// `PL.(300)`: who drafted, and how many copies there are, as it was observed: initials are no words.
  func drafter(_ sheet: Sheet) -> Field<String>? {
    guard let line = sheet.lines(.drafter).last, !line.indices.isEmpty else { return nil }
    let observed = line.words.map(\.observed.text).joined(separator: " ")
    let value = DrafterMark(observed) == nil ? line.text(line.indices) : observed
    return sheet.fields.field(
      line, line.indices, value: value, certainty: 0.95, rule: "drafter/mark")
  }

  // MARK: Items

  /// One text an item: lines are joined until the next dash.
  private func items(_ sheet: Sheet) -> [TokenText] {
    var items: [(words: [Word], text: String)] = []
    for line in sheet.lines(.recipients) where !isHead(line) {
      let text = line.text(line.indices)
      let isNew = Self.isBulleted(text) || items.last.map { ends($0.text) } ?? true || isArchive(line)
      if isNew {
        items.append((line.words, text))
      } else {
        items[items.count - 1].words += line.words
        items[items.count - 1].text += " " + text
      }
    }
    return items.map { TokenText($0.words, saying: $0.text) }
  }

  private func isHead(_ line: TokenText) -> Bool {
    phrases.matches(.recipients, FoldedText([line.text(line.indices)])) != nil
  }

  private static func isBulleted(_ text: String) -> Bool {
    text.first.map { "-–—_+•*~ˆ^¬»".contains($0) } ?? false
  }

  private func ends(_ text: String) -> Bool { text.hasSuffix(";") || text.hasSuffix(".") }

  private func isArchive(_ text: TokenText) -> Bool {
    let first = text.indices.first { text[$0].kind != .mark }
    return first.map { text[$0].folded == "luu" } ?? false
  }

  // MARK: Parties

  /// An item names one party; several stand behind `;`.
  private func parties(_ text: TokenText, _ sheet: Sheet) -> [Recipient] {
    let range = Trimming.content(text, 0..<end(text))
    guard !range.isEmpty else { return [] }
    let purpose = purpose(text, range)
    let nameRange = purpose.map { Trimming.content(text, range.lowerBound..<$0.range.lowerBound) } ?? range
    guard !nameRange.isEmpty else { return [] }
    let known = purpose?.known
    let certainty = purpose == nil || known != nil ? 0.95 : 0.75
    var field = sheet.fields.field(
      text, range, value: text.text(nameRange),
      certainty: Wellformed.certainty(isMerged(text, range) ? 0.7 : certainty, text, range),
      rule: "recipients/list")
    field.text = known.map { "\(text.text(nameRange)) (\($0))" } ?? text.text(range)
    return [Recipient(party: field, purpose: known ?? purpose?.text)]
  }

  /// What stands beside the list may have been read as its end: `Như trên; (Đã ký)`.
  private func isMerged(_ text: TokenText, _ range: Range<Int>) -> Bool {
    let marks = text.tokens[range].map(\.text)
    let opened = marks.count { $0 == "(" }
    return marks.contains(";") || marks.contains("_") || opened > 1 || opened > marks.count { $0 == ")" }
  }

  /// Behind the last semicolon scraps of the seal may have been read.
  private func end(_ text: TokenText) -> Int {
    guard let last = text.indices.last(where: { text[$0].text == ";" }), last > 0 else { return text.count }
    let tail = text.tokens[(last + 1)...].filter { $0.kind != .mark }
    let isScrap = tail.count <= 3 && !tail.contains { $0.isCapitalised && $0.text.count > 1 }
    return isScrap ? last : text.count
  }

  /// `(để b/c)`, `(để thực hiện)`, `(b/cáo)` at the end; known by its letters as they were restored or observed.
  private func purpose(
    _ text: TokenText, _ range: Range<Int>
  ) -> (text: String, known: String?, range: Range<Int>)? {
    guard text[range.upperBound - 1].text == ")",
      let open = range.last(where: { text[$0].text == "(" }), open + 1 < range.upperBound - 1
    else { return nil }
    let inside = (open + 1)..<(range.upperBound - 1)
    let known =
      purposes.written(text.text(inside)) ?? purposes.written(observed(text, open..<range.upperBound))
    guard known != nil || isPurpose(text, inside) else { return nil }
    return (text.text(inside), known, open..<range.upperBound)
  }

  private func isPurpose(_ text: TokenText, _ inside: Range<Int>) -> Bool {
    let first = text[inside.lowerBound].folded
    let isShort = first == "b" && text.at(inside.lowerBound + 1)?.text == "/"
    return first == "de" || isShort
      || ["thuc", "phoi", "bao", "t", "p"].contains(first) && inside.count <= 5
  }

  /// What stood in the brackets before restoration.
  private func observed(_ text: TokenText, _ range: Range<Int>) -> String {
    let joined = text.words[text.words(range).endIndex...].prefix { $0.text.isEmpty }
    let observed = (text.words(range) + joined).map(\.observed.text).joined(separator: " ")
    guard let open = observed.lastIndex(of: "(") else { return "" }
    return String(observed[open...].prefix { $0 != ")" })
  }

  // MARK: Archive

  /// `Lưu: VT, NVY (5b)` → VT, NVY
  private func codes(_ text: TokenText, _ range: Range<Int>) -> [String] {
    let start = range.first { text[$0].text == ":" }.map { $0 + 1 } ?? range.lowerBound + 1
    var codes: [Range<Int>] = []
    var begin = start
    for position in start..<max(start, range.upperBound + 1) {
      guard position == range.upperBound || isEnd(text, position) else { continue }
      let part = Trimming.content(text, begin..<min(position, range.upperBound))
      if isPerson(text, part) { break }
      let isBracketed = begin > start && text[begin - 1].text == "("
      if !part.isEmpty, !isBracketed { codes.append(part) }
      begin = position + 1
    }
    return codes.map(text.text).filter { $0.contains { $0.isUppercase } }
  }

  /// A mark between two codes.
  private func isEnd(_ text: TokenText, _ position: Int) -> Bool {
    switch text[position].text {
    case ",", ";", "(", ")": true
    case ".": isLast(text, position) || isPerson(text, (position + 1)..<text.count)
    default: false
    }
  }

  /// Behind the stop nothing follows, a space, or the typist's mark in small letters: `KT.nga106`.
  private func isLast(_ text: TokenText, _ position: Int) -> Bool {
    guard let next = text.at(position + 1) else { return true }
    return next.hasSpaceBefore || next.text.first!.isLowercase
  }

  /// Rank, degree and name of the signer, read on in the line: `ThS. Trần Văn Thử`. Codes are capitals, rooms begin
  /// with what they are.
  private func isPerson(_ text: TokenText, _ part: Range<Int>) -> Bool {
    let words = part.filter { text[$0].kind != .mark }.map { text[$0].text }
    return names.beginWithTitle(words) || (names.likelihood(words) ?? 0) >= Self.person
  }

  private static let person = 0.75

  /// `(5b)`, `(03 bản)`, `(5)`
  private func copies(_ text: TokenText, _ range: Range<Int>) -> Int? {
    guard let open = range.last(where: { text[$0].text == "(" }), let token = text.at(open + 1) else {
      return nil
    }
    if let value = token.number {
      let next = text.at(open + 2)
      return next?.text == ")" || next?.folded == "ban" || next?.folded == "b" ? value : nil
    }
    guard token.kind == .mixed, token.text.last == "b" else { return nil }
    return Int(token.text.dropLast())
  }
}
