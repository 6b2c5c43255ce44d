/// A white-space token as it was seen.
public struct ObservedToken: Hashable, Codable, Sendable {
  /// What another reading of the same ink gave.
  public struct Alternative: Hashable, Codable, Sendable {
    public var text: String
    /// Probability that it is right, 0...1, from its own reading alone.
    public var confidence: Double

    public init(text: String, confidence: Double) {
      self.text = text
      self.confidence = confidence
    }
  }

  public var text: String
  /// Probability that the engine read it right, 0...1; nil if it gives none.
  public var confidence: Double?
  public var alternatives: [Alternative]

  public init(_ text: String, confidence: Double? = nil, alternatives: [Alternative] = []) {
    self.text = text
    self.confidence = confidence
    self.alternatives = alternatives
  }

  public init(text: String, confidence: Double? = nil) { self.init(text, confidence: confidence) }
}
