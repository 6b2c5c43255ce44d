/// Text as Markdown takes it (CommonMark with the tables of GitHub).
enum MarkdownText {
  private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&"]

  /// Inside of a line.
  static func inline(_ text: String) -> String {
    guard text.contains(where: { special.contains($0) || $0.isNewline }) else { return text }
    return text.reduce(into: "") { out, character in
      if character.isNewline {
        out.append(" ")
      } else {
        if special.contains(character) { out.append("\\") }
        out.append(character)
      }
    }
  }

  /// At the beginning of a line, where `-`, `+` and `1.` would open a list.
  static func line(_ text: String) -> String {
    let text = inline(text)
    guard let first = text.first else { return text }
    if "-+=".contains(first) { return "\\" + text }
    guard let end = text.firstIndex(where: { !$0.isASCII || !$0.isNumber }), end > text.startIndex,
      text[end] == "." || text[end] == ")"
    else { return text }
    return text[..<end] + "\\" + text[end...]
  }
}
