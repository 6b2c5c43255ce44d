import SoHoaModel

/// Sets passages as text with the doubts of their words in place.
struct TextSetter {
  /// How far beyond its place a word is looked for, in bytes.
  private static let reach = 32

  let words: WordBook

  init(_ words: WordBook) { self.words = words }

  func text(_ passage: Passage) -> TypedText { textAndTail(passage).text }

  /// A heading; what was taken from its end on the line (`Thư ký:`) comes back if text goes on behind it.
  func text(runIn passage: Passage) -> TypedText {
    let (text, tail) = textAndTail(passage)
    return text + TypedText(tail)
  }

  /// Lines one after the other, whole words at their ends.
  func text(lines: some Sequence<Line>) -> TypedText { text(Passage(lines: lines.map(\.words))) }

  /// One text of several printed lines.
  func text(joining lines: [Passage]) -> TypedText {
    text(Passage(lines: lines.map { $0.words.compactMap { words[$0] } }))
  }

  /// A passage by the lines that it was printed on.
  func lines(_ passage: Passage) -> [TypedText] {
    words.printedLines(passage).map { text(Passage($0)) }
  }

  /// The words of a passage one by one, where a line has room left for something that is not there.
  func texts(_ passage: Passage) -> [TypedText] {
    passage.words.compactMap { id in
      guard let word = words[id], !word.text.isEmpty else { return nil }
      var text = TypedText()
      text.append(word.text, doubt: words.doubt(id))
      return text
    }
  }

  private func textAndTail(_ passage: Passage) -> (text: TypedText, tail: String) {
    var text = TypedText()
    var tail = ""
    let bytes = passage.text.utf8
    var cursor = bytes.startIndex
    for id in passage.words {
      guard let word = words[id]?.text, !word.isEmpty, cursor < bytes.endIndex,
        let place = Self.find(word, in: bytes[cursor...])
      else { continue }
      text.append(String(passage.text[cursor..<place.range.lowerBound]))
      text.append(String(passage.text[place.range]), doubt: words.doubt(id))
      cursor = place.range.upperBound
      tail = place.rest
    }
    text.append(String(passage.text[cursor...]))
    return (text, cursor == bytes.endIndex ? tail : "")
  }

  /// Where the word stands next, and what of it the text has lost at its end.
  private static func find(
    _ word: String, in bytes: Substring.UTF8View
  ) -> (range: Range<String.Index>, rest: String)? {
    var start = bytes.startIndex
    for _ in 0..<reach where start < bytes.endIndex {
      let rest = bytes[start...]
      if rest.starts(with: word.utf8) {
        return (start..<bytes.index(start, offsetBy: word.utf8.count), "")
      }
      if word.utf8.count > rest.count, word.utf8.starts(with: rest), !rest.isEmpty {
        return (start..<bytes.endIndex, String(decoding: word.utf8.dropFirst(rest.count), as: UTF8.self))
      }
      bytes.formIndex(after: &start)
    }
    return nil
  }
}
