import SoHoaModel
import SoHoaStructure

/// Who signed (ô 7): chain of authority, own title, name without rank or degree.
struct SignersExtractor: Sendable {
  let tables: FormTables
  let names: PersonNames

  func signers(_ sheet: Sheet) -> [Signer] {
    let titles = sheet.lines(.authority)
    let persons = sheet.lines(.signerName).compactMap { name($0, sheet) }
    guard !titles.isEmpty || !persons.isEmpty else { return [] }
    let chains = chains(titles)
    guard persons.count > 1 else { return [signer(titles, persons.first, sheet)] }
    if chains.count == persons.count { return zip(chains, persons).map { signer($0, $1, sheet) } }
    guard let columns = columns(titles, persons.count) else { return [signer(titles, persons.last, sheet)] }
    return zip(columns, persons).map { signer($0, $1, sheet) }
  }

  /// Titles of several that sign side by side, read row by row: the lines of a row are alike, marks of authority,
  /// bodies or positions.
  private func columns(_ titles: [TokenText], _ count: Int) -> [[TokenText]]? {
    guard titles.count > count, titles.count % count == 0 else { return nil }
    let rows = stride(from: 0, to: titles.count, by: count).map { Array(titles[$0..<($0 + count)]) }
    let areAlike = rows.allSatisfy { row in Set(row.map { [mark($0) != nil, isContinuation($0)] }).count == 1
    }
    guard areAlike else { return nil }
    return (0..<count).map { column in rows.map { $0[column] } }
  }

  /// Titles that begin a signature of their own: two that are both without a mark of authority.
  private func chains(_ titles: [TokenText]) -> [[TokenText]] {
    var chains: [[TokenText]] = []
    for title in titles {
      let lastIsOwn = chains.last?.last.map { mark($0) == nil } ?? true
      if lastIsOwn { chains.append([title]) } else { chains[chains.count - 1].append(title) }
    }
    return chains
  }

  private func signer(_ titles: [TokenText], _ name: Field<String>?, _ sheet: Sheet) -> Signer {
    var authority: [Field<String>] = []
    var position: Field<String>?
    for title in titles {
      let isOwn = mark(title).map(\.isActing) ?? true
      if isContinuation(title), position == nil, let last = authority.indices.last {
        authority[last] = joined(authority[last], title, sheet)
      } else if isOwn, let superior = position, isDeputy(title) {
        authority.append(superior)
        position = field(title, sheet, "signer/position-below")
      } else if isOwn, let begun = position, isTail(title) {
        position = joined(begun, title, sheet)
      } else if isOwn {
        if position == nil { position = field(title, sheet, "signer/position") }
      } else {
        authority.append(field(title, sheet, "signer/authority"))
      }
    }
    return Signer(authority: authority, position: position, name: name)
  }

  private func field(_ title: TokenText, _ sheet: Sheet, _ rule: String) -> Field<String> {
    let range = Trimming.content(title, title.indices)
    let value = canonical(title) ?? spaced(title, range)
    let certainty = hasScraps(title, range) ? 0.75 : value == title.text(range) ? 0.96 : 0.9
    return sheet.fields.field(title, range, value: value, certainty: certainty, rule: rule)
  }

  /// `TM.ỦY BAN` has lost a space.
  private func spaced(_ title: TokenText, _ range: Range<Int>) -> String {
    guard mark(title) != nil, title.at(1)?.text == ".", range.lowerBound == 0, range.upperBound > 2,
      !title[2].hasSpaceBefore
    else { return title.text(range) }
    return title.text(0..<2) + " " + title.text(2..<range.upperBound)
  }

  /// Strokes of the signature read as letters, or a comma where a mark of authority has its stop.
  private func hasScraps(_ title: TokenText, _ range: Range<Int>) -> Bool {
    let tokens = title.tokens[range]
    guard let first = tokens.first, first.isCapitals else { return false }
    if tokens.dropFirst().first?.text == "," { return true }
    return tokens.contains { token in
      token.kind == .mark ? !Self.marks.contains(token.text) : !token.isCapitals && token.kind == .word
    }
  }

