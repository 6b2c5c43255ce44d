/// An extracted value and everything that is known of where it came from.
public struct Field<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  /// As printed, after restoration.
  public var text: String
  /// As the engine or the input text had it.
  public var observed: String
  /// Normalised; null where no reading is sure enough: then `alternatives` say what it may be.
  public var value: Value?
  /// 0...1: how likely `value` is right.
  public var confidence: Double
  /// Page and box of the first page that it stands on; box in pixels of that page.
  public var page: Int?
  public var box: BoundingBox?
  public var words: [ID<Word>]
  /// Other values worth a look, best first.
  public var alternatives: [Value]
  /// The rule or model that found it.
  public var rule: String

  public init(
    text: String, observed: String, value: Value?, confidence: Double, page: Int?, box: BoundingBox?,
    words: [ID<Word>], alternatives: [Value] = [], rule: String
  ) {
    self.text = text
    self.observed = observed
    self.value = value
    self.confidence = confidence.toThreeDigits
    self.page = page
    self.box = box
    self.words = words
    self.alternatives = alternatives
    self.rule = rule
  }

  enum CodingKeys: CodingKey {
    case text, observed, value, confidence, page, box, words, alternatives, rule
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(observed, forKey: .observed)
    try container.encode(value, forKey: .value)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(page, forKey: .page)
    try container.encode(box, forKey: .box)
    try container.encode(words, forKey: .words)
    try container.encode(alternatives, forKey: .alternatives)
    try container.encode(rule, forKey: .rule)
  }
}
