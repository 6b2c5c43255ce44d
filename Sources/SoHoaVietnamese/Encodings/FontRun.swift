/// Words side by side in one font, as a text layer holds them.
public struct FontRun: Hashable, Sendable {
  public var words: [String]
  /// As the file names it; nil where it does not.
  public var font: String?

  public init(words: [String], font: String? = nil) {
    self.words = words
    self.font = font
  }
}

/// A run in Unicode.
public struct DecodedRun: Hashable, Sendable {
  /// As many as there were, NFC.
  public var words: [String]
  /// Nil where the run was Unicode already.
  public var encoding: LegacyEncoding?
}

extension EncodingDetector {
  /// The runs of a page or of a whole text: the names of fonts are taken for what they say, as long as the
  /// words agree.
  public func decode(_ runs: [FontRun], _ memory: inout Memory) -> [DecodedRun] {
    let segments = runs.map { run in
      Segment(
        tokens: run.words.map { $0.unicodeScalars.map(\.value) }, hint: run.font.flatMap(fonts.hint))
    }
    return decode(segments, &memory).map { decoded in
      DecodedRun(words: decoded.tokens.map { String(scalars: $0) }, encoding: decoded.encoding)
    }
  }

  /// Bytes of a text that is no UTF-8, shown as Windows would show them, for `decode`; nil where they do not
  /// read as Vietnamese in any 8-bit encoding.
  public func misreading(of bytes: some Sequence<UInt8>) -> String? {
    let text = String(scalars: bytes.map(CodeByte.scalar))
    return isLegacy(text) ? text : nil
  }

  /// Share of the words with letters beyond ASCII that the lexicon knows; 1 if there are none.
  public func knownShare(of words: some Sequence<String>) -> Double {
    var marked = 0
    var known = 0
    for word in words where word.utf8.contains(where: { $0 > 0x7F }) {
      let scalars = word.scalars
      for piece in PieceScanner.pieces(scalars) where piece.kind == .word {
        let letters = scalars[piece.start..<piece.end]
        guard letters.contains(where: { $0 > 0x7F }) else { continue }
        marked += 1
        if evidence.logProbability(letters) != nil { known += 1 }
      }
    }
    return marked == 0 ? 1 : Double(known) / Double(marked)
  }
}
