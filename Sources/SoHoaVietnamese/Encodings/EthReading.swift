/// Tells whether the eths of a text stand for đ: most of the words that hold one must become known.
struct EthReading {
  let isVietnamese: Bool

  private static let leastShare = 0.7

  init(_ segments: [EncodingDetector.Segment], _ chosen: [Int?], _ evidence: WordEvidence) {
    var words = 0
    var known = 0
    for (index, segment) in segments.enumerated() where chosen[index] == nil {
      for token in segment.tokens where token.contains(where: Self.isEth) {
        for piece in PieceScanner.pieces(token) where piece.kind == .word {
          let word = token[piece.start..<piece.end]
          guard word.contains(where: Self.isEth) else { continue }
          words += 1
          if evidence.logProbability(Self.read(Array(word))) != nil { known += 1 }
        }
      }
    }
    isVietnamese = words > 0 && Double(known) >= Self.leastShare * Double(words)
  }

  static func read(_ token: Scalars) -> Scalars {
    token.map { $0 == 0xD0 ? 0x110 : $0 == 0xF0 ? 0x111 : $0 }
  }

  private static func isEth(_ value: UInt32) -> Bool { value == 0xD0 || value == 0xF0 }
}
