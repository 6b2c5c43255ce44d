/// Text taken apart into tokens and the white space between them, so that it can be put together again.
public struct TextLayout: Sendable {
  /// Each line: white space before each token, and after the last.
  private var spaces: [[String]] = []
  public private(set) var tokens: [[ObservedToken]] = []
  private var ends: [String] = []

  public init(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let end = rest.firstIndex(of: "\n") {
      addLine(rest[..<end], end: "\n")
      rest = rest[rest.index(after: end)...]
    }
    addLine(rest, end: "")
  }

  private mutating func addLine(_ line: Substring.UnicodeScalarView, end: String) {
    var gaps: [String] = []
    var words: [ObservedToken] = []
    var rest = line
    while !rest.isEmpty {
      let word = rest.firstIndex { CharacterClass.of($0.value) != .space } ?? rest.endIndex
      gaps.append(String(rest[..<word]))
      rest = rest[word...]
      let space = rest.firstIndex { CharacterClass.of($0.value) == .space } ?? rest.endIndex
      if space > word { words.append(ObservedToken(String(rest[..<space]))) }
      rest = rest[space...]
    }
    spaces.append(gaps)
    tokens.append(words)
    ends.append(end)
  }

  /// White space before a token.
  func space(_ line: Int, _ place: Int) -> String { spaces[line][place] }

  /// White space after the last token of a line, and the line's end.
  func tail(_ line: Int) -> String {
    (spaces[line].count > tokens[line].count ? spaces[line][tokens[line].count] : "") + ends[line]
  }

  /// The text with other tokens in the same places.
  public func text(_ restored: [[RestoredToken]]) -> String {
    var result = ""
    for (line, row) in restored.enumerated() {
      for (place, token) in row.enumerated() {
        if token.decision != .joined { result += space(line, place) }
        result += token.text
      }
      result += tail(line)
    }
    return result
  }
}
