/// A restored text with the provenance of each token: what `sohoa restore --format json` prints.
public struct RestorationReport: Codable, Hashable, Sendable {
  public struct Token: Codable, Hashable, Sendable {
    /// From 1.
    public var line: Int
    public var raw: String
    public var restored: String
    public var confidence: Double
    public var decision: RestoredToken.Decision
    public var source: String
    public var candidates: [RestoredToken.Candidate]
    /// Half-open spans in Unicode scalars from the begin of the whole text.
    public var rawSpan: [Int]
    public var restoredSpan: [Int]
  }

  public var version = 1
  /// ruined, unmarked or nearlyRight.
  public var kind: ChannelKind
  public var text: String
  public var tokens: [Token]

  public init(layout: TextLayout, restored: [[RestoredToken]], kind: ChannelKind) {
    self.kind = kind
    text = layout.text(restored)
    tokens = []
    var (raw, mended) = (0, 0)
    for (line, row) in restored.enumerated() {
      for (place, token) in row.enumerated() {
        let gap = layout.space(line, place).unicodeScalars.count
        raw += gap
        if token.decision != .joined { mended += gap }
        let observed = layout.tokens[line][place].text
        let rawEnd = raw + observed.unicodeScalars.count
        let mendedEnd = mended + token.text.unicodeScalars.count
        tokens.append(
          Token(
            line: line + 1, raw: observed, restored: token.text, confidence: Self.rounded(token.confidence),
            decision: token.decision, source: token.source,
            candidates: token.candidates.map {
              .init(text: $0.text, confidence: Self.rounded($0.confidence))
            },
            rawSpan: [raw, rawEnd], restoredSpan: [mended, mendedEnd]))
        (raw, mended) = (rawEnd, mendedEnd)
      }
      let tail = layout.tail(line).unicodeScalars.count
      (raw, mended) = (raw + tail, mended + tail)
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
