/// Cuts running text into clauses at stops and semicolons.
enum Clauses {
  /// Ranges of tokens without the stop that ends them.
  static func ranges(_ text: TokenText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for position in text.indices where isEnd(text, position) {
      if position > start { ranges.append(start..<position) }
      start = position + 1
    }
    if start < text.count { ranges.append(start..<text.count) }
    return ranges
  }

  private static func isEnd(_ text: TokenText, _ position: Int) -> Bool {
    switch text[position].text {
    case ";": return true
    case ".":
      guard let next = text.at(position + 1) else { return true }
      if next.text == "/" { return true }
      return next.hasSpaceBefore && next.isCapitalised && (text.at(position - 1)?.text.count ?? 0) > 1
    default: return false
    }
  }
}
