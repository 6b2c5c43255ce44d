/// Words in a row and what they say now: one printed line, or a paragraph joined over line ends.
public struct Passage: Hashable, Codable, Sendable {
  public var text: String
  public var words: [ID<Word>]

  public init(text: String, words: [ID<Word>]) {
    self.text = text
    self.words = words
  }

  /// The current readings of the words, joined by single spaces.
  public init(_ words: some Sequence<Word>) {
    self.init(lines: [Array(words)])
  }

  public init(_ line: Line) { self.init(line.words) }

  /// The current readings of the words of several lines; what the end of a line has cut is whole again.
  public init(lines: [[Word]]) {
    var text = ""
    for line in lines {
      let words = line.map(\.text).filter { !$0.isEmpty }
      guard let first = words.first else { continue }
      text += LineEnd.separator(after: text, before: first) + words.joined(separator: " ")
    }
    self.init(text: text, words: lines.flatMap { $0.map(\.id) })
  }
}

/// What stands between the last word of a line and the first of the next, once they stand in a row.
///
/// Vietnamese cuts no syllable at the end of a line. A hyphen or stroke that touches the word before it is part
/// of a code or a compound (`57-` `NQ/TW`); one that stands alone keeps its spaces (`Hà Nội -` `Hải Phòng`).
public enum LineEnd {
  /// - Parameters:
  ///   - text: up to the end of the line.
  ///   - word: the first of the next line.
  /// - Returns: "" or a space.
  public static func separator(after text: some StringProtocol, before word: some StringProtocol) -> String {
    guard let last = text.last, let first = word.first else { return "" }
    if isJoint(last) { return isPartOfWord(text.dropLast().last) && isWordly(first) ? "" : " " }
    let isTail = isJoint(first) && isWordly(word.dropFirst().first ?? " ")
    return isTail && last.isNumber ? "" : " "
  }

  private static func isJoint(_ character: Character) -> Bool { "-–‑/".contains(character) }
  private static func isWordly(_ character: Character) -> Bool { character.isLetter || character.isNumber }
  private static func isPartOfWord(_ character: Character?) -> Bool { character.map(isWordly) ?? false }
}
