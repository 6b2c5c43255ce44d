/// A white-space token as it was seen.
public struct ObservedToken: Hashable, Sendable {
  public var text: String
  /// The engine's own confidence, 0...1; nil if it gives none.
  public var confidence: Double?

  public init(_ text: String, confidence: Double? = nil) {
    self.text = text
    self.confidence = confidence
  }

  public init(text: String, confidence: Double? = nil) { self.init(text, confidence: confidence) }
}
