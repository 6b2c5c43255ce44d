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
  /// Slots that may also be read as one word, marks inside being letters ("ca'p").
  var whole: Range<Int>?

  init(_ token: Scalars, allowsWhole: Bool) {
    let pieces = PieceScanner.pieces(token)
    if ProtectedText.isProtected(token, pieces) {
      slots = pieces.map { Slot(start: $0.start, end: $0.end, kind: .fixed) }
    } else if ProtectedText.isCode(token, pieces) {
      slots = pieces.map { Slot(start: $0.start, end: $0.end, kind: $0.kind == .word ? .code : .fixed) }
    } else {
      slots = Self.chunks(token, pieces)
      if allowsWhole { whole = wholeRange(token) }
    }
  }

  /// Letters, digits and odd symbols that touch one another are one chunk.
  private static func chunks(_ token: Scalars, _ pieces: [Piece]) -> [Slot] {
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
      let hasLetter = token[slot.start..<slot.end].contains { CharacterClass.of($0) == .letter }
      return hasLetter ? slot : Slot(start: slot.start, end: slot.end, kind: .fixed)
    }
  }

  /// Symbols that engines read for letters, and that Vietnamese text hardly uses within words.
  private static func isOddSymbol(_ value: UInt32) -> Bool {
    [0xA2, 0x20AC, 0xA3, 0xA7, 0x26, 0xA5, 0xA9, 0xAE, 0xB0, 0x24, 0x40].contains(value)
  }

  private func wholeRange(_ token: Scalars) -> Range<Int>? {
    guard let first = slots.firstIndex(where: { $0.kind == .word }),
      let last = slots.lastIndex(where: { $0.kind == .word }), last > first
    else { return nil }
    let length = slots[last].end - slots[first].start
    let inner = token[slots[first].start..<slots[last].end]
    guard length <= 9, !inner.contains(where: { $0 == 0x2D || $0 == 0x2F }) else { return nil }
    return first..<last + 1
  }
}
