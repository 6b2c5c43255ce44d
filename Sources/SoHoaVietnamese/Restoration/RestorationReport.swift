/// A restored text with the provenance of each token: what `sohoa restore --format json` prints.
public struct RestorationReport: Codable, Hashable, Sendable {
  public struct Token: Codable, Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// As it stood in the input, before any decoding.
    public var raw: String
    public var restored: String
    public var confidence: Double
    public var decision: RestoredToken.Decision
    public var source: String
    public var candidates: [RestoredToken.Candidate]
    /// Half-open spans in Unicode scalars from the begin of the whole text.
    public var rawSpan: [Int]
    public var restoredSpan: [Int]
    /// What the token was in before it was read as Unicode; nil for Unicode.
    public var encoding: LegacyEncoding?
  }

  public var version = 1
  /// ruined, unmarked or nearlyRight.
  public var kind: ChannelKind
  public var text: String
  /// Runs that were in another encoding.
  public var encodings: [TranscodedText.Run]
  public var tokens: [Token]

  public init(layout: TextLayout, restored: [[RestoredToken]], kind: ChannelKind) {
    let decoded = DecodedLayout(tokens: layout.tokens, encodings: layout.tokens.map { _ in [] })
    self.init([
      RestoredBlock(
        kind: kind, isForeign: false, layout: layout, decoded: decoded, restored: restored, place: .init())
    ])
  }

  /// - Parameter blocks: all blocks of a text, in order.
  public init(_ blocks: [RestoredBlock], encodings: [TranscodedText.Run] = []) {
    kind = blocks.last?.kind ?? .nearlyRight
    text = blocks.map(\.text).joined()
    self.encodings = encodings
    tokens = blocks.flatMap(\.tokens)
  }
}
