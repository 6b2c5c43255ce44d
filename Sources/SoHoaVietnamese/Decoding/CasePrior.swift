import Foundation

/// Where a token stands, as far as capitals are concerned.
struct CapitalPlace: Hashable, Sendable {
  /// At the begin of a line or sentence.
  var opens = false
  /// In a line that is mostly in capitals.
  var shouts = false
}

/// -log P(capitals | word, place), from how the corpus writes the word.
struct CasePrior: Sendable {
  let lexicon: Lexicon

  func cost(_ id: UInt16, _ pattern: CasePattern, _ place: CapitalPlace) -> Float {
    guard id >= UInt16(Lexicon.reserved) else { return 0 }
    if place.shouts { return pattern == .capitals ? 0.05 : 3 }
    let index = Int(id) - Lexicon.reserved
    let count = Float(lexicon.counts[index])
    let capitals = min((Float(lexicon.capitals[index]) + 0.2) / (count + 20), 0.98)
    if pattern == .capitals { return -log(capitals) }
    let share = (Float(lexicon.titles[index]) + 0.5) / (count + 5)
    let title = place.opens ? 0.7 + 0.3 * min(share, 1) : min(share, 0.99)
    return -log(max(pattern == .title ? title : 1 - title, 1e-3)) - log(1 - capitals)
  }
}
