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
  /// Begins with a capital letter.
  let isCapitalised: Bool
  /// All letters are capitals (`KH`, `QH15`, `TTg` not).
  let isCapitals: Bool
  var number: Int? { kind == .number ? Int(text) : nil }
}

/// Words cut into tokens, with the way back to the words.
struct TokenText: Sendable {
  let tokens: [Token]
  let words: [Word]

  /// - Parameter passage: what the words say together; the first and the last may be parts of theirs only.
  init(_ words: [Word], saying passage: String? = nil) {
    let glued = passage.map { Self.glued(words, in: $0) } ?? []
    var tokens: [Token] = []
    tokens.reserveCapacity(words.count * 2)
    for (index, word) in words.enumerated() {
      var text = CodeWord.text(of: word)
      if index == 0, let passage, !passage.hasPrefix(word.text) { text = Self.overlap(text, passage) }
      if index == words.count - 1, let passage { text = Self.overlap(text, endOf: passage, word) }
      Self.cut(text, word: index, isGlued: glued.contains(index), into: &tokens)
    }
    self.tokens = tokens
    self.words = words
  }

  init(_ passage: Passage, _ index: WordIndex) {
    self.init(index.words(of: passage), saying: passage.text)
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

  /// What was run together with the next column is no part of the passage.
  private static func overlap(_ text: String, endOf passage: String, _ word: Word) -> String {
    guard text == word.text, !passage.hasSuffix(text) else { return text }
    let head = text.indices.dropFirst().last { passage.hasSuffix(text[..<$0]) }
    return head.map { String(text[..<$0]) } ?? text
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
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var isFirst = !isGlued
    func flush(to end: String.Index, _ tokens: inout [Token]) {
      guard start < end else { return }
      if let day = gluedDay(scalars[start..<end]) {
        tokens.append(Token(String(scalars[start..<day]), word: word, hasSpaceBefore: isFirst))
        (start, isFirst) = (day, true)
      }
      tokens.append(Token(String(scalars[start..<end]), word: word, hasSpaceBefore: isFirst))
      isFirst = false
    }
    for index in scalars.indices {
      let kind = ScalarKind(scalars[index])
      if kind == .letter || kind == .digit || kind == .combining && start < index { continue }
      flush(to: index, &tokens)
      start = scalars.index(after: index)
      if kind == .space {
        isFirst = true
      } else {
        tokens.append(Token(String(scalars[index..<start]), word: word, hasSpaceBefore: isFirst))
        isFirst = false
      }
    }
    flush(to: scalars.endIndex, &tokens)
  }

  /// `UBNDngày`: where the word begins that has lost the space before it.
  private static func gluedDay(_ run: Substring.UnicodeScalarView) -> String.Index? {
    guard run.last == "y", run.first?.properties.isUppercase == true else { return nil }
    let code = run.prefix { $0.properties.isUppercase }
    let day = run[code.endIndex...]
    return code.count >= 2 && ["ngày", "ngay"].contains(String(day)) ? code.endIndex : nil
  }
}

extension Token {
  fileprivate init(_ text: String, word: Int, hasSpaceBefore: Bool) {
    var (hasDigits, hasOthers, hasLetters, hasSmall) = (false, false, false, false)
    for scalar in text.unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      hasDigits = hasDigits || isDigit
      hasOthers = hasOthers || !isDigit
      hasLetters = hasLetters || !isDigit && ScalarKind(scalar) == .letter
      hasSmall = hasSmall || !isDigit && scalar.properties.isLowercase
    }
    let kind: Kind = hasDigits && !hasOthers ? .number : !hasLetters ? .mark : hasDigits ? .mixed : .word
    self.init(
      text: text, kind: kind, folded: Folding.folded(text),
      written: kind == .word ? WrittenWord.normal(text) : text, word: word, hasSpaceBefore: hasSpaceBefore,
      isCapitalised: text.unicodeScalars.first?.properties.isUppercase ?? false,
      isCapitals: hasOthers && kind != .mark && !hasSmall)
  }
}

/// What a scalar is to a grammar. Unicode's own tables are asked only outside of the Latin blocks.
private enum ScalarKind {
  case letter, digit, combining, space, mark

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x30...0x39: self = .digit
    case 0x20, 0xA0: self = .space
    case 0..<0x80, 0xD7, 0xF7: self = .mark
    case 0xC0...0x24F, 0x1E00...0x1EFF: self = .letter
    case 0x300...0x36F: self = .combining
    default:
      let properties = scalar.properties
      if properties.isAlphabetic {
        self = .letter
      } else if properties.numericType != nil {
        self = .digit
      } else {
        self = Self.joins(properties) ? .combining : .mark
      }
    }
  }

  private static func joins(_ properties: Unicode.Scalar.Properties) -> Bool {
    [.nonspacingMark, .enclosingMark, .spacingMark].contains(properties.generalCategory)
  }
}
