import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Words as they are written, with one placement of tone marks and in small letters.
enum WrittenWord {
  static func normal(_ text: String) -> String {
    var text = text.lowercased()
    guard text.unicodeScalars.contains(where: { "ỷàá".unicodeScalars.contains($0) }) else { return text }
    for (new, old) in [("uỷ", "ủy"), ("hoà", "hòa"), ("hoá", "hóa")] where text.contains(new) {
      text = text.replacing(new, with: old)
    }
    return text
  }

  static func words(_ phrase: String) -> [String] { phrase.split(separator: " ").map { normal(String($0)) } }
}

/// Phrases by their first word, as written; of longer ones a word may have lost its marks, or have wrong ones.
struct WrittenPhrases: Sendable {
  private struct Entry: Sendable {
    let words: [String]
    let folded: [String]
    let index: Int
  }

  /// By the first word without marks.
  private var byFirst: [String: [Entry]] = [:]

  init(_ phrases: [String]) {
    for (index, phrase) in phrases.enumerated() {
      let words = WrittenWord.words(phrase)
      let folded = words.map { Folding.folded($0) }
      guard let first = folded.first else { continue }
      byFirst[first, default: []].append(Entry(words: words, folded: folded, index: index))
    }
    byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The longest phrase that begins at a token.
  func match(_ text: TokenText, at position: Int) -> (index: Int, end: Int)? {
    guard let token = text.at(position), token.kind == .word,
      let candidates = byFirst[token.folded]
    else { return nil }
    for candidate in candidates where says(candidate, text, position) {
      return (candidate.index, position + candidate.words.count)
    }
    return nil
  }

  private func says(_ entry: Entry, _ text: TokenText, _ position: Int) -> Bool {
    guard position + entry.words.count <= text.count else { return false }
    var damaged = 0
    for (offset, word) in entry.words.enumerated() {
      let token = text[position + offset]
      if token.kind == .mark ? token.text == word : token.written == word { continue }
      guard token.kind == .word, token.folded == entry.folded[offset] else { return false }
      damaged += 1
    }
    return damaged * 2 < entry.words.count || damaged == entry.words.count && isBare(text, position, entry)
  }

  /// The whole phrase has lost its marks (`chu tri`), which it takes more than chance to do.
  private func isBare(_ text: TokenText, _ position: Int, _ entry: Entry) -> Bool {
    entry.words.count > 1
      && (position..<position + entry.words.count).allSatisfy { text[$0].text.utf8.allSatisfy { $0 < 128 } }
  }
}

/// Names of parties in running text: `Sở Y tế`, `các phòng, đơn vị trực thuộc`, and lists of them.
///
///     parties := party (("," | "và") party)*
///     party   := HEAD word*       up to a verb of duty, a mark or the next party
struct PartyGrammar: Sendable {
  /// Words that a party's name may have.
  static let longest = 24

  let heads: WrittenPhrases
  private let small: [Bool]
  let verbs: WrittenPhrases
  /// Levels (`cấp tỉnh`) that go on with a name though a verb begins with the same word.
  private let levels: WrittenPhrases
  /// Neighbours in names of bodies, without marks and space: `yte`.
  private let pairs: Set<String>
  /// Words that verbs begin with.
  private let starts: Set<String>
  private let gazetteer: Gazetteer
  private static let ends: Set<String> = [
    "để", "về", "trước", "chậm", "theo", "tại", "khi", "nếu", "trong", "đến", "kết", "với", "cùng", "cho",
    "từ",
    "qua", "bằng", "này", "như", "nhằm", "được", "đã", "sẽ", "là", "hằng", "hàng", "xem", "phê", "quyết",
    "kính", "trân", "nếu", "mà", "xong", "muộn", "hoàn", "định", "nay", "sau", "vào", "ngay", "đúng", "do",
    "nhưng", "chưa", "không",
  ]

  init(_ dictionaries: DictionaryFolder, _ gazetteer: Gazetteer) throws(DictionaryError) {
    self.gazetteer = gazetteer
    let table = try dictionaries.table("party_heads.tsv")
    heads = WrittenPhrases(table.column("head"))
    small = table.column("small").map { $0 == "yes" }
    let learned = try dictionaries.table("duty_verbs_learned.tsv").column("verb")
    let written = try dictionaries.table("duty_verbs.tsv").column("verb") + learned
    verbs = WrittenPhrases(written)
    starts = Set(written.compactMap { WrittenWord.words($0).first })
    levels = WrittenPhrases(try dictionaries.table("party_tails.tsv").column("tail"))
    pairs = Set(try dictionaries.table("party_pairs_learned.tsv").column("pair").map { Folding.folded($0) })
  }

  /// A party begins at the token.
  func begins(_ text: TokenText, at position: Int) -> Bool {
    guard let match = heads.match(text, at: position) else { return isKnownBody(text, position) }
    guard text[position].isCapitalised || small[match.index] else { return false }
    return !isVerb(text, position)
  }

