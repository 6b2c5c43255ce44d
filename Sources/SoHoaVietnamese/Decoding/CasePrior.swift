import Foundation

/// -log P(capitals | word, place), from how the corpus writes the word.
struct CasePrior: Sendable {
  let lexicon: Lexicon

  /// - Parameter opens: true at the begin of a line or sentence.
  func cost(_ id: UInt16, _ pattern: CasePattern, opens: Bool) -> Float {
    guard pattern != .capitals, id >= UInt16(Lexicon.reserved) else { return 0 }
    let index = Int(id) - Lexicon.reserved
    let count = Float(lexicon.counts[index])
    let share = (Float(lexicon.titles[index]) + 0.5) / (count + 5)
    let title = opens ? 0.7 + 0.3 * share : min(share, 0.99)
    return -log(pattern == .title ? title : 1 - title)
  }
}
