import SoHoaModel

/// What became of one input of a run.
public struct FileReport: Hashable, Sendable {
  public enum Outcome: String, Hashable, Codable, Sendable, CaseIterable {
    case failed
    /// Done, and a person should look at it.
    case doubtful
    case done
    /// Done by an earlier run, and nothing has changed since.
    case upToDate
    /// Has the content of another, which is done once.
    case duplicate
  }

  public struct Failure: Hashable, Codable, Sendable {
    /// `ConversionFailure.Kind` by name.
    public var kind: String
    public var message: Message
    /// Of an earlier run; it was not tried again.
    public var isOld: Bool

    public init(kind: String, message: Message, isOld: Bool = false) {
      self.kind = kind
      self.message = message
      self.isOld = isOld
    }
  }

  /// A number, day or month that was written by hand, for a person to compare.
  public struct Hand: Hashable, Sendable {
    public var reading: HandReading
    public var page: Int

    public init(_ reading: HandReading, page: Int) {
      self.reading = reading
      self.page = page
    }
  }

  /// As the user named it.
  public var file: String
  public var outcome: Outcome
  public var pages: Int
  /// Those that a person should look at; their messages may quote the document.
  public var findings: [Finding]
  public var failure: Failure?
  /// The input with the same content.
  public var sameAs: String?
  /// Paths of the files that it became.
  public var outputs: [String]
  /// What is written by hand in its headers, from the top.
  public var hands: [Hand]
  /// The document in a line: quotes it.
  public var summary: Message?

  public init(
    file: String, outcome: Outcome, pages: Int = 0, findings: [Finding] = [], failure: Failure? = nil,
    sameAs: String? = nil, outputs: [String] = [], hands: [Hand] = [], summary: Message? = nil
  ) {
    self.file = file
    self.outcome = outcome
    self.pages = pages
    self.findings = findings
    self.failure = failure
    self.sameAs = sameAs
    self.outputs = outputs
    self.hands = hands
    self.summary = summary
  }
}
