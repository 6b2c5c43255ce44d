/// Ruins print by chance, letter by letter, as often as a channel has counted each change.
struct RandomNoise {
  private var changes: [UInt32: [(observed: Scalars, upTo: Double)]] = [:]
  private var random: SplitMix

  init(counts: SegmentCounts, seed: UInt64) {
    random = SplitMix(seed: seed)
    for (change, count) in counts.changes.sorted(by: Self.precedes) where change.printed.key <= 0x1F_FFFF {
      let letter = UInt32(change.printed.key)
      let sum = (changes[letter]?.last?.upTo ?? 0) + count
      changes[letter, default: []].append((change.observed.scalars, sum))
    }
  }

  /// Never empty where the token is not.
  mutating func ruined(_ token: Scalars) -> Scalars {
    let result = token.flatMap { ruined($0) }
    return result.isEmpty ? token : result
  }

  private mutating func ruined(_ letter: UInt32) -> Scalars {
    guard LetterTable.shared.letter(letter) != nil, let options = changes[letter],
      let total = options.last?.upTo
    else { return [letter] }
    let drawn = random.unit() * total
    return options.first { $0.upTo > drawn }?.observed ?? [letter]
  }

  private static func precedes(
    _ one: (key: SegmentCounts.Change, value: Double), _ other: (key: SegmentCounts.Change, value: Double)
  ) -> Bool {
    (one.key.printed.key, one.key.observed.key) < (other.key.printed.key, other.key.observed.key)
  }
}
