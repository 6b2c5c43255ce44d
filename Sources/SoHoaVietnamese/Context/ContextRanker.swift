import Foundation

/// Decides the open places of a decoded text anew, by their wide context and by what the document says
/// elsewhere; the decoder's posteriors are where it starts from.
struct ContextRanker {
  let model: ContextModel
  /// Only take changes back: for texts that are nearly right as they stand.
  var onlyKeeps = false

  func rank(_ decoded: inout DecodedText) {
    let text = ContextText(decoded)
    guard !text.places.isEmpty else { return }
    var memory = WordMemory(text)
    var topic = TopicWindow(model, text.words)
    var slots = SlotCache(model)
    let context = Floats.zeros(model.shape.hidden)
    defer { context.deallocate() }
    for place in text.places {
      if !memory.holds(place.position) { memory = WordMemory(text, at: place.position) }
      let part = decoded.lines[place.line][place.token].parts[place.part]
      if onlyKeeps, !Self.isChanged(decoded.lines[place.line][place.token]) { continue }
      let options = ContextOptions(part, at: place.position, in: text, memory).options
      guard options.count > 1 else { continue }
      read(text, place.position, topic.topic(at: place.position), &slots, into: context)
      let shares = shares(options, context, trust: trust(place.position, text.words.count))
      decoded.lines[place.line][place.token].parts[place.part] = Self.weighed(part, options, shares)
    }
  }

  private static func isChanged(_ token: DecodedToken) -> Bool { token.text != token.observed }

  private func read(
    _ text: ContextText, _ position: Int, _ topic: UnsafePointer<Float>,
    _ slots: inout SlotCache, into context: UnsafeMutablePointer<Float>
  ) {
    let shape = model.shape
    context.update(from: model.hiddenBias, count: shape.hidden)
    for slot in 0..<2 * shape.reach {
      let place = position + (slot < shape.reach ? slot - shape.reach : slot - shape.reach + 1)
      if text.words.indices.contains(place) { slots.add(text.words[place], slot: slot, to: context) }
    }
    model.add(topic: topic, to: context)
    for unit in 0..<shape.hidden { context[unit] = max(context[unit], 0) }
  }

  /// The share of the places around a position that the text fills: at the edges of a text, and in short ones,
  /// there is less to judge by than where the model learned.
  private func trust(_ position: Int, _ count: Int) -> Float {
    let reach = model.shape.reach
    return Float(min(position, reach) + min(count - 1 - position, reach)) / Float(2 * reach)
  }

  /// Of each option among them all, 0...1.
  private func shares(
    _ options: [ContextOption], _ context: UnsafePointer<Float>, trust: Float
  ) -> [Float] {
    let scores = options.map {
      model.features[0] * $0.prior + model.features[1] * $0.alone + model.features[2] * $0.beside
        + trust * model.likeness($0.word, context)
    }
    let most = scores.max() ?? 0
    let weights = scores.map { exp($0 - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// The part with its posteriors after the shares, the best reading first.
  private static func weighed(
    _ part: DecodedToken.Part, _ options: [ContextOption], _ shares: [Float]
  ) -> DecodedToken.Part {
    var readings =
      [DecodedToken.Rival(text: part.text, word: part.word, posterior: part.posterior)] + part.rivals
    // Rounding can leave the sum a little above one.
    let mass = min(
      1,
      readings.reduce(0) { sum, reading in
        sum + (options.contains { $0.word == reading.word } ? reading.posterior : 0)
      })
    for (option, share) in zip(options, shares) {
      let alike = readings.indices.filter { readings[$0].word == option.word }
      let own = alike.reduce(Float(1e-9)) { $0 + readings[$1].posterior }
      for index in alike { readings[index].posterior *= mass * share / own }
    }
    let best = readings.indices.max { readings[$0].posterior < readings[$1].posterior } ?? 0
    let chosen = readings.remove(at: best)
    var result = part
    result.text = chosen.text
    result.words = chosen.word.map { [$0] } ?? part.words
    result.posterior = chosen.posterior
    result.rivals = readings.sorted { $0.posterior > $1.posterior }
    return result
  }
}
