import SoHoaModel
import SoHoaStructure

/// Kind of the document (tên loại): the title line first, the symbol second; a công văn has neither title nor
/// kind, but a subject `V/v`.
struct KindExtractor: Sendable {
  let kinds: KindTable

  func kind(_ sheet: Sheet, number: SymbolGrammar.Tail?, family: DocumentFamily?) -> Field<DocumentKind>? {
    printed(sheet, family) ?? letter(sheet, number) ?? coded(sheet, number, family)
  }

  private func printed(_ sheet: Sheet, _ family: DocumentFamily?) -> Field<DocumentKind>? {
    let text = sheet.joined(.documentKind)
    guard text.count > 0 else { return nil }
    let words = text.words.map(\.text).joined(separator: " ")
    let entries = kinds.named(words)
    if let entry = best(entries, family) { return field(sheet, text, entry, certainty: 1, "kind/title") }
    let folded = FoldedText(text.words)
    let near = kinds.entries.filter { Phrase($0.kind.name).matches(folded) != nil }
    return best(near, family).flatMap { field(sheet, text, $0, certainty: 0.9, "kind/title-damaged") }
  }

  private func field(
    _ sheet: Sheet, _ text: TokenText, _ entry: KindTable.Entry, certainty: Double, _ rule: String
  ) -> Field<DocumentKind> {
    sheet.fields.field(text, text.indices, value: entry.kind, certainty: certainty, rule: rule)
  }

  private func letter(_ sheet: Sheet, _ number: SymbolGrammar.Tail?) -> Field<DocumentKind>? {
    let title = sheet.joined(.title)
    guard let entry = kinds.named("Công văn").first else { return nil }
    let mark = SubjectMark.count(title)
    if mark > 0 {
      return sheet.fields.field(title, 0..<mark, value: entry.kind, certainty: 0.97, rule: "kind/subject")
    }
    let isCoded = number?.groups.dropLast().contains { !kinds.coded($0).isEmpty } ?? true
    guard title.says(["ve", "viec"], at: 0), !isCoded else { return nil }
    return sheet.fields.field(title, 0..<2, value: entry.kind, certainty: 0.9, rule: "kind/subject-in-words")
  }

  /// Without title and subject: the first group of the symbol, if it is a kind's code.
  private func coded(
    _ sheet: Sheet, _ number: SymbolGrammar.Tail?, _ family: DocumentFamily?
  ) -> Field<DocumentKind>? {
    let text = sheet.joined(.documentNumber)
    guard let number, text.count > 0 else { return nil }
    let entries = number.groups.dropLast().flatMap { kinds.coded($0) }
    if let entry = best(entries, family) { return field(sheet, text, entry, certainty: 0.85, "kind/symbol") }
    guard entries.isEmpty, number.groups.count > 1, !sheet.lines(.addressees).isEmpty,
      let entry = kinds.named("Công văn").first
    else {
      return nil
    }
    return field(sheet, text, entry, certainty: 0.8, "kind/addressees")
  }

  private func best(_ entries: [KindTable.Entry], _ family: DocumentFamily?) -> KindTable.Entry? {
    let system = family == .party ? "party" : family == .normative ? "normative" : "administrative"
    return entries.first { $0.system == system } ?? entries.first
  }
}

/// The mark `V/v` before the subject of a công văn.
enum SubjectMark {
  /// Tokens that it takes.
  static func count(_ text: TokenText) -> Int {
    guard let first = text.at(0),
      first.text.lowercased() == "v" || first.folded == "vv" || first.folded == "viv"
    else { return 0 }
    var end = 1
    if text.at(1)?.kind == .mark, text.at(2)?.folded == "v" { end = 3 }
    guard end == 3 || first.text.count > 1 else { return 0 }
    if let mark = text.at(end), mark.text == ":" || mark.text == "." { end += 1 }
    return end
  }
}
