import SoHoaDictionaries

/// What stands in stamps and in the pictures of digital signatures, from `mark_phrases.tsv`.
struct MarkPhrases: Sendable {
  enum Role: String, Hashable, Sendable, CaseIterable {
    /// Begins a line of a banner that says nothing else: `Thời gian ký`.
    case bannerHead
    /// Begins a line that banners have beside others: `Email`, `Cơ quan`.
    case bannerField
    /// A stamp that is neither of arrival nor of urgency or secrecy: `SAO Y BẢN CHÍNH`.
    case stamp
  }

  /// Captions are short and near to words of running text: hardly a letter may be wrong.
  private let phrases: [Role: [Phrase]]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let table = try dictionaries.table("mark_phrases.tsv")
    var phrases: [Role: [Phrase]] = [:]
    for (name, text) in zip(table.column("role"), table.column("phrase")) {
      guard let role = Role(rawValue: name) else { continue }
      phrases[role, default: []].append(Phrase(text, tolerance: text.count < 9 ? 0 : 1))
    }
    self.phrases = phrases
  }

  func begins(_ role: Role, _ text: FoldedText) -> Bool {
    phrases[role, default: []].contains { $0.match(at: 0, in: text) != nil }
  }

  func contains(_ role: Role, _ text: FoldedText) -> Bool {
    phrases[role, default: []].contains { $0.find(in: text) != nil }
  }
}
