/// What the tokens of one segment say for each encoding, against the text as it stands.
struct SegmentEvidence: Sendable {
  /// Nats gained by decoding, in the order of `LegacyEncoding.tabled`.
  var gains: [Float]
  /// Tokens that the encoding changes, and those among them that become known words.
  var changed: [Int]
  var known: [Int]

  static let none = SegmentEvidence()

  init() {
    gains = Array(repeating: 0, count: LegacyEncoding.tabled.count)
    changed = Array(repeating: 0, count: LegacyEncoding.tabled.count)
    known = changed
  }

  /// The most that one token may say.
  private static let most: Float = 12

  mutating func add(_ encoding: Int, gain: Float, isKnown: Bool) {
    gains[encoding] += max(min(gain, Self.most), -Self.most)
    changed[encoding] += 1
    if isKnown { known[encoding] += 1 }
  }

  /// Against every encoding of bytes: no byte looks like this.
  mutating func oppose(by price: Float) {
    for index in gains.indices { gains[index] -= price }
  }
}