  /// A body of the gazetteer whose head has wrong marks (`Sờ Y tế`).
  private func isKnownBody(_ text: TokenText, _ position: Int) -> Bool {
    guard text.at(position)?.isCapitalised == true, let end = gazetteer.body(text, at: position)
    else { return false }
    return end - position > 1
  }

  /// A capitalised name of an unknown form between an order and a verb; it may be damaged.
  func unknown(_ text: TokenText, at start: Int) -> (parties: [Range<Int>], end: Int)? {
    guard let token = text.at(start), token.isCapitalised, token.kind == .word else { return nil }
    for end in start + 1..<min(text.count, start + Self.longestUnknown + 1) {
      if text[end].text.first?.isLowercase == true, verbs.match(text, at: end) != nil {
        return end > start + 1 ? ([start..<end], end) : nil
      }
      if text[end].kind == .mark, text[end].text != "," && text[end].text != "-" { return nil }
    }
    return nil
  }

  /// In tokens.
  private static let longestUnknown = 12

  private func isVerb(_ text: TokenText, _ position: Int) -> Bool {
    guard let verb = verbs.match(text, at: position) else { return false }
    return heads.match(text, at: position).map { $0.end <= verb.end } ?? true
  }

  /// The parties of a list that begins at the token, and where it ends.
  func list(_ text: TokenText, at start: Int) -> (parties: [Range<Int>], end: Int)? {
    guard begins(text, at: start) else { return nil }
    var parties: [Range<Int>] = []
    var position = start
    while begins(text, at: position) {
      let end = partyEnd(text, from: position)
      parties.append(Trimming.content(text, position..<end, extra: ["("]))
      position = end
      guard let next = separatorEnd(text, at: end), begins(text, at: next) else { break }
      position = next
    }
    return (parties, parties.last!.upperBound)
  }

  /// The parties of a cell of a table; what is no known form of a name stands as it is, up to the next mark.
  func cell(_ text: TokenText) -> [(range: Range<Int>, isKnown: Bool)] {
    var parties: [(range: Range<Int>, isKnown: Bool)] = []
    var position = 0
    while position < text.count {
      guard text[position].kind != .mark, text[position].text != "và" else {
        position += 1
        continue
      }
      let isKnown = begins(text, at: position)
      var end = isKnown ? partyEnd(text, from: position) : cellEnd(text, from: position)
      if text.at(end)?.text == ":" { end = cellEnd(text, from: end + 1, marks: [";"]) }
      let range = Trimming.content(text, position..<end, extra: ["("])
      if range.count > 1 || isKnown, range.count <= Self.longest { parties.append((range, isKnown)) }
      position = max(end, position + 1)
    }
    return parties
  }

  private func cellEnd(_ text: TokenText, from start: Int, marks: Set<String> = [",", ";", "."]) -> Int {
    var end = start
    while let token = text.at(end), !marks.contains(token.text),
      end == start || !begins(text, at: end) || marks.count < 2
    {
      end += 1
    }
    return end
  }

  /// `,`, `và`, `, và` before the next party.
  private func separatorEnd(_ text: TokenText, at position: Int) -> Int? {
    var end = position
    if let mark = text.at(end)?.text, mark == "," || mark == ";" { end += 1 }
    if text.at(end)?.text == "và" { end += 1 }
    return end > position ? end : nil
  }

  private func partyEnd(_ text: TokenText, from start: Int) -> Int {
    let head = heads.match(text, at: start)?.end ?? start + 1
    if let known = department(text, at: start) { return known }
    var end = max(head, gazetteer.body(text, at: start) ?? gazetteer.body(text, at: head) ?? head)
    while let token = text.at(end), end - start < Self.longest {
      if token.kind == .mark {
        guard goesOn(text, over: end) else { break }
      } else {
        if token.text == "và", begins(text, at: end + 1), !isJointOffice(text, start, end) { break }
        let isSmall = token.text.first?.isLowercase == true
        if let level = levels.match(text, at: end) {
          end = level.end
          continue
        }
        if isSmall, end > head, isBehindWhole(text, end) { break }
        if isSmall, end > head, isForeign(text, end) {
          end = beforeUnknown(text, end, from: head)
          break
        }
        if isSmall, end == head, Self.kindsOfGroup.contains(text[end - 1].written), end - start < 3,
          let verb = verbs.match(text, at: end)
        {
          end = verb.end
          continue
        }
        if isSmall, Self.ends.contains(token.text) || isVerb(text, end) { break }
      }
      end += 1
    }
    return end
  }

  /// `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân`
  private func isJointOffice(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { text.says(["van", "phong"], at: $0) }
      && text.says(["hoi", "dong", "nhan", "dan", "va", "uy", "ban", "nhan", "dan"], at: end - 4)
  }

