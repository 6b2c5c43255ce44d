import Foundation

/// How well a token reads as text, in nats: words by their frequency, unknown words by how odd they look.
struct WordEvidence: Sendable {
  private let lexicon: Lexicon
  private let logTotal: Float

  /// Words seen less often may be noise of the corpus.
  private static let leastCount: UInt32 = 20
  /// A word that the lexicon does not have, in text as it stands: names, foreign words, damaged words.
  private static let unknown: Float = -11
  /// The same after decoding, which gives whole words or has gone wrong.
  private static let undecoded: Float = -15
  /// Shapes that right text has hardly ever: capitals behind small letters, marks side by side.
  private static let odd: Float = -3
  /// A symbol within a word or at its side ("x·", "®îc").
  private static let symbol: Float = -6

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    logTotal = log(lexicon.counts.reduce(Float(0)) { $0 + Float($1) } + 1)
  }

  /// The token as it stands.
  func asIs(_ token: Scalars) -> Float {
    var score = symbols(in: token)
    for piece in PieceScanner.pieces(token) where piece.kind == .word {
      let word = token[piece.start..<piece.end]
      score += logProbability(word) ?? Self.unknown + (isOdd(word) ? Self.odd : 0)
    }
    return score
  }

  /// The token as it is after decoding.
  func decoded(_ token: EncodingTable.Decoded) -> (score: Float, isKnown: Bool) {
    var score: Float = token.isWhole ? 0 : Self.undecoded
    var isKnown = token.isWhole
    for piece in PieceScanner.pieces(token.scalars) where piece.kind == .word {
      let word = token.scalars[piece.start..<piece.end]
      if let known = logProbability(word), CasePattern(word) != .mixed {
        score += known
      } else {
        score += Self.undecoded
        isKnown = false
      }
    }
    return (score + symbols(in: token.scalars), isKnown)
  }

  /// Nil for words that are unknown or too rare to tell anything.
  func logProbability(_ word: some Sequence<UInt32>) -> Float? {
    guard let index = lexicon.words.find(ModelForm.word(word)), lexicon.counts[index] >= Self.leastCount
    else {
      return nil
    }
    return log(Float(lexicon.counts[index])) - logTotal
  }

  private func symbols(in token: Scalars) -> Float {
    var score: Float = 0
    for index in token.indices where Self.isSymbol(token[index]) {
      let touches = index > 0 && Self.isLetter(token[index - 1])
      let isTouched = index + 1 < token.count && Self.isLetter(token[index + 1])
      if touches && isTouched || isTouched && token[index] != 0xAB || touches && !Self.closes(token[index]) {
        score += Self.symbol
      }
    }
    return score
  }

  private static func isLetter(_ value: UInt32) -> Bool { CharacterClass.of(value) == .letter }

  /// Symbols of the second half of Latin-1, and the marks of VIQR.
  private static func isSymbol(_ value: UInt32) -> Bool {
    value > 0xA0 && value < 0xC0 && !isLetter(value) || [0xB5, 0xAA, 0xBA, 0xD7, 0xF7].contains(value)
      || TypedMarks.isTelling(value) && value != 0x28
  }

  /// Symbols that stand behind words: », ®, ©, ª, º, ², ³, ¹, ½.
  private static func closes(_ value: UInt32) -> Bool {
    [0xBB, 0xAE, 0xA9, 0xB0, 0xAA, 0xBA, 0xB2, 0xB3, 0xB9].contains(value)
  }

  private func isOdd(_ word: ArraySlice<UInt32>) -> Bool {
    var previous: UInt32 = 0
    for value in word {
      let isMarked = value > 0x7F
      if isMarked && previous > 0x7F { return true }
      if Case.isUpper(value), previous != 0, !Case.isUpper(previous), isMarked || previous > 0x7F {
        return true
      }
      previous = value
    }
    return false
  }
}
