import SoHoaDictionaries
import SoHoaStructure

/// The words that names of parties begin with, go on with and end before.
struct PartyWords: Sendable {
  let heads: WrittenPhrases
  private let small: [Bool]
  /// What begins like a party and is none (`Trường hợp …`).
  private let others: WrittenPhrases
  let verbs: WrittenPhrases
  /// Levels and places (`cấp tỉnh`, `trên địa bàn`) that go on with a name though a verb begins with the same word.
  private let tails: WrittenPhrases
  /// Verbs that names are made of, and whether a capital or a kind of group must stand before them.
  private let verbal: WrittenPhrases
  private let isOfGroup: [Bool]
  /// Neighbours in names of bodies and words of two syllables, as written, and without marks and space: `yte`.
  private let neighbours: Set<String>
  private let foldedNeighbours: Set<String>
  /// Words that stand in them.
  private let known: Set<String>
  /// Words of two syllables.
  private let compounds: Set<String>
  /// Words that verbs begin with.
  private let starts: Set<String>
  let gazetteer: Gazetteer

  init(_ dictionaries: DictionaryFolder, _ gazetteer: Gazetteer) throws(DictionaryError) {
    self.gazetteer = gazetteer
    let table = try dictionaries.table("party_heads.tsv")
    heads = WrittenPhrases(table.column("head"))
    small = table.column("small").map { $0 == "yes" }
    others = WrittenPhrases(try dictionaries.table("party_not.tsv").column("phrase"))
    let learned = try dictionaries.table("duty_verbs_learned.tsv").column("verb")
    let written = try dictionaries.table("duty_verbs.tsv").column("verb") + learned
    verbs = WrittenPhrases(written)
    starts = Set(written.compactMap { WrittenWord.words($0).first })
    tails = WrittenPhrases(try dictionaries.table("party_tails.tsv").column("tail"))
    let names = try dictionaries.table("party_names_verbal.tsv")
    verbal = WrittenPhrases(names.column("phrase"))
    isOfGroup = names.column("behind").map { $0 == "group" }
    let pairs = try dictionaries.table("party_pairs_learned.tsv").column("pair")
    compounds = Set(
      try dictionaries.table("compounds_learned.tsv").column("compound").map(WrittenWord.normal))
    neighbours = Set(pairs.map(WrittenWord.normal)).union(compounds)
    foldedNeighbours = Set(neighbours.map { Folding.folded($0) })
    known = Set(neighbours.flatMap { $0.split(separator: " ").map(String.init) })
  }

  /// A party begins at the token.
  func begins(_ text: TokenText, at position: Int) -> Bool {
    guard let match = heads.match(text, at: position) else { return isKnownBody(text, position) }
    guard text[position].isCapitalised || small[match.index] else { return false }
    if let other = others.match(text, at: position), other.end >= match.end { return false }
    return !isVerb(text, position)
  }

  /// A body of the gazetteer whose head has wrong marks (`Sờ Y tế`).
  private func isKnownBody(_ text: TokenText, _ position: Int) -> Bool {
    guard text.at(position)?.isCapitalised == true, let end = gazetteer.body(text, at: position)
    else { return false }
    return end - position > 1
  }

  func isVerb(_ text: TokenText, _ position: Int) -> Bool {
    guard let verb = verbs.match(text, at: position) else { return false }
    return heads.match(text, at: position).map { $0.end <= verb.end } ?? true
  }

  /// Where a phrase ends that goes on with a name.
  /// - Parameter head: the end of the word that the name begins with.
  func tail(_ text: TokenText, at position: Int, head: Int) -> Int? {
    if let tail = tails.match(text, at: position) { return tail.end }
    guard let name = verbal.match(text, at: position) else { return nil }
    if text[position].isCapitalised { return name.end }
    guard isOfGroup[name.index], position == head, head < text.count else { return nil }
    return isKindOfGroup(text, head - 1, before: name.end) ? name.end : nil
  }

  /// `Đoàn kiểm tra lập …`; behind `Đơn vị`, which may act itself, only before another verb or a mark.
  private func isKindOfGroup(_ text: TokenText, _ position: Int, before next: Int) -> Bool {
    let word = text[position].written
    if ["đoàn", "tổ", "đội"].contains(word) { return true }
    guard ["đồng", "vị", "quan"].contains(word) else { return false }
    guard let token = text.at(next) else { return true }
    return token.kind == .mark && token.text != "," || token.isCapitalised || token.text == "và"
      || verbs.match(text, at: next) != nil || token.text == "," && text.at(next + 1)?.isCapitalised == true
  }

  /// An unknown verb: neither names nor words of two syllables hold the word behind the one before it, and verbs, or
  /// words of two syllables, begin with it.
  func isForeign(_ text: TokenText, _ position: Int) -> Bool {
    guard isUnseen(text, position) else { return false }
    if starts.contains(text[position].written) { return true }
    guard let next = text.at(position + 1), next.kind == .word else { return false }
    return compounds.contains("\(text[position].written) \(next.written)")
  }

  func isUnseen(_ text: TokenText, _ position: Int) -> Bool {
    let before = text[position - 1]
    guard before.kind == .word, before.text != "và" else { return false }
    let (first, second) = (before.written, text[position].written)
    if known.contains(first), known.contains(second) { return !neighbours.contains("\(first) \(second)") }
    return !foldedNeighbours.contains(before.folded + text[position].folded)
  }

  /// A verb, or a word that verbs begin with and that is not the first half of some other word (`Thành viên`).
  func beginsAction(_ text: TokenText, _ position: Int) -> Bool {
    if verbs.match(text, at: position) != nil { return true }
    guard let next = text.at(position + 1), next.kind == .word else { return false }
    return starts.contains(text[position].written) && !isCompound(text, position + 1)
  }

  /// The two tokens up to here are one word: `Đào tạo`, whatever verb `tạo` is.
  func isCompound(_ text: TokenText, _ position: Int) -> Bool {
    text[position - 1].kind == .word
      && compounds.contains("\(text[position - 1].written) \(text[position].written)")
  }
}
