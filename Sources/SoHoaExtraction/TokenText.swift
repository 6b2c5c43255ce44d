import SoHoaModel
import SoHoaStructure

/// The smallest piece that a grammar looks at: a run of letters and digits, or one other character.
struct Token: Sendable {
  enum Kind: Sendable { case number, word, mixed, mark }

  let text: String
  let kind: Kind
  /// Letters and digits without marks and case.
  let folded: String
  /// Small letters, with one placement of tone marks.
  let written: String
  /// Index into the words of the text.
  let word: Int
  let hasSpaceBefore: Bool

  var isCapitalised: Bool { text.first?.isUppercase ?? false }
  /// All letters are capitals (`KH`, `QH15`, `TTg` not).
  var isCapitals: Bool { kind != .mark && kind != .number && !text.contains { $0.isLowercase } }
  var number: Int? { kind == .number ? Int(text) : nil }
}

/// Words cut into tokens, with the way back to the words.
struct TokenText: Sendable {
  let tokens: [Token]
  let words: [Word]

  init(_ words: [Word], startingWith start: String? = nil) {
    let glued = start.map { Self.glued(words, in: $0) } ?? []
    var tokens: [Token] = []
    tokens.reserveCapacity(words.count * 2)
    for (index, word) in words.enumerated() {
      var text = CodeWord.text(of: word)
      if index == 0, let start { text = Self.overlap(text, start) }
      Self.cut(text, word: index, isGlued: glued.contains(index), into: &tokens)
    }
    self.tokens = tokens
    self.words = words
  }

  init(_ passage: Passage, _ index: WordIndex) {
    self.init(index.words(of: passage), startingWith: passage.text)
  }

  init(_ passages: [Passage], _ index: WordIndex) { self.init(passages.flatMap { index.words(of: $0) }) }

  var count: Int { tokens.count }
  var indices: Range<Int> { tokens.indices }
  subscript(position: Int) -> Token { tokens[position] }

  /// The token, or nil past the ends.
  func at(_ position: Int) -> Token? { tokens.indices.contains(position) ? tokens[position] : nil }

  /// The text of some tokens, with the spaces that stand between them.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for token in tokens[range] {
      if token.hasSpaceBefore, !text.isEmpty { text += " " }
      text += token.text
    }
    return text
  }

  /// The words that some tokens were cut from.
  func words(_ range: Range<Int>) -> ArraySlice<Word> {
    guard !range.isEmpty else { return [] }
    return words[tokens[range.lowerBound].word...tokens[range.upperBound - 1].word]
  }

  /// Do the folded tokens from `position` on say these folded words?
  func says(_ phrase: [String], at position: Int) -> Bool {
    guard position >= 0, position + phrase.count <= tokens.count else { return false }
    for (offset, word) in phrase.enumerated() where tokens[position + offset].folded != word { return false }
    return true
  }

  /// The label in front of a passage is no part of it.
  private static func overlap(_ text: String, _ start: String) -> String {
    if start.hasPrefix(text) { return text }
    var rest = text[...]
    while !rest.isEmpty, !start.hasPrefix(rest) { rest = rest.dropFirst() }
    return String(rest)
  }

  /// Words that the end of a line has cut off the word before: no space stands between them in the passage.
  private static func glued(_ words: [Word], in passage: String) -> Set<Int> {
    var glued: Set<Int> = []
    var rest = passage[...]
    for (index, word) in words.enumerated() where !word.text.isEmpty {
      let isFirst = rest.startIndex == passage.startIndex
      let text = isFirst ? overlap(word.text, passage) : word.text
      if rest.first == " " { rest.removeFirst() } else if !isFirst { glued.insert(index) }
      guard rest.hasPrefix(text) else { return [] }
      rest.removeFirst(text.count)
    }
    return glued
  }

  private static func cut(_ text: String, word: Int, isGlued: Bool, into tokens: inout [Token]) {
    var run = ""
    var isFirst = !isGlued
    func flush(_ run: inout String) {
      guard !run.isEmpty else { return }
      tokens.append(token(run, word: word, hasSpaceBefore: isFirst))
      isFirst = false
      run = ""
    }
    for character in text {
      if character.isLetter || character.isNumber {
        run.append(character)
      } else {
        flush(&run)
        if character == " " || character == "\u{A0}" {
          isFirst = true
        } else {
          tokens.append(token(String(character), word: word, hasSpaceBefore: isFirst))
          isFirst = false
        }
      }
    }
    flush(&run)
  }

  private static func token(_ text: String, word: Int, hasSpaceBefore: Bool) -> Token {
    let digits = text.filter { $0.isASCII && $0.isNumber }.count
    let letters = text.contains { $0.isLetter }
    let kind: Token.Kind = digits == text.count ? .number : !letters ? .mark : digits > 0 ? .mixed : .word
    return Token(
      text: text, kind: kind, folded: Folding.folded(text),
      written: kind == .word ? WrittenWord.normal(text) : text,
      word: word, hasSpaceBefore: hasSpaceBefore)
  }
}
