/// Weights of the decoder (nats).
struct DecodingSettings: Sendable {
  var languageWeight: Float = 1
  /// Words that the language model looks at: 3 for triples.
  var order = 3
  var beam = 8
  /// Price of a word that no lexicon holds, and of each of its letters.
  var unknownWord: Float = 2
  var unknownLetter: Float = 2
  /// Share of -log P(capitals | word, place).
  var caseWeight: Float = 0.5
  /// Price of capitals throughout where only one letter is seen as one ("S¢"), in lines that are not in capitals.
  var loneCapital: Float = 2.5
  /// Price of a lone mark inside a word of ruined text.
  var strayMark: Float = 5
  /// Price of a full stop, comma or dash inside a word of ruined text.
  var innerStop: Float = 4
  /// Price of any change, beside the channel's; grows with how right a text is.
  var change: Float = 0
  /// Whether other readings of the same ink count.
  var usesEvidence = false
  /// Reading two tokens as one word, or one as two.
  var join: Float = 6
  var cut: Float = 7
  /// Beyond the best candidate's price, others are not looked at.
  var delta: Float = 9
  var candidates = 24
  /// Most that a candidate may cost.
  var mostCost: Float = 16
  /// Price of a word of which only the consonants before its vowel are left.
  var lostVowel: Float = 6
  /// Price of no space between a colon and a number in ruined text.
  var lostSpace: Float = 3
  /// Whether marks and digits inside words may be letters, and tokens joined or cut.
  var isRuined = true
  /// Whether codes keep all marks as seen, but the stroke of Đ.
  var keepsCodes = false
  /// Whether words alone between quotes stay as they are.
  var keepsMentioned = false

  init() {}

  /// As each kind of text wants them.
  init(_ kind: ChannelKind, _ parts: RestorerParts = .init()) {
    order = parts.order
    if !parts.capitals { caseWeight = 0 }
    isRuined = kind == .ruined
    keepsMentioned = kind == .nearlyRight
    keepsCodes = kind == .nearlyRight
    usesEvidence = kind == .nearlyRight && parts.evidence
    mostCost = kind == .ruined ? 16 : kind == .nearlyRight ? 11 : 3
  }

  /// For a first look, of which only what is sure counts.
  var hasty: DecodingSettings {
    var settings = self
    settings.beam = 4
    settings.candidates = 10
    settings.delta = 7
    return settings
  }
}
