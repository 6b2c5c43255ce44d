import SoHoaDictionaries

/// The phrases that mark the cells of a form, from `form_phrases.tsv`.
package struct FormPhrases: Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case nationalTitle, motto, partyTitle, unionTitle, addressees, recipients, archive, number, subject
    case urgency, secrecy, circulation, draft, arrival, arrivalField, banner, operative, legalBasis, annex
    case attached, formSheet, signed, opening, closing, closingInside
  }

  private let phrases: [Role: [Phrase]]

  package init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let table = try dictionaries.table("form_phrases.tsv")
    var phrases: [Role: [Phrase]] = [:]
    for (name, text) in zip(table.column("role"), table.column("phrase")) {
      guard let role = Role(rawValue: name) else { continue }
      phrases[role, default: []].append(Phrase(text))
    }
    self.phrases = phrases
  }

  package subscript(role: Role) -> [Phrase] { phrases[role] ?? [] }

  /// The best match of a role's phrases at the beginning of a text.
  package func match(_ role: Role, at first: Int = 0, in text: FoldedText) -> PhraseMatch? {
    self[role].compactMap { $0.match(at: first, in: text) }.max(by: Self.isWorse)
  }

  /// The best match of a role's phrases anywhere in a text.
  package func find(_ role: Role, in text: FoldedText) -> PhraseMatch? {
    self[role].compactMap { $0.find(in: text) }.max(by: Self.isWorse)
  }

  /// A role's phrase that is the whole text.
  package func matches(_ role: Role, _ text: FoldedText) -> PhraseMatch? {
    self[role].compactMap { $0.matches(text) }.max(by: Self.isWorse)
  }

  private static func isWorse(_ left: PhraseMatch, _ right: PhraseMatch) -> Bool {
    (left.words.count, left.score) < (right.words.count, right.score)
  }
}
