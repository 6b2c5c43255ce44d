/// Decodes one token where the codes alone leave a choice.
struct TokenDecoder {
  let table: EncodingTable
  let evidence: WordEvidence

  /// - Parameter next: the token behind it, as it stands.
  func decode(_ token: Scalars, next: Scalars?) -> EncodingTable.Decoded {
    switch table.encoding {
    case .viqr: typed(token, next: next)
    case .tcvn3: FontCapitals.mended(table.decode(withoutHyphens(token)), source: token)
    case .viscii: quoted(token)
    default: table.decode(token)
    }
  }

  /// A stop, question mark or apostrophe at the end of a typed word is a tone where the word with it is
  /// the more frequent one, or where the sentence goes on in small letters.
  private func typed(_ token: Scalars, next: Scalars?) -> EncodingTable.Decoded {
    let whole = table.decode(token)
    guard let place = token.lastIndex(where: { !Self.closing.contains($0) }), place > 0,
      TypedMarks.isAmbiguous(token[place])
    else { return whole }
    var bare = table.decode(Array(token[..<place]))
    let isTaken = whole.scalars.count < bare.scalars.count + token.count - place
    bare.scalars += token[place...]
    guard isTaken, let plain = score(bare) else { return whole }
    guard let marked = score(whole) else { return bare }
    let goesOn = next?.first.map { CharacterClass.of($0) == .letter && !Case.isUpper($0) } ?? false
    return marked + Self.likelihood(of: token[place], goesOn: goesOn) >= plain ? whole : bare
  }

  /// Nats for a mark at the end of a word being a tone: apostrophes and question marks are rarer than stops.
  private static func likelihood(of mark: UInt32, goesOn: Bool) -> Float {
    if goesOn { return 5 }
    return mark == 0x2E ? -1 : mark == 0x3F ? 2 : 4
  }

  /// The codes of Ộ and Ợ look like quotation marks: at the edge of a word they are, where that makes it one.
  private func quoted(_ token: Scalars) -> EncodingTable.Decoded {
    let whole = table.decode(token)
    let start = token.prefix { Self.quotes.contains($0) }.count
    let end =
      token.count - token.reversed().prefix { Self.quotes.contains($0) || Self.closing.contains($0) }.count
    guard start > 0 || end < token.count, start < end, !evidence.decoded(whole).isKnown else { return whole }
    var inner = table.decode(Array(token[start..<end]))
    guard evidence.decoded(inner).isKnown else { return whole }
    inner.scalars = token[..<start] + inner.scalars + token[end...]
    return inner
  }

  private static let quotes: Set<UInt32> = [0x201C, 0x201D, 0x2018, 0x2019]

  private static let closing: Set<UInt32> = [0x22, 0x29, 0x5D, 0x2C, 0x3B, 0x3A, 0x201D]

  private func score(_ token: EncodingTable.Decoded) -> Float? {
    let words = PieceScanner.pieces(token.scalars).filter { $0.kind == .word }
    guard let word = words.last else { return nil }
    return evidence.logProbability(token.scalars[word.start..<word.end])
  }

  /// The code of ư is a hyphen in the encodings of PDF fonts ("tr-ëng"): read as ư where that makes a
  /// word and the hyphen does not join two.
  private func withoutHyphens(_ token: Scalars) -> Scalars {
    guard token.contains(0x2D), token.count > 1 else { return token }
    var result = token
    for place in token.indices where token[place] == 0x2D && isLetter(result, around: place) {
      result[place] = 0xAD
    }
    return result
  }

  private func isLetter(_ token: Scalars, around place: Int) -> Bool {
    let start = token[..<place].lastIndex(where: Self.parts).map { $0 + 1 } ?? 0
    let end = token[(place + 1)...].firstIndex(where: Self.parts) ?? token.count
    let before = table.decode(Array(token[start..<place])).scalars
    let after = table.decode(Array(token[place + 1..<end])).scalars
    guard let joined = evidence.logProbability(before + [0x1B0] + after) else { return false }
    if before.isEmpty || after.isEmpty {
      return !after.isEmpty && joined > evidence.logProbability(after) ?? -20
    }
    return evidence.logProbability(before) == nil || evidence.logProbability(after) == nil || before.count < 3
  }

  /// What ends the letters around a hyphen.
  private static func parts(_ value: UInt32) -> Bool {
    value < 0x80 ? CharacterClass.of(value) != .letter : value > 0xFF
  }
}
