/// What a change costs before anything is learned: letters alike in their base are near.
enum FirstGuess {
  static func cost(_ printed: ArraySlice<UInt32>, _ observed: ArraySlice<UInt32>) -> Float {
    switch (printed.count, observed.count) {
    case (1, 1): single(printed.first!, observed.first!)
    case (1, 0): 4
    case (1, 2): nearest(printed.first!, observed) + 2.5
    case (1, 3): nearest(printed.first!, observed) + 4.5
    case (2, 1): nearest(observed.first!, printed) + 3
    default: 5.5
    }
  }

  private static func nearest(_ one: UInt32, _ others: ArraySlice<UInt32>) -> Float {
    others.map { single(one, $0) }.min() ?? 4
  }

  private static func single(_ one: UInt32, _ other: UInt32) -> Float {
    if one == other { return 0 }
    let (a, b) = (LetterTable.shared.letter(one), LetterTable.shared.letter(other))
    guard let a, let b else { return a == nil && b == nil ? 2.5 : 3 }
    if a.base == b.base { return a.isUppercase == b.isUppercase ? 0.3 : 0.6 }
    return a.isVowel == b.isVowel ? 2 : 3
  }
}
