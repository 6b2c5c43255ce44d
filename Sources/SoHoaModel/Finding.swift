/// Something doubtful or wrong that a person should know of. Trouble is data: a failing page leaves a
/// finding, the others go on.
public struct Finding: Hashable, Codable, Sendable {
  public enum Severity: String, Hashable, Codable, Sendable, Comparable, CaseIterable {
    case info, warning, error

    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
  }

  public var severity: Severity
  /// Stable name for programs, e.g. `page.blank`, `number.blank`, `heading.skipped`.
  public var code: String
  public var message: Message
  /// Page of the input file, from 1.
  public var page: Int?
  public var box: BoundingBox?
  public var words: [ID<Word>]

  public init(
    _ severity: Severity, _ code: String, _ message: Message, page: Int? = nil, box: BoundingBox? = nil,
    words: [ID<Word>] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.page = page
    self.box = box
    self.words = words
  }
}

extension Finding {
  enum CodingKeys: CodingKey { case severity, code, message, page, box, words }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(severity, forKey: .severity)
    try container.encode(code, forKey: .code)
    try container.encode(message, forKey: .message)
    try container.encode(page, forKey: .page)
    try container.encode(box, forKey: .box)
    try container.encode(words, forKey: .words)
  }
}
