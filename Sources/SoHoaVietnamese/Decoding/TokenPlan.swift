/// How a white-space token is taken apart before it is read.
struct TokenPlan: Sendable {
  enum SlotKind: Sendable {
    /// Stays as it is: marks, numbers, addresses.
    case fixed
    /// May be any word that the channel can have turned into this.
    case word
    /// Part of a code: only marks may be put back.
    case code
  }

  struct Slot: Sendable {
    var start: Int
    var end: Int
    var kind: SlotKind
  }

  var slots: [Slot] = []
  /// Slots that may also be read as one word, marks inside or at the edge being letters ("ca'p", "co'").
  var wholes: [Range<Int>] = []
  /// Words and marks only, no digits and no code: specks may have to be told from marks.
  var isProse = false

  /// - Parameter allowsWholes: true for ruined text; in other text, letters of other alphabets are fixed.
  init(_ token: Scalars, allowsWholes: Bool) {
    let pieces = PieceScanner.pieces(token)
    if ProtectedText.isProtected(token, pieces), !(allowsWholes && Self.isSymbols(token)) {
      slots = pieces.map { Slot(start: $0.start, end: $0.end, kind: .fixed) }
    } else if ProtectedText.isCode(token, pieces) {
      slots = pieces.map { Slot(start: $0.start, end: $0.end, kind: $0.kind == .word ? .code : .fixed) }
    } else {
      slots = Self.chunks(token, pieces, allowsSymbols: allowsWholes)
      isProse =
        slots.contains { $0.kind == .word } && !slots.contains { $0.kind == .fixed && isDigits(token, $0) }
      if allowsWholes { wholes = wholeRanges(token) } else { keepForeign(token) }
    }
  }

  /// Nothing in the token may change.
  mutating func fix() {
    for index in slots.indices { slots[index].kind = .fixed }
    wholes = []
    isProse = false
  }

  /// A word alone between quotes is mentioned, not used: what is said of it tells nothing of its letters.
  mutating func fixMentioned(in token: Scalars) {
    let words = slots.indices.filter { slots[$0].kind == .word }
    guard words.count == 1, let word = words.first, word > 0, word + 1 < slots.count,
      isQuote(token, slots[word - 1]), isQuote(token, slots[word + 1])
    else { return }
    fix()
  }

  private func isQuote(_ token: Scalars, _ slot: Slot) -> Bool {
    slot.end == slot.start + 1 && ModelForm.mark(token[slot.start]) == 0x22
  }

  /// Words with letters that Vietnamese does not have (ø, ü, α) stay.
  private mutating func keepForeign(_ token: Scalars) {
    for index in slots.indices where slots[index].kind == .word {
      let letters = token[slots[index].start..<slots[index].end]
      if letters.contains(where: { $0 > 0x7F && LetterTable.shared.letter($0) == nil }) {
        slots[index].kind = .fixed
      }
    }
  }

  /// "@" or "¢)": symbols that may be letters, without any letter or digit beside them.
  private static func isSymbols(_ token: Scalars) -> Bool {
    token.contains(where: isOddSymbol) && token.allSatisfy { CharacterClass.of($0) == .mark }
  }

  private func isDigits(_ token: Scalars, _ slot: Slot) -> Bool {
    CharacterClass.of(token[slot.start]) == .digit
  }

  /// Letters, digits and odd symbols that touch one another are one chunk.
  private static func chunks(_ token: Scalars, _ pieces: [Piece], allowsSymbols: Bool) -> [Slot] {
    var slots: [Slot] = []
    for piece in pieces {
      let isLetterLike = piece.kind != .mark || isOddSymbol(token[piece.start])
      if isLetterLike, let last = slots.last, last.kind == .word, last.end == piece.start {
        slots[slots.count - 1].end = piece.end
      } else {
        slots.append(Slot(start: piece.start, end: piece.end, kind: isLetterLike ? .word : .fixed))
      }
    }
    return slots.map { slot in
      let inside = token[slot.start..<slot.end]
      let hasLetter = inside.contains { CharacterClass.of($0) == .letter }
      return hasLetter || allowsSymbols && inside.allSatisfy(isOddSymbol)
        ? slot : Slot(start: slot.start, end: slot.end, kind: .fixed)
    }
  }

  /// Symbols that engines read for letters, and that Vietnamese text hardly uses within words.
  private static func isOddSymbol(_ value: UInt32) -> Bool {
    [0xA2, 0x20AC, 0xA3, 0xA7, 0x26, 0xA5, 0xA9, 0xAE, 0xB0, 0x24, 0x40].contains(value)
  }

  private func wholeRanges(_ token: Scalars) -> [Range<Int>] {
    guard let first = slots.firstIndex(where: { $0.kind == .word }),
      let last = slots.lastIndex(where: { $0.kind == .word })
    else { return [] }
    var ranges: [Range<Int>] = []
    if last > first { ranges.append(first..<last + 1) }
    if first > 0, isStray(token, slots[first - 1]) { ranges.append(first - 1..<last + 1) }
    if last + 1 < slots.count, isStray(token, slots[last + 1]) { ranges.append(first..<last + 2) }
    return ranges.filter { isShort(token, $0) }
  }

  /// Marks that engines make of the horns and hooks of letters.
  private func isStray(_ token: Scalars, _ slot: Slot) -> Bool {
    slot.end == slot.start + 1
      && [0x27, 0x22, 0x2018, 0x2019, 0x201C, 0x201D, 0x3F, 0x21, 0x2A, 0x5E, 0x7E, 0xB0, 0x3B, 0x7C, 0x5C]
        .contains(
          token[slot.start])
  }

  private func isShort(_ token: Scalars, _ range: Range<Int>) -> Bool {
    let inner = token[slots[range.lowerBound].start..<slots[range.upperBound - 1].end]
    return inner.count <= 9 && !inner.contains { $0 == 0x2D || $0 == 0x2F }
  }
}
