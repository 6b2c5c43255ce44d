/// Restores a text of any length piece by piece, in memory for one block (some tens of thousands of tokens).
///
/// Encodings of before Unicode are decoded first. A text of one block is restored as `Restorer.restore` does;
/// in a longer one, the look, the style of tones and the language are those of what was seen so far, and each
/// block teaches its own noise.
///
/// ```swift
/// var stream = RestorationStream(restorer, detector: detector)
/// for piece in pieces { for block in stream.add(piece) { print(block.text, terminator: "") } }
/// for block in stream.finish() { print(block.text, terminator: "") }
/// ```
public struct RestorationStream: Sendable {
  public static let usualBlock = 12_000

  private let restorer: Restorer
  private let detector: EncodingDetector?
  private let undecided: Undecided?
  private var blocks: TextBlocks
  private var memory = RestorationMemory()
  private var encodingMemory = EncodingDetector.Memory()
  private var encodingRuns = EncodingRuns()
  private var place = RestoredBlock.Place()

  /// - Parameters:
  ///   - detector: nil where the text is known to be Unicode.
  ///   - undecided: what becomes of doubtful tokens; nil: the best reading is taken.
  ///   - blockTokens: tokens restored at once.
  public init(
    _ restorer: Restorer, detector: EncodingDetector? = nil, undecided: Undecided? = nil,
    blockTokens: Int = usualBlock
  ) {
    self.restorer = restorer
    self.detector = detector
    self.undecided = undecided
    blocks = TextBlocks(limit: blockTokens)
  }

  /// Runs that were in another encoding, so far; the first thousand.
  public var runs: [TranscodedText.Run] { encodingRuns.runs }

  /// - Returns: the blocks that are complete by now.
  public mutating func add(_ text: String) -> [RestoredBlock] { blocks.add(text).map { restored($0) } }

  public mutating func finish() -> [RestoredBlock] { blocks.finish().map { [restored($0)] } ?? [] }

  private mutating func restored(_ text: String) -> RestoredBlock {
    let layout = TextLayout(text)
    var decoded = DecodedLayout(tokens: layout.tokens, encodings: layout.tokens.map { _ in [] })
    if let detector {
      decoded = detector.decode(layout, &encodingMemory)
      encodingRuns.add(layout, decoded)
    }
    var (tokens, kind, isForeign) = restorer.restore(decoded.tokens, &memory)
    undecided?.apply(to: &tokens, observed: decoded.tokens)
    let block = RestoredBlock(
      kind: kind, isForeign: isForeign, layout: layout, decoded: decoded, restored: tokens, place: place)
    place = block.end
    return block
  }
}
