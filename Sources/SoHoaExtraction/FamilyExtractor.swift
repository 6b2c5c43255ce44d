import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Family of the document: whose rules of form it follows.
struct FamilyExtractor: Sendable {
  let phrases: FormPhrases
  let kinds: KindTable
  let bodies: FamilyBodies

  func family(_ sheet: Sheet, symbol: SymbolGrammar.Tail?) -> Field<DocumentFamily>? {
    let text = sheet.joined(.nationalTitle)
    if text.count > 0 {
      let folded = FoldedText(text.words)
      if phrases.find(.partyTitle, in: folded) != nil {
        return field(sheet, text, .party, 0.98, "family/party-title")
      }
      if phrases.find(.unionTitle, in: folded) != nil {
        return field(sheet, text, .massOrganisation, 0.98, "family/union-title")
      }
      return stateFamily(sheet, text, symbol)
    }
    let number = sheet.joined(.documentNumber)
    guard number.count > 0, let symbol else { return nil }
    let isParty = symbol.separator == "-"
    return field(
      sheet, number, isParty ? .party : isNormative(symbol) ? .normative : .state, 0.7, "family/symbol")
  }

  private func stateFamily(
    _ sheet: Sheet, _ title: TokenText, _ symbol: SymbolGrammar.Tail?
  ) -> Field<DocumentFamily> {
    if let symbol, isNormative(symbol) {
      return field(sheet, sheet.joined(.documentNumber), .normative, 0.95, "family/symbol-year")
    }
    for cell in [CellKind.issuingBody, .superiorBody] {
      let body = sheet.joined(cell)
      if let family = bodies.family(of: FoldedText(body.words)) {
        return field(sheet, body, family, 0.85, "family/letterhead")
      }
    }
    return field(sheet, title, .state, 0.97, "family/national-title")
  }

  /// `57/2022/NĐ-CP`: the year stands between number and symbol.
  private func isNormative(_ symbol: SymbolGrammar.Tail) -> Bool {
    symbol.separator == "/" && symbol.groups.first.map { $0.count == 4 && Int($0) != nil } == true
  }

  private func field(
    _ sheet: Sheet, _ text: TokenText, _ family: DocumentFamily, _ certainty: Double, _ rule: String
  ) -> Field<DocumentFamily> {
    sheet.fields.field(text, text.indices, value: family, certainty: certainty, rule: rule)
  }
}

/// Letterheads that tell a family, from `family_bodies.tsv`.
struct FamilyBodies: Sendable {
  private let heads: [(phrase: Phrase, family: DocumentFamily)]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    heads = try dictionaries.table("family_bodies.tsv").records.compactMap { row in
      DocumentFamily(rawValue: row["family"] ?? "").map { (Phrase(row["head"] ?? ""), $0) }
    }
  }

  func family(of body: FoldedText) -> DocumentFamily? {
    heads.first { $0.phrase.match(at: 0, in: body) != nil }?.family
  }
}
