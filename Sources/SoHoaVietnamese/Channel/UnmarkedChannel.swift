/// The channel of a keyboard without Vietnamese: every letter loses its marks, nothing else happens.
enum UnmarkedChannel {
  static let counts: SegmentCounts = {
    var counts = SegmentCounts()
    for lower in Alphabet.shared.scalars.dropFirst() {
      for value in [lower, Case.upper(lower)] {
        guard var letter = LetterTable.shared.letter(value) else { continue }
        letter.shape = .plain
        letter.tone = .level
        let plain = letter.scalar?.value ?? value
        counts.add(.init(printed: Segment([value]), observed: Segment([plain])), 1e6)
      }
    }
    return counts
  }()
}
