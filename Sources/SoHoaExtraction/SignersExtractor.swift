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
    guard persons.count > 1, chains.count == persons.count else {
      return [signer(titles, persons.count == 1 ? persons[0] : persons.last, sheet)]
    }
    return zip(chains, persons).map { signer($0, $1, sheet) }
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
    return sheet.fields.field(title, range, value: title.text(range), certainty: 0.96, rule: rule)
  }

  /// A body's name under a mark goes on with it.
  private func isContinuation(_ title: TokenText) -> Bool {
    let folded = FoldedText(title.words)
    return mark(title) == nil && tables.position(of: folded) == nil && tables.bodyHead(of: folded) != nil
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
    let kept = names.withoutTitles(texts)
    let words = Array(line.words.filter { !$0.text.isEmpty }.suffix(kept.count))
    let value = kept.joined(separator: " ")
    return sheet.fields.field(
      words: words, text: value, value: value, certainty: likelihood, rule: "signer/name")
  }
}
