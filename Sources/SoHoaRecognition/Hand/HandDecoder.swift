/// Makes texts of the symbols of columns: the sum over all ways to write a text is its probability (CTC).
struct HandDecoder: Sendable {
  let symbols: [Character]

  /// Texts that are followed at a time.
  private static let width = 12
  private static let mostSymbols = 10

  /// Probability of a text by whether its last column held its last symbol or none.
  private struct Paths {
    var symbol = 0.0
    var none = 0.0
    var sum: Double { symbol + none }
  }

  /// The likeliest texts, best first.
  func texts(_ columns: [[Float]], count: Int) -> [(text: String, probability: Double)] {
    var beam: [[Int]: Paths] = [[]: Paths(symbol: 0, none: 1)]
    for column in columns {
      var next: [[Int]: Paths] = [:]
      for (text, paths) in beam { extend(text, paths, column, into: &next) }
      let best = next.sorted { Self.isBetter(($0.key, $0.value.sum), ($1.key, $1.value.sum)) }
      beam = Dictionary(uniqueKeysWithValues: best.prefix(Self.width).map { ($0.key, $0.value) })
    }
    let ended = beam.map { ($0.key, $0.value.sum) }.sorted(by: Self.isBetter)
    return ended.prefix(count).map { (String($0.0.map { symbols[$0] }), $0.1) }
  }

  private func extend(_ text: [Int], _ paths: Paths, _ column: [Float], into next: inout [[Int]: Paths]) {
    next[text, default: Paths()].none += paths.sum * Double(column[symbols.count])
    if let last = text.last { next[text, default: Paths()].symbol += paths.symbol * Double(column[last]) }
    guard text.count < Self.mostSymbols else { return }
    for symbol in symbols.indices where column[symbol] > 1e-5 {
      let before = symbol == text.last ? paths.none : paths.sum
      next[text + [symbol], default: Paths()].symbol += before * Double(column[symbol])
    }
  }

  /// Ties by the text, so that the same strip always gives the same.
  private static func isBetter(_ one: ([Int], Double), _ other: ([Int], Double)) -> Bool {
    one.1 != other.1 ? one.1 > other.1 : one.0.lexicographicallyPrecedes(other.0)
  }
}