  private static let marks: Set<String> = [".", ",", "/", "-", "–", "(", ")", "&"]

  /// Positions are few: one that is damaged in a letter or two is read as the table writes it.
  private func canonical(_ title: TokenText) -> String? {
    let folded = FoldedText(title.words)
    guard let mark = mark(title) else { return tables.positionName(folded) }
    guard title.words.count > 1, let sign = title.at(1)?.text, [".", ",", "/"].contains(sign),
      let name = tables.positionName(folded, from: 1)
    else { return nil }
    return (sign == "." ? title.text(0..<2) : mark.mark) + " " + name
  }

  /// A body's name under a mark goes on with it.
  private func isContinuation(_ title: TokenText) -> Bool {
    let folded = FoldedText(title.words)
    return mark(title) == nil && tables.position(of: folded) == nil && tables.bodyHead(of: folded) != nil
  }

  /// A deputy signs under the position that he signs for, whose mark `KT.` was lost.
  private func isDeputy(_ title: TokenText) -> Bool {
    guard mark(title) == nil, let name = tables.positionName(FoldedText(title.words)) else { return false }
    return ["PHÓ ", "THỨ "].contains { name.hasPrefix($0) }
  }

  /// Neither a mark nor a position: the second line of a position.
  private func isTail(_ title: TokenText) -> Bool {
    mark(title) == nil && tables.position(of: FoldedText(title.words)) == nil
  }

  private func joined(_ field: Field<String>, _ title: TokenText, _ sheet: Sheet) -> Field<String> {
    let words = field.words.compactMap { sheet.index[$0] } + title.words
    let text = field.text + " " + title.text(Trimming.content(title, title.indices))
    return sheet.fields.field(words: words, text: text, value: text, certainty: 0.93, rule: field.rule)
  }

  /// The mark of authority that a line begins with.
  private func mark(_ title: TokenText) -> FormTables.AuthorityMark? {
    guard let first = title.at(0) else { return nil }
    var letters = first.folded
    if title.at(1)?.text == "/", let next = title.at(2), next.text.count == 1 { letters += next.folded }
    guard title.at(1)?.kind == .mark else { return nil }
    return tables.authorityMarks.first { Folding.folded($0.mark) == letters }
  }

  private func name(_ line: TokenText, _ sheet: Sheet) -> Field<String>? {
    let texts = line.words.map(\.text).filter { !$0.isEmpty }
    guard let likelihood = names.likelihood(texts) else { return nil }
    let kept = names.withoutTitles(PersonNames.trimmed(texts))
    let named = line.words.filter { !PersonNames.trimmed([$0.text]).isEmpty }
    let words = Array(named.suffix(kept.count))
    let parts = words.indices.map { part(words[$0], isFirst: $0 == words.startIndex) }
    let text = kept.joined(separator: " ")
    let value = parts.joined(separator: " ")
    let proposals = proposals(parts)
    let doubt = (value == text ? 1 : 0.9) * (proposals.isEmpty ? 1 : 0.8)
    return sheet.fields.field(
      words: words, text: text, value: value, certainty: likelihood * doubt, rule: "signer/name",
      alternatives: (value == text ? [] : [text]) + proposals)
  }

  /// A mark may be wrong where only another one makes a known surname of it: `Định` for `Đinh`.
  private func proposals(_ parts: [String]) -> [String] {
    guard let surname = parts.first else { return [] }
    return names.surnames(like: surname).map { ([$0] + parts.dropFirst()).joined(separator: " ") }
  }

  /// Names are never corrected: what was observed stands, unless only the restored form is a known name.
  private func part(_ word: Word, isFirst: Bool) -> String {
    let restored = PersonNames.trimmed([word.text]).first ?? word.text
    let observed = PersonNames.trimmed([word.observed.text]).first ?? restored
    guard observed != restored, !names.isKnown(observed, asSurname: isFirst) else { return observed }
    let hasMarks = observed.unicodeScalars.contains { !$0.isASCII }
    return names.isKnown(restored, asSurname: isFirst) || !hasMarks ? restored : observed
  }
}