  /// A small word behind a unit of the country, or behind `liên quan`, `trực thuộc`: the name is whole before it.
  private func isBehindWhole(_ text: TokenText, _ position: Int) -> Bool {
    guard let before = text.at(position - 1)?.written, !Self.tails.contains(text[position].written) else {
      return false
    }
    if Self.units.contains(before) { return true }
    return text.says(["lien", "quan"], at: position - 2) || text.says(["truc", "thuoc"], at: position - 2)
      || text.says(["thanh", "pho"], at: position - 2)
  }

  /// An unknown verb: names do not hold the word behind the one before it, and verbs begin with it.
  private func isForeign(_ text: TokenText, _ position: Int) -> Bool {
    let word = text[position].written
    return starts.contains(word) && !Self.tails.contains(word) && isUnseen(text, position)
  }

  private func isUnseen(_ text: TokenText, _ position: Int) -> Bool {
    let before = text[position - 1]
    return before.kind == .word && !pairs.contains(before.folded + text[position].folded)
  }

  /// Over small words that names do not hold either (`Phòng Kinh tế vót tre đan giỏ`).
  private func beforeUnknown(_ text: TokenText, _ position: Int, from head: Int) -> Int {
    var end = position
    while end - 1 > head, text[end - 1].text.first?.isLowercase == true, isUnseen(text, end - 1) { end -= 1 }
    return end
  }

  /// What may begin an action that no list of verbs has: a word in small letters that names do not go on with.
  func maybeVerb(_ text: TokenText, at position: Int) -> Bool {
    guard let token = text.at(position), token.kind == .word, token.text.first?.isLowercase == true else {
      return false
    }
    return token.text.allSatisfy(\.isLetter) && !Self.ends.contains(token.text)
      && !Self.joints.contains(token.text) && heads.match(text, at: position) == nil
  }

  private static let joints: Set<String> = [
    "của", "có", "bị", "và", "hoặc", "thuộc", "ở", "nơi", "gồm", "các", "những", "nêu", "vẫn", "còn", "đang",
    "trên", "dưới", "cũng", "tỉnh", "xã", "phường", "huyện", "thành",
  ]

  /// Heads that say nothing without the word behind them: `Đoàn kiểm tra`, `Hội đồng tuyển chọn`.
  private static let kindsOfGroup: Set<String> = ["đoàn", "tổ", "đội", "đồng"]
  private static let units: Set<String> = ["tỉnh", "xã", "phường", "huyện", "quận", "ủy"]
  /// Small words that go on behind one.
  private static let tails: Set<String> = [
    "tỉnh", "thành", "xã", "phường", "huyện", "quận", "trực", "liên", "thuộc", "và", "trên", "ủy", "hội",
    "đội",
    "khác", "sở", "ban", "đặc", "khu", "thị", "có", "của", "nơi", "nhân", "ở", "cùng", "cấp", "viên", "biên",
    "miền",
  ]

  /// A ministry or department by its full name ends with it, whatever verb follows; a place may stand behind.
  private func department(_ text: TokenText, at start: Int) -> Int? {
    guard ["so", "bo"].contains(text[start].folded), var end = gazetteer.body(text, at: start) else {
      return nil
    }
    while let token = text.at(end), token.kind == .word, token.isCapitalised || isPlaceWord(text, end) {
      end += 1
    }
    return end
  }

  private func isPlaceWord(_ text: TokenText, _ position: Int) -> Bool {
    let word = text[position].text
    return word == "tỉnh" || word == "thành" && text.at(position + 1)?.text == "phố"
      || word == "phố" && text.at(position - 1)?.text == "thành"
  }

  /// Marks inside of a name: `các sở, ban, ngành`, `Văn hóa, Thể thao`, `Tổ chức - Hành chính`, `(HĐND)`.
  private func goesOn(_ text: TokenText, over position: Int) -> Bool {
    let mark = text[position].text
    guard let next = text.at(position + 1) else { return false }
    if mark == "-" || mark == "–" { return next.kind == .word }
    if mark == "(" { return next.text == "qua" || next.isCapitals }
    if mark == ")" { return false }
    guard mark == ",", next.kind == .word, !begins(text, at: position + 1) else { return false }
    if isVerb(text, position + 1) || Self.ends.contains(next.text) { return false }
    if heads.match(text, at: position + 1) != nil { return true }
    return next.isCapitalised
      || text.at(position + 2).map { $0.kind == .mark || $0.text == "và" || isTail(text, position + 2) }
        == true
  }

  /// `các phòng, đơn vị trực thuộc`: small words that still belong to the group.
  private func isTail(_ text: TokenText, _ position: Int) -> Bool {
    let token = text[position]
    return token.kind == .word && token.text.first?.isLowercase == true
      && verbs.match(text, at: position) == nil
  }
}
