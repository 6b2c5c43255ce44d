import SoHoaDictionaries
import SoHoaModel

/// Recognises names of persons: surname, middle names and given name from gazetteers, rank or degree before.
package struct PersonNames: Sendable {
  private let surnames: Set<[UInt8]>
  private let exactSurnames: Set<String>
  private let otherNames: Set<String>
  private static let titles: Set<String> = [
    "ts", "ths", "bs", "pgs", "gs", "bsckii", "bscki", "ckii", "cki", "ds", "ks", "nsut", "nsnd", "ttut",
    "ttnd",
    "dr", "ong", "ba", "thacsi", "tiensi", "bacsi", "daita", "thuongta", "trungta", "thieuta", "thieutuong",
    "trungtuong", "thuongtuong", "daituong", "daiuy", "thuonguy",
  ]
  private static let ranks = ["dai", "thuong", "trung", "thieu", "thac", "tien", "bac"]
  private static let rankTails = ["ta", "tuong", "uy", "si"]

  package init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let counted = try dictionaries.table("names_surnames.tsv").column("name")
    let surnames = counted + (try dictionaries.table("names_surnames_rare.tsv").column("name"))
    let middle = try dictionaries.table("names_middle.tsv").column("name")
    let given = try dictionaries.table("names_given.tsv").column("name")
    exactSurnames = Set(surnames)
    self.surnames = Set(surnames.map { Folding.fold($0) })
    otherNames = Set(middle + given)
  }

  /// How like a person's name the words are, 0...1; nil if they are no name. Rank and degree do not count.
  package func likelihood(_ words: [String]) -> Double? {
    let name = withoutTitles(Self.trimmed(words))
    guard (2...6).contains(name.count), name.allSatisfy(Self.isNamePart) else { return nil }
    let parts = name.map(Self.inNameCase)
    guard surnames.contains(Folding.fold(parts[0])) else { return name.count > 4 ? nil : 0.4 }
    let known = parts.dropFirst().filter { otherNames.contains($0) }.count
    let surname = exactSurnames.contains(parts[0]) ? 0.75 : 0.6
    return min(0.98, surname + 0.23 * Double(known) / Double(parts.count - 1))
  }

  /// The words without marks at their ends; words that are marks only are dropped.
  package static func trimmed(_ words: [String]) -> [String] {
    words.map { word in
      var rest = word[...]
      while let first = rest.first, !first.isLetter { rest = rest.dropFirst() }
      while let last = rest.last, !last.isLetter, last != "." { rest = rest.dropLast() }
      return String(rest)
    }.filter { !$0.isEmpty && $0 != "." }
  }

  /// The name is known in this spelling.
  package func isKnown(_ word: String, asSurname: Bool) -> Bool {
    asSurname ? exactSurnames.contains(word) : otherNames.contains(word)
  }

  package func isSurname(_ word: String) -> Bool { surnames.contains(Folding.fold(word)) }

  /// The words without rank, degree and form of address before the name.
  package func withoutTitles(_ words: [String]) -> [String] {
    var rest = words[...]
    while rest.count > 2, let first = rest.first {
      let folded = Folding.folded(first)
      if Self.titles.contains(folded) || first.contains(".") && first.count <= 12 {
        rest = rest.dropFirst()
      } else if Self.ranks.contains(folded),
        Self.rankTails.contains(Folding.folded(rest[rest.startIndex + 1]))
      {
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    return Array(rest)
  }

  private static func isNamePart(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase || first == "Đ" else { return false }
    return word.count <= 8 && word.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
  }

  private static func inNameCase(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
