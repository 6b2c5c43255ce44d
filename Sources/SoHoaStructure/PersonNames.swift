import SoHoaDictionaries
import SoHoaModel

/// Recognises names of persons: surname, middle names and given name from gazetteers, rank or degree before.
package struct PersonNames: Sendable {
  private let surnames: Set<[UInt8]>
  private let exactSurnames: Set<String>
  private let otherNames: Set<String>
  private let namesByFold: [String: [String]]
  /// Letters of first words (`Y`, `H'`) and of clans (`Niê`) in names of the peoples of the highlands.
  private let firstWords: Set<String>
  private let clans: Set<String>
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
    namesByFold = Dictionary(grouping: Set(surnames).sorted(), by: { Folding.folded($0) })
    let peoples = try dictionaries.table("names_peoples.tsv").records
    let written = { (place: String) in
      Set(peoples.filter { $0["place"] == place }.map { Folding.folded($0["name"] ?? "") })
    }
    firstWords = written("first")
    clans = written("clan")
  }

  /// How like a person's name the words are, 0...1; nil if they are no name. Rank and degree do not count.
  package func likelihood(_ words: [String]) -> Double? {
    let name = withoutTitles(Self.trimmed(words))
    guard (1...6).contains(name.count), name.allSatisfy(Self.isNamePart) else { return nil }
    let parts = name.map(Self.inNameCase)
    if let likelihood = likelihoodInHighlands(name) { return likelihood }
    guard name.count > 1 else { return nil }
    guard surnames.contains(Folding.fold(parts[0])) else { return name.count > 4 ? nil : 0.4 }
    let known = parts.dropFirst().filter { otherNames.contains($0) }.count
    let surname = exactSurnames.contains(parts[0]) ? 0.75 : 0.6
    return min(0.98, surname + 0.23 * Double(known) / Double(parts.count - 1))
  }

  /// `H'Vi ÊBan`, `Y Thanh Hà Niê Kđăm`, `K'Brơi`: a first word or a clan that only these names have.
  private func likelihoodInHighlands(_ name: [String]) -> Double? {
    let first = Folding.folded(String(name[0].prefix { !"'’".contains($0) }))
    let hasMark = name[0].dropLast().contains { "'’".contains($0) }
    guard name.count > 1 || hasMark && name[0].count > 4 else { return nil }
    let beginsSo = firstWords.contains(first) && (hasMark || name[0].count == first.count && first.count <= 2)
    let hasClan = name.dropFirst().contains { clans.contains(Folding.folded($0)) }
    guard beginsSo || clans.contains(Folding.folded(name[0])) || hasClan else { return nil }
    return beginsSo && (hasClan || hasMark) ? 0.93 : hasClan ? 0.85 : beginsSo ? 0.7 : nil
  }

  /// Known surnames with the same letters under other marks: `Định` may be `Đinh`. None for a known one.
  package func surnames(like word: String) -> [String] {
    let inCase = Self.inNameCase(word)
    return exactSurnames.contains(inCase) ? [] : namesByFold[Folding.folded(word)] ?? []
  }

  /// Where the second and each further of so many names side by side begin; nil unless all are likely.
  package func starts(of count: Int, in words: [String]) -> [Int]? {
    guard count >= 2, words.count >= count, words.count <= 5 * count else { return nil }
    return best(count, words[...])?.starts
  }

  private func best(_ count: Int, _ words: ArraySlice<String>) -> (starts: [Int], likelihood: Double)? {
    if count == 1 { return alone(words).map { ([], $0) } }
    let cuts = (words.startIndex + 1)..<max(words.startIndex + 1, words.endIndex)
    let ways = cuts.compactMap { cut -> (starts: [Int], likelihood: Double)? in
      guard beginsName(words[cut]), let left = alone(words[..<cut]),
        let right = best(count - 1, words[cut...])
      else { return nil }
      return ([cut] + right.starts, left * right.likelihood)
    }
    return ways.max { $0.likelihood < $1.likelihood }
  }

  /// How like one name beside others the words are; nil below the least.
  private func alone(_ words: ArraySlice<String>) -> Double? {
    guard words.count <= 6, let likelihood = likelihood(Array(words)), likelihood >= 0.6 else { return nil }
    return likelihood * Self.usual(words.count)
  }

  private func beginsName(_ word: String) -> Bool {
    isSurname(word) || likelihoodInHighlands([word]) != nil || firstWords.contains(Folding.folded(word))
  }

  /// Most names have three or four words.
  private static func usual(_ words: Int) -> Double { words == 3 || words == 4 ? 1 : 0.7 }

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
    while rest.count > 1, let first = rest.first {
      if rest.count == 2, !rest[rest.startIndex + 1].contains(where: { "'’".contains($0) }) { break }
      let folded = Folding.folded(first)
      if Self.titles.contains(folded) || first.contains(".") && first.count <= 12 {
        rest = rest.dropFirst()
      } else if rest.count > 2, Self.ranks.contains(folded),
        Self.rankTails.contains(Folding.folded(rest[rest.startIndex + 1]))
      {
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    return Array(rest)
  }

  /// The words begin with a rank, a degree or a form of address: `Đại tá`, `ThS.`
  package func beginWithTitle(_ words: [String]) -> Bool {
    guard let first = words.first.map(Folding.folded) else { return false }
    if Self.titles.contains(first) { return true }
    return words.count > 1 && Self.ranks.contains(first) && Self.rankTails.contains(Folding.folded(words[1]))
  }

  private static func isNamePart(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase || first == "Đ" else { return false }
    return word.count <= 8 && word.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
  }

  private static func inNameCase(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
