/// What a token says after restoration; stands in the place of the observed token.
public struct RestoredToken: Hashable, Codable, Sendable {
  public enum Decision: String, Codable, Sendable {
    /// As observed.
    case kept
    /// Another reading won.
    case restored
    /// `text` is empty: it was joined to the token before.
    case joined
    /// `text` holds a space: one token was two words.
    case cut
    /// `text` is as observed; `candidates` hold the repair that a person may accept.
    case proposal
    /// The best reading was not sure enough: `text` is as observed or `[..]`, `candidates` begin with it.
    case undecided
  }

  public struct Candidate: Hashable, Codable, Sendable {
    public var text: String
    public var confidence: Double

    public init(text: String, confidence: Double) {
      self.text = text
      self.confidence = confidence
    }
  }

  public var text: String
  /// Posterior probability that `text` is what was printed, 0...1.
  public var confidence: Double
  public var decision: Decision
  /// Runner-ups, best first.
  public var candidates: [Candidate]
  /// Who decided: "keep", "channel/eng", "code" ...
  public var source: String

  public init(
    text: String, confidence: Double, decision: Decision, candidates: [Candidate] = [], source: String
  ) {
    self.text = text
    self.confidence = confidence
    self.decision = decision
    self.candidates = candidates
    self.source = source
  }
}
