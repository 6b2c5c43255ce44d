import SoHoaModel

/// Drops what is no text: rule lines, specks and shreds of seals that the engine spelled out.
struct WordFilter {
  /// Letters and digits always stay, whatever their confidence: later stages judge them.
  func run(_ lines: [RecognisedLine]) -> [RecognisedLine] {
    let height = typicalHeight(lines)
    return lines.map { line in
      var line = line
      line.words = line.words.filter { isText($0, height: height) }
      return line
    }
  }

  private func isText(_ word: RecognisedWord, height: Double) -> Bool {
    let text = word.text.trimmingWhitespace
    guard !text.isEmpty, word.box.width > 0, word.box.height > 0 else { return false }
    if text.contains(where: { $0.isLetter || $0.isNumber }) { return !isAbsurd(word, height) }
    return Self.marks.contains(String(text)) || (word.confidence > 0.5 && !isAbsurd(word, height))
  }

  /// Several lines tall, or a hair's breadth: no letters look so.
  private func isAbsurd(_ word: RecognisedWord, _ height: Double) -> Bool {
    let tall = Double(word.box.height)
    return height > 0 && (tall > 5 * height || (tall < height / 8 && Double(word.box.width) > 4 * height))
  }

  private func typicalHeight(_ lines: [RecognisedLine]) -> Double {
    let heights = lines.flatMap(\.words).map(\.box.height).sorted()
    return heights.isEmpty ? 0 : Double(heights[heights.count / 2])
  }

  /// List marks and signs that stand alone in documents.
  private static let marks: Set<String> = [
    "-", "–", "+", "*", "•", "/", "...", "…", "%", "&", "\"", "“", "”",
  ]
}

extension String {
  fileprivate var trimmingWhitespace: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
