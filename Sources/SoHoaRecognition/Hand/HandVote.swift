import SoHoaModel

/// What several looks at a blank say together: the mean of their texts. One look that sees a stroke through the digits
/// is enough for doubt.
struct HandVote: Sendable {
  let outputs: [HandNetwork.Output]
  let symbols: [Character]

  private static let choices = 4
  /// Texts of each look.
  private static let followed = 12
  private static let leastShown = 0.005
  /// What a rival takes of the first reading's measure: two that compete are doubt of another kind than ink that is hard
  /// to read.
  private static let rivalry = 0.75

  /// - Parameter isWhole: false where digits may lie beyond what is shown: never sure.
  func reading(_ slot: HandReading.Slot, _ scale: HandScale, isWhole: Bool = true) -> HandReading {
    let legible = outputs.map { Double($0.hand / ($0.hand + $0.reject)) }
    guard let least = legible.min(), legible.reduce(0, +) > Double(legible.count) / 2 else {
      return HandReading(slot: slot, form: .illegible, choices: [])
    }
    let grammar = HandGrammar(slot: slot)
    let texts = self.texts(grammar).prefix(Self.choices)
    let rival = texts.dropFirst().first?.probability ?? 0
    let choices = texts.enumerated().map { index, text in
      var own = text.probability * least
      if index == 0 {
        own -= Self.rivalry * rival * least
        own = isWhole && !grammar.isCutShort(text.text) ? scale.probability(own) : scale.cutShort(own)
      }
      return HandReading.Choice(text: text.text, probability: own)
    }
    return HandReading(
      slot: slot, form: .digits,
      choices: choices.prefix(1) + choices.dropFirst().filter { $0.probability >= Self.leastShown })
  }

  /// What all looks take for digits, printed or not, and how likely that is what they are; nil for anything else.
  func digits(_ slot: HandReading.Slot) -> (text: String, probability: Double)? {
    guard let least = outputs.map({ Double($0.print + $0.hand) }).min(),
      let first = texts(HandGrammar(slot: slot)).first
    else { return nil }
    return (first.text, first.probability * least)
  }

  /// Best first.
  private func texts(_ grammar: HandGrammar) -> [(text: String, probability: Double)] {
    let decoder = HandDecoder(symbols: symbols)
    var sums: [String: Double] = [:]
    for text in outputs.flatMap({ decoder.texts($0.symbols, count: Self.followed) }) {
      guard let meant = grammar.meant(text.text) else { continue }
      sums[meant, default: 0] += text.probability / Double(outputs.count)
    }
    return sums.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
