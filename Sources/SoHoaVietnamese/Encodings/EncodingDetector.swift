import SoHoaDictionaries

/// Recognises Vietnamese in encodings of before Unicode, and gives it in Unicode (NFC).
///
/// Works on text that holds the Western European misreading of such bytes, as text layers of PDFs and
/// pasted text do ("Céng hßa x· héi"). An encoding is told by how many words become words of the lexicon,
/// for runs of lines, never for a single word; right Vietnamese, other languages and text that an OCR
/// engine has ruined stay as they are.
public struct EncodingDetector: Sendable {
  private let tables: [EncodingTable]
  let evidence: WordEvidence
  public let fonts: LegacyFonts

  /// - Throws: `DictionaryError`, naming the file.
  public init(lexicon: Lexicon, dictionaries: DictionaryFolder) throws(DictionaryError) {
    tables = try EncodingTable.all(in: dictionaries)
    fonts = try LegacyFonts(dictionaries: dictionaries)
    evidence = WordEvidence(lexicon: lexicon)
  }

  /// What has been seen of a text so far.
  public struct Memory: Hashable, Sendable {
    /// Encodings that runs of the text were in.
    public internal(set) var confirmed: Set<LegacyEncoding> = []

    public init() {}
  }

  /// A part of a line whose tokens share one font and one encoding.
  struct Segment {
    var tokens: [Scalars]
    var hint: LegacyFonts.Hint?
  }

  struct DecodedSegment {
    var tokens: [Scalars]
    var encoding: LegacyEncoding?
  }

  /// - Returns: as many segments, with as many tokens each.
  func decode(_ segments: [Segment], _ memory: inout Memory) -> [DecodedSegment] {
    let composed = segments.map { Segment(tokens: $0.tokens.map(CombiningMarks.composed), hint: $0.hint) }
    let chosen = encodings(of: composed, &memory)
    let eths = EthReading(composed, chosen, evidence)
    return composed.indices.map { index in
      if let place = chosen[index] { return decoded(composed[index], tables[place]) }
      let tokens = eths.isVietnamese ? composed[index].tokens.map(EthReading.read) : composed[index].tokens
      let encoding: LegacyEncoding? =
        tokens != composed[index].tokens
        ? .eth : composed[index].tokens != segments[index].tokens ? .decomposed : nil
      return DecodedSegment(tokens: tokens, encoding: encoding)
    }
  }

  /// The encoding of each segment as a place in `tables`; twice, since what is found once is found more
  /// easily again.
  private func encodings(of segments: [Segment], _ memory: inout Memory) -> [Int?] {
    let found = segments.map { evidence(of: $0.tokens) }
    guard found.contains(where: { $0.gains.contains { $0 > 0 } }) else {
      return segments.map { _ in nil }
    }
    var search = EncodingSearch(confirmed: places(memory))
    var chosen = found.map { _ in Int?.none }
    for _ in 0..<3 {
      search.confirmed.formUnion(chosen.compactMap(\.self))
      let confirmed = search.confirmed
      chosen = search.run(found) { isVaried(segments[$0], $1, gain: $2, isConfirmed: confirmed.contains($1)) }
    }
    FontVerdict(segments, found, tables.map(\.encoding)).apply(to: &chosen)
    for place in Set(chosen.compactMap(\.self)) { memory.confirmed.insert(tables[place].encoding) }
    return chosen
  }

  private func isVaried(_ run: ArraySlice<Segment>, _ place: Int, gain: Float, isConfirmed: Bool) -> Bool {
    var variety = CodeVariety()
    let decoder = TokenDecoder(table: tables[place], evidence: evidence)
    for token in run.lazy.flatMap(\.tokens) where token.count <= Self.longest {
      let decoded = decoder.decode(token, next: nil)
      guard decoded.scalars != token, evidence.decoded(decoded).isKnown else { continue }
      variety.add(token, isTyped: tables[place].encoding == .viqr)
    }
    return isConfirmed ? variety.tokensWithOtherCodes > 0 : variety.isWide(gain: gain)
  }

  private func places(_ memory: Memory) -> Set<Int> {
    Set(tables.indices.filter { memory.confirmed.contains(tables[$0].encoding) })
  }

  private func evidence(of tokens: [Scalars]) -> SegmentEvidence {
    var result = SegmentEvidence.none
    for token in tokens { add(token, to: &result) }
    return result
  }

  /// Longer tokens are no words.
  private static let longest = 64
  /// What a letter that no byte shows says against the encodings of bytes.
  private static let opposition: Float = 8

  private func add(_ token: Scalars, to result: inout SegmentEvidence) {
    guard token.count <= Self.longest else { return }
    switch TokenLook(token) {
    case .plain: return
    case .unicode: result.oppose(by: Self.opposition)
    case .typed: add(token, tables.count - 1..<tables.count, to: &result)
    case .bytes: add(token, 0..<tables.count - 1, to: &result)
    }
  }

  private func add(_ token: Scalars, _ range: Range<Int>, to result: inout SegmentEvidence) {
    let before = evidence.asIs(token)
    for place in range {
      let decoded = TokenDecoder(table: tables[place], evidence: evidence).decode(token, next: nil)
      guard decoded.scalars != token || !decoded.isWhole else { continue }
      let after = evidence.decoded(decoded)
      result.add(place, gain: after.score - before, isKnown: after.isKnown)
    }
  }

  private func decoded(_ segment: Segment, _ table: EncodingTable) -> DecodedSegment {
    let decoder = TokenDecoder(table: table, evidence: evidence)
    var tokens: [Scalars] = []
    for (index, token) in segment.tokens.enumerated() {
      let next = index + 1 < segment.tokens.count ? segment.tokens[index + 1] : nil
      let mayChange = token.count <= EncodingDetector.longest && TokenLook(token) != .unicode
      tokens.append(mayChange ? decoder.decode(token, next: next).scalars : token)
    }
    if segment.hint?.drawsCapitals == true {
      tokens = tokens.map { $0.map(Case.upper) }
    } else if table.encoding == .tcvn3 {
      tokens = FontCapitals.mended(tokens, source: segment.tokens)
    }
    return DecodedSegment(tokens: tokens, encoding: tokens == segment.tokens ? nil : table.encoding)
  }
}

/// Which encodings a token can tell anything of.
enum TokenLook: Hashable {
  /// ASCII and symbols: the same in all.
  case plain
  /// Holds letters that no misread byte shows.
  case unicode
  /// ASCII with marks behind letters.
  case typed
  /// Holds letters or symbols that bytes show.
  case bytes

  init(_ token: Scalars) {
    var isBytes = false
    for value in token where value > 0x7F {
      if value > 0xA0 && value < 0x100 || CodeByte.of(value) != nil {
        isBytes = true
      } else if value < UInt32(LetterTable.limit), CharacterClass.of(value) == .letter {
        self = .unicode
        return
      }
    }
    let hasLetter = token.contains { CharacterClass.of($0) == .letter }
    self =
      isBytes ? hasLetter || token.count > 1 ? .bytes : .plain : TypedMarks.mayHold(token) ? .typed : .plain
  }
}
