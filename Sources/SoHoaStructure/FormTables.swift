import SoHoaDictionaries
import SoHoaModel

/// The names that the form of a document is recognised by: kinds, bodies, positions, marks of authority.
package struct FormTables: Sendable {
  package struct Kind: Hashable, Sendable {
    package let kind: DocumentKind
    package let system: String
    package let phrase: Phrase
    /// The form has a title (trích yếu) under the name of the kind.
    package let hasTitle: Bool
  }

  package struct BodyHead: Hashable, Sendable {
    package let phrase: Phrase
    /// The words alone name no body yet.
    package let isBare: Bool
  }

  package struct AuthorityMark: Hashable, Sendable {
    package let mark: String
    package let system: String
    /// The words after the mark are the signer's own title.
    package let isActing: Bool
    package let shape: [UInt8]
  }

  package let kinds: [Kind]
  package let bodyHeads: [BodyHead]
  /// Full names of bodies, run together, as scanners join words.
  package let bodyShapes: Set<[UInt8]>
  /// Words that stand behind each other in known names, both shapes run together: a line that ends in one goes on
  /// in a line that begins with the other.
  package let joints: Set<[UInt8]>
  package let positions: [Phrase]
  package let authorityMarks: [AuthorityMark]

  package init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    kinds = try dictionaries.table("document_kinds.tsv").records.map { row in
      Kind(
        kind: DocumentKind(code: row["code"] ?? "", name: row["name"] ?? ""), system: row["system"] ?? "",
        phrase: Phrase(row["name"] ?? ""), hasTitle: row["title"] != "none")
    }
    bodyHeads = try dictionaries.table("body_heads.tsv").records.map {
      BodyHead(phrase: Phrase($0["head"] ?? ""), isBare: $0["bare"] == "yes")
    }
    bodyShapes = Set(try dictionaries.table("organisations.tsv").column("name").map { Folding.shape($0) })
    joints = Self.joints(
      try dictionaries.table("organisations.tsv").column("name")
        + (try dictionaries.table("body_words.tsv").column("phrase")))
    positions = try dictionaries.table("positions.tsv").column("position").map { Phrase($0) }
    authorityMarks = try dictionaries.table("authority_marks.tsv").records.map { row in
      let mark = row["mark"] ?? ""
      return AuthorityMark(
        mark: mark, system: row["system"] ?? "", isActing: row["acting"] == "yes",
        shape: Folding.shape(mark))
    }
  }

  private static func joints(_ names: [String]) -> Set<[UInt8]> {
    Set(
      names.flatMap { name in
        let words = name.split(separator: " ").map { Folding.shape(String($0)) }
        return zip(words, words.dropFirst()).map { $0 + [0] + $1 }
      })
  }

  /// A known name goes on from one word to the other.
  package func isJoint(_ first: String, _ second: String) -> Bool {
    joints.contains(Folding.shape(first) + [0] + Folding.shape(second))
  }

  /// The body head that a text begins with: the longest.
  package func bodyHead(of text: FoldedText, at first: Int = 0) -> (head: BodyHead, match: PhraseMatch)? {
    Self.longest(
      bodyHeads.lazy.compactMap { head in head.phrase.match(at: first, in: text).map { (head, $0) } })
  }

  /// The position that the whole text from `first` on names, as the table writes it.
  package func positionName(_ text: FoldedText, from first: Int = 0) -> String? {
    positionName(text, first..<text.wordCount)
  }

  /// The position that these words name, and nothing else.
  package func positionName(_ text: FoldedText, _ words: Range<Int>) -> String? {
    positions.lazy.compactMap { phrase in phrase.match(at: words.lowerBound, in: text).map { (phrase, $0) } }
      .filter { $0.1.words == words }
      .max { $0.1.score < $1.1.score }?.0.text
  }

  package func position(of text: FoldedText, at first: Int = 0) -> PhraseMatch? {
    Self.longest(
      positions.lazy.compactMap { phrase in phrase.match(at: first, in: text).map { (phrase, $0) } })?.1
  }

  package func kind(of text: FoldedText, at first: Int = 0) -> (kind: Kind, match: PhraseMatch)? {
    Self.longest(kinds.lazy.compactMap { kind in kind.phrase.match(at: first, in: text).map { (kind, $0) } })
  }

  private static func longest<Name>(_ matches: some Sequence<(Name, PhraseMatch)>) -> (Name, PhraseMatch)? {
    var best: (Name, PhraseMatch)?
    for match in matches {
      let length = (match.1.words.count, match.1.score)
      if best == nil || length > (best!.1.words.count, best!.1.score) { best = match }
    }
    return best
  }
}
