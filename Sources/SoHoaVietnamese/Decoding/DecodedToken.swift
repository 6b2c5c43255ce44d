/// What the decoder makes of an observed token, before it is given out: its parts in order, each with the
/// readings that lost.
struct DecodedToken: Sendable {
  /// Another reading of a part.
  struct Rival: Sendable {
    var text: Scalars
    /// Number in the language model; nil unless it is one word.
    var word: UInt16?
    /// 0...1.
    var posterior: Float
  }

  struct Part: Sendable {
    var text: Scalars
    /// Numbers in the language model.
    var words: [UInt16]
    /// 0...1.
    var posterior: Float
    /// Best first.
    var rivals: [Rival] = []

    /// Nil unless the part is one word.
    var word: UInt16? { words.count == 1 ? words[0] : nil }
  }

  let observed: Scalars
  var parts: [Part] = []
  /// Nothing is left of the token: it was joined to the one before.
  var isJoined = false
  /// One observed word was two.
  var isCut = false

  var text: Scalars { parts.count == 1 ? parts[0].text : parts.flatMap(\.text) }

  var confidence: Float { parts.reduce(1) { $0 * $1.posterior } }

  /// - Parameter channel: the name of the channel, for the provenance.
  func restored(channel: String) -> RestoredToken {
    if isJoined {
      return RestoredToken(text: "", confidence: 1, decision: .joined, source: "channel/\(channel)")
    }
    let text = text
    let same =
      text == observed || TonePlacement.placedAll(text, .old) == TonePlacement.placedAll(observed, .old)
    return RestoredToken(
      text: String(scalars: same ? observed : text), confidence: Double(confidence),
      decision: same ? .kept : isCut ? .cut : .restored, candidates: candidates(),
      source: same ? "keep" : "channel/\(channel)")
  }

  /// Other texts of the token: one part replaced by a rival.
  private func candidates() -> [RestoredToken.Candidate] {
    guard parts.contains(where: { !$0.rivals.isEmpty }) else { return [] }
    var found: [RestoredToken.Candidate] = []
    for place in parts.indices {
      for rival in parts[place].rivals {
        let texts = parts.indices.map { $0 == place ? rival.text : parts[$0].text }
        found.append(
          .init(text: String(scalars: texts.joined()), confidence: Double(rival.posterior)))
      }
    }
    return Array(found.sorted { $0.confidence > $1.confidence }.prefix(5))
  }
}
