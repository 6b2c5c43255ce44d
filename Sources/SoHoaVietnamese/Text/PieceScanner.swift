/// What a piece of a token is to the language model.
enum PieceKind: UInt8, Sendable {
  /// A run of letters.
  case word
  /// Digits, with points and commas between them: 57, 1.000.000, 3,5.
  case number
  /// One punctuation mark or symbol.
  case mark
}

/// A stretch of scalars, half open.
struct Piece: Hashable, Sendable {
  var start: Int
  var end: Int
  var kind: PieceKind
}

/// Cuts text into words, numbers and marks; white space separates and is dropped.
enum PieceScanner {
  static func pieces(_ text: Scalars) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < text.count {
      let start = index
      switch CharacterClass.of(text[start]) {
      case .space:
        index += 1
        continue
      case .letter:
        index = run(text, from: start) { $0 == .letter }
        pieces.append(Piece(start: start, end: index, kind: .word))
      case .digit:
        index = numberEnd(text, from: start)
        pieces.append(Piece(start: start, end: index, kind: .number))
      case .mark:
        index += 1
        pieces.append(Piece(start: start, end: index, kind: .mark))
      }
    }
    return pieces
  }

  private static func run(_ text: Scalars, from start: Int, _ belongs: (CharacterClass) -> Bool) -> Int {
    var index = start
    while index < text.count, belongs(CharacterClass.of(text[index])) { index += 1 }
    return index
  }

  private static func numberEnd(_ text: Scalars, from start: Int) -> Int {
    var end = run(text, from: start) { $0 == .digit }
    while end + 1 < text.count, text[end] == 0x2E || text[end] == 0x2C,
      CharacterClass.of(text[end + 1]) == .digit
    {
      end = run(text, from: end + 1) { $0 == .digit }
    }
    return end
  }
}
