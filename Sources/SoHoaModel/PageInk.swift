/// The connected ink of a prepared picture, as preparation saw it.
public struct PageInk: Hashable, Codable, Sendable {
  /// Median height of the letters, in pixels of the prepared picture.
  public var letterHeight: Double
  /// Boxes of the connected parts, without the rules of tables, in pixels of the prepared picture.
  public var parts: [BoundingBox]

  public init(letterHeight: Double, parts: [BoundingBox]) {
    self.letterHeight = letterHeight
    self.parts = parts
  }
}
