import SoHoaDictionaries
import SoHoaStructure

/// Names of parties in running text: `Sở Y tế`, `các phòng, đơn vị trực thuộc`, and lists of them.
///
///     parties := party (("," | "và") party)*
///     party   := HEAD word*       up to a verb of duty, a mark or the next party
struct PartyGrammar: Sendable {
  /// Words that a party's name may have.
  static let longest = 24

  let words: PartyWords
  private let name: PartyNameEnd

  var heads: WrittenPhrases { words.heads }
  var verbs: WrittenPhrases { words.verbs }

  init(_ dictionaries: DictionaryFolder, _ gazetteer: Gazetteer) throws(DictionaryError) {
    words = try PartyWords(dictionaries, gazetteer)
    name = PartyNameEnd(words: words)
  }

  func begins(_ text: TokenText, at position: Int) -> Bool { words.begins(text, at: position) }

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

  /// The parties of a list that begins at the token, and where it ends.
  func list(_ text: TokenText, at start: Int) -> (parties: [Range<Int>], end: Int)? {
    guard begins(text, at: start) else { return nil }
    var parties: [Range<Int>] = []
    var position = start
    while begins(text, at: position) {
      let end = name.end(text, from: position)
      parties.append(Trimming.content(text, position..<end, extra: ["("]))
      position = end
      guard let next = separatorEnd(text, at: end), begins(text, at: next) else { break }
      position = next
    }
    guard parties.count > 1 || !isBare(text, parties[0]) else { return nil }
    return (parties, parties.last!.upperBound)
  }

  /// `Cơ quan chủ trì …`: nobody in particular.
  private func isBare(_ text: TokenText, _ party: Range<Int>) -> Bool {
    Self.kinds.contains { $0.count == party.count && text.says($0, at: party.lowerBound) }
  }

  private static let kinds = [
    ["co", "quan"], ["don", "vi"], ["to", "chuc"], ["ca", "nhan"], ["doanh", "nghiep"], ["luc", "luong"],
    ["can", "bo"], ["cong", "chuc"], ["vien", "chuc"], ["lanh", "dao"], ["thue"], ["quy"],
    ["thuong", "truc"], ["bao"], ["ban"],
  ]

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
      var end = isKnown ? name.end(text, from: position) : cellEnd(text, from: position)
      if text.at(end)?.text == ":", !begins(text, at: end + 1) {
        end = cellEnd(text, from: end + 1, marks: [";"])
      }
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

  /// `,`, `và`, `hoặc`, `, và` before the next party.
  private func separatorEnd(_ text: TokenText, at position: Int) -> Int? {
    var end = position
    if let mark = text.at(end)?.text, mark == "," || mark == ";" { end += 1 }
    if let word = text.at(end)?.text, word == "và" || word == "hoặc" { end += 1 }
    return end > position ? end : nil
  }

  /// What may begin an action that no list of verbs has: a word in small letters that names do not go on with.
  func maybeVerb(_ text: TokenText, at position: Int) -> Bool {
    guard let token = text.at(position), token.kind == .word, token.text.first?.isLowercase == true else {
      return false
    }
    return token.text.allSatisfy(\.isLetter) && !PartyNameEnd.ends.contains(token.text)
      && !Self.joints.contains(token.text) && heads.match(text, at: position) == nil
  }

  private static let joints: Set<String> = [
    "của", "có", "bị", "và", "hoặc", "thuộc", "ở", "nơi", "gồm", "các", "những", "nêu", "vẫn", "còn", "đang",
    "trên", "dưới", "cũng", "tỉnh", "xã", "phường", "huyện", "thành",
  ]
}
