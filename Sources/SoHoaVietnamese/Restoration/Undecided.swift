/// What becomes of tokens whose best reading is not probable enough.
public struct Undecided: Hashable, Sendable {
  public enum Policy: String, CaseIterable, Codable, Sendable {
    /// The token as it was observed.
    case raw
    /// `[..]`, as editors mark what they cannot read.
    case mark
  }

  public static let marker = "[..]"

  public var policy: Policy
  /// Readings that are less sure than this are not taken, 0...1.
  public var threshold: Double

  public init(_ policy: Policy, threshold: Double = 0.5) {
    self.policy = policy
    self.threshold = threshold
  }

  /// Restored tokens, and words that were kept for want of anything better; numbers, codes and proposals
  /// stay. What was joined to a token goes with it.
  func apply(to rows: inout [[RestoredToken]], observed: [[ObservedToken]]) {
    for line in rows.indices {
      for place in rows[line].indices where isDoubtful(rows[line][place]) {
        let token = rows[line][place]
        rows[line][place] = undecided(token, observed[line][place].text)
        if token.decision != .kept, policy == .raw { part(&rows[line], after: place, observed[line]) }
      }
    }
  }

  private func isDoubtful(_ token: RestoredToken) -> Bool {
    switch token.decision {
    case .joined, .proposal, .undecided: false
    case .restored, .cut: token.confidence < threshold
    case .kept: policy == .mark && token.confidence < threshold && Self.isWord(token.text)
    }
  }

  private static func isWord(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: \.properties.isAlphabetic)
      && !text.unicodeScalars.contains { $0.value >= 0x30 && $0.value <= 0x39 }
  }

  private func undecided(_ token: RestoredToken, _ observed: String) -> RestoredToken {
    let best = RestoredToken.Candidate(text: token.text, confidence: token.confidence)
    let others = token.candidates.filter { $0.text != observed || policy == .mark }
    return RestoredToken(
      text: policy == .raw ? observed : Self.marker, confidence: token.confidence, decision: .undecided,
      candidates: [best] + others, source: token.source)
  }

  /// Gives back the tokens that were joined to one that stays raw.
  private func part(_ row: inout [RestoredToken], after place: Int, _ observed: [ObservedToken]) {
    for next in (place + 1)..<max(row.count, place + 1) {
      guard row[next].decision == .joined else { return }
      row[next] = RestoredToken(
        text: observed[next].text, confidence: row[place].confidence, decision: .undecided,
        source: row[next].source)
    }
  }
}
