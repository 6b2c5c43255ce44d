import SoHoaDictionaries
import SoHoaStructure

/// Writes a letterhead's name of a body in small letters: `SỞ Y TẾ` becomes `Sở Y tế` (Nghị định 30/2020, Phụ lục
/// II), shortened forms in full.
struct BodyCase: Sendable {
  /// A name, and the unit of the territory that it says.
  struct Name: Sendable {
    var text: String
    var unit: (type: String, name: String)?
  }

  private let units: AdministrativeUnits
  private let shortened: [String: String]
  /// Phrases by their first folded word, the longest first.
  private let phrases: [String: [(folded: [String], words: [String])]]

  private static let types = [
    "thành phố", "tỉnh", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu",
  ]
  private static let connectors: Set<String> = [
    "và", "của", "các", "về", "tại", "cho", "vì", "với", "trên", "thuộc",
  ]

  init(_ dictionaries: DictionaryFolder, _ units: AdministrativeUnits) throws(DictionaryError) {
    self.units = units
    let table = try dictionaries.table("body_words.tsv").records
    shortened = Dictionary(
      table.compactMap { row in
        guard let short = row["short"], !short.isEmpty else { return nil }
        return (short, row["phrase"] ?? "")
      }, uniquingKeysWith: { first, _ in first })
    let names =
      table.compactMap { $0["phrase"] } + (try dictionaries.table("organisations.tsv").column("name"))
    let phrases = names.map { name in
      let words = name.split(separator: " ").map(String.init)
      return (folded: words.map(Folding.folded), words: words)
    }
    self.phrases = Dictionary(grouping: phrases.filter { !$0.folded.isEmpty }) { $0.folded[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  func name(_ printed: String) -> Name {
    let words = printed.split(separator: " ").flatMap { written(String($0)) }
    var name = Name(text: "")
    var result: [String] = []
    var position = 0
    while position < words.count {
      let (text, count) = unit(words, position, &name) ?? phrase(words, position) ?? word(words, position)
      result += text
      position += count
    }
    name.text = result.joined(separator: " ")
    name.text = name.text.prefix(1).uppercased() + name.text.dropFirst()
    return name
  }

  /// `UBND` in full; `TP.` as `thành phố`.
  private func written(_ word: String) -> [String] {
    let key = word.uppercased().filter { $0 != "." }
    return (shortened[key] ?? word).split(separator: " ").map(String.init)
  }

  /// `TỈNH HOA GIANG`: the type small, the name as the gazetteer writes it, else in capitals word by word.
  private func unit(_ words: [String], _ position: Int, _ name: inout Name) -> ([String], Int)? {
    if let committee = committee(words, position, &name) { return committee }
    guard let type = Self.types.first(where: { says($0, words, position) }) else { return nil }
    let length = type.split(separator: " ").count
    guard let (proper, count) = proper(words, position + length, type) else { return nil }
    name.unit = (type, proper)
    return ([needsCapital(type, proper) ? Self.capitalised(type) : type, proper], length + count)
  }

  /// `TỈNH ỦY HOA GIANG`, `THÀNH ĐOÀN …`: a committee of the Party or the Youth Union bears the name of its unit.
  private func committee(_ words: [String], _ position: Int, _ name: inout Name) -> ([String], Int)? {
    guard position + 2 < words.count,
      let type = Self.committees[WrittenWord.normal(words[position].lowercased())],
      ["ủy", "đoàn"].contains(WrittenWord.normal(words[position + 1].lowercased())),
      let (proper, count) = proper(words, position + 2, type)
    else { return nil }
    name.unit = (type, proper)
    return ([Self.title([words[position]]), words[position + 1].lowercased(), proper], 2 + count)
  }

  private static let committees = [
    "tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã",
  ]

  /// The proper name of a unit, and how many words it takes.
  private func proper(_ words: [String], _ position: Int, _ type: String) -> (String, Int)? {
    let rest = words[position...].prefix(6)
    guard !rest.isEmpty, !isConnector(rest.first!) else { return nil }
    if let known = units.longestName(rest, type: type) { return (known.name, known.count) }
    let count = rest.prefix { !isConnector($0) && !isType($0) && $0 != "-" }.count
    return (Self.title(rest.prefix(count)), count)
  }

  /// Units named after persons and by numbers (`Thành phố Hồ Chí Minh`, `Quận 1`).
  private func needsCapital(_ type: String, _ name: String) -> Bool {
    name == "Hồ Chí Minh" || name.allSatisfy(\.isNumber)
  }

  private func phrase(_ words: [String], _ position: Int) -> ([String], Int)? {
    guard let candidates = phrases[Folding.folded(words[position])] else { return nil }
    for candidate in candidates where position + candidate.words.count <= words.count {
      let slice = words[position..<(position + candidate.words.count)]
      if zip(slice, candidate.folded).allSatisfy({ Folding.folded($0) == $1 }) {
        return (zip(slice, candidate.words).map(Self.keepingStyle), candidate.words.count)
      }
    }
    return nil
  }

  /// `UỶ` stays beside `ỦY`; commas of the table do not come in.
  private static func keepingStyle(_ printed: String, _ known: String) -> String {
    let letters = known.trimmingSuffix { $0 == "," }
    guard WrittenWord.normal(printed.filter { $0 != "," }) == WrittenWord.normal(letters) else {
      return known
    }
    let small = printed.lowercased()
    return letters.first?.isUppercase == true ? capitalised(small) : small
  }

  private func word(_ words: [String], _ position: Int) -> ([String], Int) {
    if let place = units.longestName(words[position...].prefix(6), type: nil), place.count > 1 {
      return ([place.name], place.count)
    }
    let word = words[position]
    if isConnector(word) { return ([word.lowercased()], 1) }
    return ([Self.title([word])], 1)
  }

  private func says(_ type: String, _ words: [String], _ position: Int) -> Bool {
    let parts = type.split(separator: " ").map { Folding.folded(String($0)) }
    guard position + parts.count <= words.count, words[position].lowercased() != "thi" else { return false }
    return zip(words[position...], parts).allSatisfy { Folding.folded($0) == $1 }
      && isMarked(words[position], type)
  }

  /// `XÃ HỘI` begins with no unit: what follows it decides; `QUÂN` is no `QUẬN`.
  private func isMarked(_ word: String, _ type: String) -> Bool {
    let first = String(type.split(separator: " ")[0])
    return WrittenWord.normal(word.lowercased()) == WrittenWord.normal(first)
      || word.unicodeScalars.allSatisfy(\.isASCII)
  }

  private func isConnector(_ word: String) -> Bool { Self.connectors.contains(word.lowercased()) }
  private func isType(_ word: String) -> Bool {
    Self.types.contains { $0 == word.lowercased() }
  }

  private static func title(_ words: some Sequence<String>) -> String {
    words.map { word in isCode(word) ? word : capitalised(word.lowercased()) }.joined(separator: " ")
  }

  /// `TNHH`, `II`, `115`: no syllable.
  private static func isCode(_ word: String) -> Bool {
    word.count >= 2 && !word.contains { "AEIOUY".contains(Folding.folded(String($0)).uppercased()) }
      || word.allSatisfy { "IVX".contains($0) }
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension String {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> String {
    String(reversed().drop(while: isDropped).reversed())
  }
}
