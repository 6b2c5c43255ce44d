/// Text taken apart into tokens and the white space between them, so that it can be put together again.
public struct TextLayout: Sendable {
  /// Longer runs without white space are cut, so that no token is gigantic.
  static let longestToken = 4096

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
      let space = Self.tokenEnd(rest)
      if space > word { words.append(ObservedToken(String(rest[..<space]))) }
      rest = rest[space...]
    }
    spaces.append(gaps)
    tokens.append(words)
    ends.append(end)
  }

  /// The end of the token that a text begins with.
  private static func tokenEnd(_ text: Substring.UnicodeScalarView) -> Substring.Index {
    var end = text.startIndex
    var count = 0
    while end < text.endIndex, count < longestToken, CharacterClass.of(text[end].value) != .space {
      text.formIndex(after: &end)
      count += 1
    }
    return end
  }

  /// White space before a token.
  func space(_ line: Int, _ place: Int) -> String { spaces[line][place] }

  /// White space after the last token of a line, and the line's end.
  func tail(_ line: Int) -> String {
    (spaces[line].count > tokens[line].count ? spaces[line][tokens[line].count] : "") + ends[line]
  }

  /// Parts of lines between wide gaps, which may be in encodings of their own.
  var segments: [(line: Int, tokens: Range<Int>)] {
    tokens.indices.flatMap { line in
      var parts: [(line: Int, tokens: Range<Int>)] = []
      for place in tokens[line].indices {
        if place == 0 || isWide(spaces[line][place]) {
          parts.append((line, place..<place + 1))
        } else {
          parts[parts.count - 1].tokens = parts[parts.count - 1].tokens.lowerBound..<place + 1
        }
      }
      return parts
    }
  }

  private func isWide(_ space: String) -> Bool { space.utf8.count > 1 || space == "\t" }

  /// The text with other tokens in the same places.
  public func text(_ restored: [[RestoredToken]]) -> String {
    text(restored) { $0.decision == .joined ? nil : $0.text }
  }

  func text(_ tokens: [[ObservedToken]]) -> String { text(tokens) { $0.text } }

  /// - Parameter read: what a token says; nil where it and the space before it have gone.
  private func text<Token>(_ rows: [[Token]], _ read: (Token) -> String?) -> String {
    var result = ""
    for (line, row) in rows.enumerated() {
      for (place, token) in row.enumerated() {
        guard let word = read(token) else { continue }
        result += space(line, place)
        result += word
      }
      result += tail(line)
    }
    return result
  }
}
