/// Tells an encoding from chance: a text in it uses many codes, while an engine that misreads one letter
/// ("é" for ê and ó) makes words by accident with that one alone.
struct CodeVariety {
  private var counts: [UInt32: Int] = [:]
  private var tokens: [Set<UInt32>] = []

  /// A token that became a known word.
  mutating func add(_ token: Scalars, isTyped: Bool) {
    let codes = Set(token.filter { isTyped ? TypedMarks.isMark($0) : $0 > 0x7F })
    for code in codes { counts[code, default: 0] += 1 }
    tokens.append(codes)
  }

  /// Tokens that hold another code than the most frequent one.
  var tokensWithOtherCodes: Int {
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return 0 }
    return tokens.count { codes in codes.contains { $0 != most } }
  }

  /// - Parameter gain: nats earned by the run; a great gain makes up for few words.
  func isWide(gain: Float) -> Bool {
    let others = tokensWithOtherCodes
    if gain > Self.greatGain * Float(tokens.count), counts.count > 1 { return others > 0 }
    return counts.count > 2 && others >= max(2, tokens.count / 2)
  }

  /// For each token: what words with symbols among their letters earn.
  private static let greatGain: Float = 7
}
