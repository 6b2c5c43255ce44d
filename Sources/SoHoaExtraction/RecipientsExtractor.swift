import SoHoaModel
import SoHoaStructure

/// The list `Nơi nhận` (ô 9b): parties with purpose, and the archive line.
struct RecipientsExtractor: Sendable {
  let phrases: FormPhrases
  let purposes: PurposeTable

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

  /// `PL.(300)`: who drafted, and how many copies there are.
  func drafter(_ sheet: Sheet) -> Field<String>? {
    guard let line = sheet.lines(.drafter).last else { return nil }
    let range = line.indices
    guard !range.isEmpty else { return nil }
    return sheet.fields.field(
      line, range, value: line.text(range), certainty: 0.95, rule: "drafter/mark")
  }

  // MARK: Items

  /// One text an item: lines are joined until the next dash.
  private func items(_ sheet: Sheet) -> [TokenText] {
    var items: [[Word]] = []
    for line in sheet.lines(.recipients) {
      if isHead(line) { continue }
      let isNew =
        Self.isBulleted(line.words) || items.isEmpty || ends(items[items.count - 1]) || isArchive(line)
      if isNew { items.append(line.words) } else { items[items.count - 1] += line.words }
    }
    return items.map { TokenText($0) }
  }

  private func isHead(_ line: TokenText) -> Bool {
    phrases.match(.recipients, in: FoldedText(line.words)).map {
      $0.words.count == line.words.count || line.words.count == $0.words.count + 1
    }
      ?? false
  }

  private static func isBulleted(_ words: [Word]) -> Bool {
    words.first?.text.first.map { "-–—+•*~ˆ^¬»".contains($0) } ?? false
  }

  private func ends(_ words: [Word]) -> Bool {
    words.last.map { $0.text.hasSuffix(";") || $0.text.hasSuffix(".") } ?? true
  }

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
    let known = purpose.flatMap { purposes.written($0.text) }
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
    return marks.contains(";") || marks.contains("_") || marks.count { $0 == "(" } > 1
  }

  /// Behind the last semicolon scraps of the seal may have been read.
  private func end(_ text: TokenText) -> Int {
    guard let last = text.indices.last(where: { text[$0].text == ";" }), last > 0 else { return text.count }
    let tail = text.tokens[(last + 1)...].filter { $0.kind != .mark }
    let isScrap = tail.count <= 3 && !tail.contains { $0.isCapitalised && $0.text.count > 1 }
    return isScrap ? last : text.count
  }

  /// `(để b/c)`, `(để thực hiện)`, `(b/cáo)` at the end.
  private func purpose(_ text: TokenText, _ range: Range<Int>) -> (text: String, range: Range<Int>)? {
    guard text[range.upperBound - 1].text == ")",
      let open = range.last(where: { text[$0].text == "(" }), open + 1 < range.upperBound - 1
    else { return nil }
    let inside = (open + 1)..<(range.upperBound - 1)
    let first = text[inside.lowerBound].folded
    let isShort = first == "b" && text.at(inside.lowerBound + 1)?.text == "/"
    guard first == "de" || isShort || ["thuc", "phoi", "bao", "t", "p"].contains(first) && inside.count <= 5
    else {
      return nil
    }
    return (text.text(inside), open..<range.upperBound)
  }

  // MARK: Archive

  /// `Lưu: VT, NVY (5b)` → VT, NVY
  private func codes(_ text: TokenText, _ range: Range<Int>) -> [String] {
    var codes: [String] = []
    var depth = 0
    var start = range.first { text[$0].text == ":" }.map { $0 + 1 } ?? range.lowerBound + 1
    for position in start..<max(start, range.upperBound + 1) {
      let mark = position < range.upperBound ? text[position].text : ";"
      if mark == "(" { depth += 1 }
      let isEnd =
        mark == "," || mark == ";" || mark == "("
        || mark == "." && text.at(position + 1)?.hasSpaceBefore != false
      if isEnd, depth == 0 || mark == "(" && depth == 1 {
        let part = Trimming.content(text, start..<min(position, range.upperBound))
        if !part.isEmpty { codes.append(text.text(part)) }
        start = position + 1
      }
      if mark == ")" {
        depth -= 1
        start = position + 1
      }
    }
    return codes.filter { $0.contains { $0.isUppercase } }
  }

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
