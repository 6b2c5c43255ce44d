import Foundation

/// What other readings of the same ink say: words that an engine saw are likelier than words that only
/// might have been misread so.
struct EngineEvidence: Sendable {
  /// Other readings of the token, in lower case and the old tone placement, with their prices (nats).
  private let readings: [(text: Scalars, price: Float)]

  init(_ token: ObservedToken) {
    let right = max(token.confidence ?? Self.usual, Self.least)
    readings = token.alternatives.map { other in
      let odds = log(right / max(other.confidence, Self.least))
      return (
        TonePlacement.placedAll(other.text.scalars, .old).map(Case.lower),
        Self.change + Float(max(0, odds))
      )
    }
  }

  /// What a word costs in the place of `range` of a token of `count` letters because another reading has it
  /// there; nil if none has.
  func price(of word: some Collection<UInt32>, at range: Range<Int>, ofTotal count: Int) -> Float? {
    let tail = count - range.upperBound
    return readings.filter { other in
      other.text.count == range.lowerBound + word.count + tail
        && other.text.dropFirst(range.lowerBound).dropLast(tail).elementsEqual(word)
    }.map(\.price).min()
  }

  /// What it costs to take an equally sure reading instead (nats); found on pages rendered for it.
  private static let change: Float = 1
  /// Share of right words where an engine does not say how sure it is.
  private static let usual = 0.98
  /// Below this, confidences say nothing more.
  private static let least = 0.01
}
