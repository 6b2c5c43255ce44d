/// Decodes paragraphs one after the other, remembering the candidates of frequent tokens.
struct ParagraphDecoder {
  /// Tokens decoded at once; longer paragraphs go on with the last two words as context.
  private static let window = 400

  let data: LanguageData
  let channel: Channel
  let settings: DecodingSettings
  let style: ToneStyle
  private var builder: LatticeBuilder
  private var search: BeamSearch

  init(
    data: LanguageData, channel: Channel, settings: DecodingSettings, style: ToneStyle,
    source: CandidateSource
  ) {
    self.data = data
    self.channel = channel
    self.settings = settings
    self.style = style
    search = BeamSearch(model: data.model, settings)
    builder = LatticeBuilder(data: data, channel: channel, settings: settings, source: source)
  }

  /// - Parameter evidence: of the engine, for all tokens of all lines.
  mutating func decode(_ lines: [[Scalars]], evidence: [EngineEvidence] = []) -> [DecodedToken] {
    let tokens = lines.flatMap { $0 }
    let places = SentenceOpening.places(lines)
    var context = (Lexicon.begin, Lexicon.begin)
    var result: [DecodedToken] = []
    for start in stride(from: 0, to: tokens.count, by: Self.window) {
      let range = start..<min(tokens.count, start + Self.window)
      result += decode(
        Array(tokens[range]), Array(places[range]), Array(evidence[range.clamped(to: evidence.indices)]),
        &context)
    }
    return result
  }

  private mutating func decode(
    _ tokens: [Scalars], _ places: [CapitalPlace], _ evidence: [EngineEvidence],
    _ context: inout (UInt16, UInt16)
  ) -> [DecodedToken] {
    let lattice = builder.build(tokens, places: places, evidence: evidence)
    let found = search.search(lattice, after: context)
    context = found.last
    let reader = LatticeReader(
      lattice: lattice, result: found, tokens: tokens, lexicon: data.lexicon, style: style, own: data.own)
    return reader.decoded()
  }
}

/// Which tokens begin a line or a sentence, and which lines are in capitals.
enum SentenceOpening {
  static func places(_ lines: [[Scalars]]) -> [CapitalPlace] {
    var places: [CapitalPlace] = []
    var opens = true
    for line in lines {
      let shouts = shouts(line)
      for token in line {
        places.append(CapitalPlace(opens: opens, shouts: shouts))
        let hasWord = token.contains { CharacterClass.of($0) == .letter }
        opens = ends(token) || opens && !hasWord
      }
    }
    return places
  }

  private static func ends(_ token: Scalars) -> Bool {
    guard let last = token.last else { return false }
    return [0x2E, 0x21, 0x3F].contains(last) || token.count <= 4 && last == 0x29
  }

  private static func shouts(_ line: [Scalars]) -> Bool {
    let words = line.filter { $0.count > 1 }.map { CasePattern($0) }
    let capitals = words.count { $0 == .capitals }
    return capitals > 0 && capitals >= words.count(where: { $0 == .lower || $0 == .title })
      && CasePattern.isMostlyCapitals(line.flatMap { $0 })
  }
}
