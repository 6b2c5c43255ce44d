extension Double {
  /// Rounded to three digits after the point: more would be noise in the JSON.
  package var toThreeDigits: Double { (self * 1000).rounded() / 1000 }
}

/// What one stage believes a word says, and how sure it is.
public struct Reading: Hashable, Codable, Sendable {
  public var text: String
  /// 0...1, kept to three digits.
  public var confidence: Double
  /// The stage (and where it helps, its part) that made this reading, e.g. `recognise/vie`,
  /// `restore/channel`, `restore/proposal`.
  public var stage: String

  public init(text: String, confidence: Double, stage: String) {
    self.text = text
    self.confidence = confidence.toThreeDigits
    self.stage = stage
  }
}

/// A word as printed (hOCR `ocrx_word`); in Vietnamese usually one syllable (tiếng).
///
/// `observed` is what the engine (or the input text) said. Later stages add readings and leave `box`
/// alone, so that every extracted value can be traced back to pixels. A word that was joined to the one
/// before it has the text ""; one that was cut has a space in its text.
public struct Word: Hashable, Codable, Sendable {
  public let id: ID<Word>
  /// Nil where the input was text.
  public let box: BoundingBox?
  public let observed: Reading
  public private(set) var revisions: [Reading]
  /// Other readings worth a look, best first; never silently used.
  public var alternatives: [Reading]

  public init(
    id: ID<Word>, box: BoundingBox?, observed: Reading, revisions: [Reading] = [],
    alternatives: [Reading] = []
  ) {
    self.id = id
    self.box = box
    self.observed = observed
    self.revisions = revisions
    self.alternatives = alternatives
  }

  public var current: Reading { revisions.last ?? observed }
  public var text: String { current.text }
  public var confidence: Double { current.confidence }

  public mutating func revise(_ reading: Reading) { revisions.append(reading) }
}

extension Word {
  enum CodingKeys: CodingKey { case id, text, confidence, box, observed, revisions, alternatives }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ID<Word>.self, forKey: .id),
      box: try container.decode(BoundingBox?.self, forKey: .box),
      observed: try container.decode(Reading.self, forKey: .observed),
      revisions: try container.decode([Reading].self, forKey: .revisions),
      alternatives: try container.decode([Reading].self, forKey: .alternatives))
  }

  /// `text` and `confidence` repeat the current reading for those who need no history.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(text, forKey: .text)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(box, forKey: .box)
    try container.encode(observed, forKey: .observed)
    try container.encode(revisions, forKey: .revisions)
    try container.encode(alternatives, forKey: .alternatives)
  }
}
