/// Text taken apart into tokens and the white space between them, so that it can be put together again.
public struct TextLayout: Sendable {
  /// Each line: white space before each token, and after the last.
  private var spaces: [[String]] = []
  public private(set) var tokens: [[ObservedToken]] = []
  private var ends: [String] = []

  public init(_ text: String) {
    var line: [ObservedToken] = []
    var gaps: [String] = []
    var gap = String.UnicodeScalarView()
    var word = String.UnicodeScalarView()
    func closeWord() {
      guard !word.isEmpty else { return }
      line.append(ObservedToken(String(word)))
      word = .init()
    }
    func closeLine(_ end: String) {
      closeWord()
      spaces.append(gaps + (gaps.count == line.count ? [String(gap)] : []))
      tokens.append(line)
      ends.append(end)
      (line, gaps, gap) = ([], [], .init())
    }
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        closeLine("\n")
      } else if scalar.properties.isWhitespace {
        closeWord()
        gap.append(scalar)
      } else {
        if word.isEmpty {
          gaps.append(String(gap))
          gap = .init()
        }
        word.append(scalar)
      }
    }
    closeLine("")
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
