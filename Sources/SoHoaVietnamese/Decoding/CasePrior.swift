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
  private struct Prices: Sendable {
    var lower: Float
    var title: Float
    var openingLower: Float
    var openingTitle: Float
    var capitals: Float
  }

  private let prices: [Prices]

  init(lexicon: Lexicon) {
    prices = (0..<lexicon.count).map { index in
      let count = Float(lexicon.counts[index])
      let capitals = min((Float(lexicon.capitals[index]) + 0.2) / (count + 20), 0.98)
      let title = min((Float(lexicon.titles[index]) + 0.5) / (count + 5), 0.99)
      let opening = 0.7 + 0.299 * title
      let rest = -log(1 - capitals)
      return Prices(
        lower: rest - log(1 - title), title: rest - log(title), openingLower: rest - log(1 - opening),
        openingTitle: rest - log(opening), capitals: -log(capitals))
    }
  }

  func cost(_ id: UInt16, _ pattern: CasePattern, _ place: CapitalPlace) -> Float {
    guard id >= UInt16(Lexicon.reserved) else { return 0 }
    if place.shouts { return pattern == .capitals ? 0.05 : 3 }
    let price = prices[Int(id) - Lexicon.reserved]
    switch pattern {
    case .capitals: return price.capitals
    case .title: return place.opens ? price.openingTitle : price.title
    case .lower, .mixed: return place.opens ? price.openingLower : price.lower
    }
  }
}
