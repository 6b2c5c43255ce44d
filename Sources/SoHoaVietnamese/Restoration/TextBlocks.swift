/// Cuts a text that comes piece by piece into blocks: at a blank line, at the end of a line that ends a
/// sentence, at any line's end, or between words, in this order. Where the pieces end makes no difference.
struct TextBlocks: Sendable {
  /// Tokens of a block, at most; cuts lie in its second half.
  let limit: Int
  /// Bytes of UTF-8 for a token, on the average, before a block is cut for its length.
  private static let bytesPerToken = 16

  private var pending: [UInt8] = []
  private var scanned = 0
  private var tokens = 0
  private var isInToken = false
  private var lastVisible: UInt8 = 0
  /// Ends of a paragraph, sentence, line, word in the second half of the block; 0 where there is none.
  private var ends = (paragraph: 0, sentence: 0, line: 0, word: 0)
  private var lineIsBlank = true

  init(limit: Int) { self.limit = max(limit, 2) }

  mutating func add(_ text: String) -> [String] {
    pending.append(contentsOf: text.utf8)
    var blocks: [String] = []
    while scanned < pending.count {
      if let cut = step() { blocks.append(take(cut)) }
    }
    return blocks
  }

  /// What is left, if anything is.
  mutating func finish() -> String? { pending.isEmpty ? nil : take(pending.count) }

  /// Looks at one byte.
  ///
  /// - Returns: where the block ends, if it is full.
  private mutating func step() -> Int? {
    let byte = pending[scanned]
    let isSpace = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
    if !isSpace, !isInToken {
      if tokens == limit || scanned >= limit * Self.bytesPerToken { return cut }
      tokens += 1
    } else if scanned >= 2 * limit * Self.bytesPerToken, byte & 0xC0 != 0x80 {
      return cut
    }
    scanned += 1
    note(byte, isSpace: isSpace)
    return nil
  }

  private mutating func note(_ byte: UInt8, isSpace: Bool) {
    isInToken = !isSpace
    if !isSpace {
      lineIsBlank = false
      lastVisible = byte
      return
    }
    if tokens * 2 >= limit || scanned >= limit * Self.bytesPerToken / 2 {
      ends.word = scanned
      if byte == 0x0A { noteLine() }
    }
    if byte == 0x0A { lineIsBlank = true }
  }

  private mutating func noteLine() {
    ends.line = scanned
    if [0x2E, 0x3B, 0x3A].contains(lastVisible) { ends.sentence = scanned }
    if lineIsBlank { ends.paragraph = scanned }
  }

  private var cut: Int {
    [ends.paragraph, ends.sentence, ends.line, ends.word].first { $0 > 0 } ?? scanned
  }

  private mutating func take(_ end: Int) -> String {
    let block = String(decoding: pending[..<end], as: UTF8.self)
    pending.removeFirst(end)
    scanned = 0
    tokens = 0
    isInToken = false
    lineIsBlank = true
    lastVisible = 0
    ends = (0, 0, 0, 0)
    return block
  }
}
