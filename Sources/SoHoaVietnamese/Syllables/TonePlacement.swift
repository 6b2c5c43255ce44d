/// Moves the tone of open `oa oe uy` between its two places. Works on NFC scalars, any case.
enum TonePlacement {
  /// The style that a word shows by itself; nil for words that look the same in both.
  static func style(of word: [UInt32]) -> ToneStyle? {
    guard let (first, second) = openGlide(word) else { return nil }
    return first.tone != .level ? .old : second.tone != .level ? .new : nil
  }

  /// The word with its tone where `style` wants it; other words as they are.
  static func placed(_ word: [UInt32], _ style: ToneStyle) -> [UInt32] {
    guard let (first, second) = openGlide(word), first.tone != second.tone else { return word }
    let tone = first.tone == .level ? second.tone : first.tone
    var glide = first
    var nucleus = second
    glide.tone = style == .old ? tone : .level
    nucleus.tone = style == .old ? .level : tone
    var result = word
    result[word.count - 2] = glide.scalar?.value ?? word[word.count - 2]
    result[word.count - 1] = nucleus.scalar?.value ?? word[word.count - 1]
    return result
  }

  /// The last two letters, where they are oa, oe or uy (not after q) with at most one tone.
  private static func openGlide(_ word: [UInt32]) -> (Letter, Letter)? {
    let count = word.count
    guard count >= 2 else { return nil }
    let table = LetterTable.shared
    guard let first = table.letter(word[count - 2]), let second = table.letter(word[count - 1]),
      first.shape == .plain, second.shape == .plain, first.tone == .level || second.tone == .level
    else { return nil }
    switch (first.base, second.base) {
    case ("o", "a"), ("o", "e"): return (first, second)
    case ("u", "y") where count < 3 || word[count - 3] | 0x20 != 0x71: return (first, second)
    default: return nil
    }
  }
}

extension TonePlacement {
  /// Text with every run of letters placed.
  static func placedAll(_ text: Scalars, _ style: ToneStyle) -> Scalars {
    guard text.contains(where: { $0 > 0x7F }) else { return text }
    var result = text
    for piece in PieceScanner.pieces(text) where piece.kind == .word {
      result.replaceSubrange(
        piece.start..<piece.end, with: placed(Array(text[piece.start..<piece.end]), style))
    }
    return result
  }
}
