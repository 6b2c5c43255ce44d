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
    let words = Array(words)
    self.init(
      text: words.map(\.text).filter { !$0.isEmpty }.joined(separator: " "), words: words.map(\.id))
  }

  public init(_ line: Line) { self.init(line.words) }
}
