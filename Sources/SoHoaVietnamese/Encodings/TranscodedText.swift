/// A text in Unicode (NFC), and which parts of it were in another encoding.
public struct TranscodedText: Hashable, Codable, Sendable {
  /// A run of lines, or parts of a line, in one encoding.
  public struct Run: Hashable, Codable, Sendable {
    public var encoding: LegacyEncoding
    /// First and last line, from 1.
    public var lines: ClosedRange<Int>
    /// Spans in Unicode scalars from the begin of the text, before and after decoding (not restoration).
    public var sourceSpan: Range<Int>
    public var span: Range<Int>
  }

  public var text: String
  /// In the order of the text; empty where it was Unicode already.
  public var runs: [Run]

  /// The encodings, the most frequent first.
  public var encodings: [LegacyEncoding] { Self.encodings(of: runs) }

  public static func encodings(of runs: [Run]) -> [LegacyEncoding] {
    let lengths = Dictionary(runs.map { ($0.encoding, $0.span.count) }, uniquingKeysWith: +)
    return lengths.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map(\.key)
  }
}
