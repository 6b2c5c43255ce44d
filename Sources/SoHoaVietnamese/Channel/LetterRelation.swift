/// What was observed for a letter, told relative to that letter, so that rare letters can learn from
/// frequent ones: the same base with certain marks, or whatever else was read.
struct LetterRelation: Hashable, Sendable {
  let code: UInt64

  init(code: UInt64) { self.code = code }

  init(printed: Letter, observed: Segment) {
    let scalars = observed.key
    if scalars <= 0x1F_FFFF, let seen = LetterTable.shared.letter(UInt32(scalars)), seen.base == printed.base
    {
      code =
        1 << 63 | UInt64(seen.shape.rawValue) << 8 | UInt64(seen.tone.rawValue) << 1
        | (seen.isUppercase == printed.isUppercase ? 0 : 1)
    } else {
      code = scalars
    }
  }

  var isSameBase: Bool { code >> 63 == 1 }

  /// What this relation makes of a letter; nil for letters that do not exist.
  func observed(for printed: Letter) -> Segment? {
    guard isSameBase else { return Segment(key: code) }
    var letter = printed
    letter.shape = LetterShape(rawValue: UInt8(code >> 8 & 0xF)) ?? .plain
    letter.tone = Tone(rawValue: UInt8(code >> 1 & 0x7)) ?? .level
    if code & 1 == 1 { letter.isUppercase.toggle() }
    return letter.scalar.map { Segment([$0.value]) }
  }
}

/// Letters that are damaged alike: same base and case (or any), same number of marks.
struct LetterPool: Hashable, Sendable {
  /// Zero for the pool of all bases.
  var base: UInt32
  var marks: Int
  var isUppercase: Bool

  static func narrow(_ letter: Letter) -> LetterPool {
    LetterPool(base: letter.base.value, marks: letter.markCount, isUppercase: letter.isUppercase)
  }

  static func wide(_ letter: Letter) -> LetterPool {
    LetterPool(base: 0, marks: letter.markCount, isUppercase: false)
  }
}
