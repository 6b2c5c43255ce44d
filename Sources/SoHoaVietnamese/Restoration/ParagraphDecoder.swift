/// Decodes paragraphs one after the other, remembering the candidates of frequent tokens.
struct ParagraphDecoder {
  /// Tokens decoded at once; longer paragraphs go on with the last two words as context.
  private static let window = 400

  let data: LanguageData
  let channel: Channel
  let settings: DecodingSettings
  let style: ToneStyle
  private var builder: LatticeBuilder

  init(
    data: LanguageData, channel: Channel, settings: DecodingSettings, style: ToneStyle,
    source: CandidateSource
  ) {
    self.data = data
    self.channel = channel
    self.settings = settings
    self.style = style
    builder = LatticeBuilder(lexicon: data.lexicon, channel: channel, settings: settings, source: source)
  }

  mutating func decode(_ lines: [[Scalars]]) -> [RestoredToken] {
    let tokens = lines.flatMap { $0 }
    let opens = SentenceOpening.flags(lines)
    var context = (Lexicon.begin, Lexicon.begin)
    var result: [RestoredToken] = []
    for start in stride(from: 0, to: tokens.count, by: Self.window) {
      let range = start..<min(tokens.count, start + Self.window)
      result += decode(Array(tokens[range]), Array(opens[range]), &context)
    }
    return result
  }

  private mutating func decode(
    _ tokens: [Scalars], _ opens: [Bool], _ context: inout (UInt16, UInt16)
  ) -> [RestoredToken] {
    let lattice = builder.build(tokens, opens: opens)
    let search = BeamSearch(model: data.model, width: settings.beam, languageWeight: settings.languageWeight)
    let found = search.search(lattice, after: context)
    context = found.last
    let reader = LatticeReader(
      lattice: lattice, result: found, tokens: tokens, lexicon: data.lexicon, style: style,
      channelName: channel.name)
    return reader.restored()
  }
}

/// Which tokens begin a line or a sentence.
enum SentenceOpening {
  static func flags(_ lines: [[Scalars]]) -> [Bool] {
    var flags: [Bool] = []
    var opens = true
    for line in lines {
      for token in line {
        flags.append(opens)
        let hasWord = token.contains { CharacterClass.of($0) == .letter }
        let isItem = token.count <= 4 && [0x2E, 0x29].contains(token.last ?? 0)
        let ends = [0x2E, 0x21, 0x3F].contains(token.last ?? 0)
        opens = ends || isItem || opens && !hasWord
      }
    }
    return flags
  }
}
