import Foundation

/// How much each word says of what a text is about: frequent words little, others one.
struct TopicWeights: Sendable {
  let values: [Float]

  private static let frequent = 2e-4

  init(_ lexicon: Lexicon) {
    let total = lexicon.counts.reduce(0.0) { $0 + Double($1) }
    values =
      [Float](repeating: 0, count: Lexicon.reserved)
      + lexicon.counts.indices.map {
        guard lexicon.isSyllable($0) || lexicon.isLetters($0) else { return 0 }
        return Float(min(1, (Self.frequent * total / Double(max(lexicon.counts[$0], 1))).squareRoot()))
      }
  }
}
