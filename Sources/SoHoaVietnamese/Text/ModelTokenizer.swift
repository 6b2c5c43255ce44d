/// Text as numbers of the lexicon.
enum ModelTokenizer {
  static func ids(_ line: Scalars, _ lexicon: Lexicon) -> [UInt16] {
    PieceScanner.pieces(line).map { id($0, in: line, lexicon) }
  }

  static func id(_ piece: Piece, in line: Scalars, _ lexicon: Lexicon) -> UInt16 {
    switch piece.kind {
    case .number: Lexicon.number
    case .mark: lexicon.id(CollectionOfOne(ModelForm.mark(line[piece.start])))
    case .word: lexicon.id(ModelForm.word(line[piece.start..<piece.end]))
    }
  }
}
