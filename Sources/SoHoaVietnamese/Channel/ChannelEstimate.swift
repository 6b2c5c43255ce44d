import Foundation

/// -log P(observed segment | printed segment) from counts; single letters back off to their pools.
struct ChannelEstimate: Sendable {
  private struct Distribution: Sendable {
    var total = 0.0
    var counts: [UInt64: Double] = [:]

    mutating func add(_ key: UInt64, _ weight: Double) {
      total += weight
      counts[key, default: 0] += weight
    }

    func smoothed(_ key: UInt64, _ strength: Double, _ prior: Double) -> Double {
      ((counts[key] ?? 0) + strength * prior) / (total + strength)
    }
  }

  static let strength = 3.0
  static let floor = 2e-6
  /// Least share of letters that vanish.
  static let lostFloor = 2e-4
  /// Times a change of two or three letters must have been seen to count by itself.
  static let leastSeen = 2.0

  /// What is added to the count of a change of marks.
  static let markFloor = 0.05
  /// Price of marks that training never saw.
  static let unseenMark: Float = 12
  private static let stops = [0x2C, 0x2E, 0x3A, 0x3B].map { Segment([$0]) }

  private var letters: [UInt32: Distribution] = [:]
  private var pools: [LetterPool: Distribution] = [:]
  private var groups: [Segment: Distribution] = [:]

  init(_ counts: SegmentCounts) {
    for (change, weight) in counts.changes {
      guard change.printed.key <= 0x1F_FFFF else {
        groups[change.printed, default: .init()].add(change.observed.key, weight)
        continue
      }
      letters[UInt32(change.printed.key), default: .init()].add(change.observed.key, weight)
      guard let letter = LetterTable.shared.letter(UInt32(change.printed.key)) else { continue }
      let relation = LetterRelation(printed: letter, observed: change.observed).code
      pools[.narrow(letter), default: .init()].add(relation, weight)
      pools[.wide(letter), default: .init()].add(relation, weight)
    }
  }

  /// For aligning: any step has a price.
  func stepCost(_ printed: ArraySlice<UInt32>, _ observed: ArraySlice<UInt32>) -> Float {
    if printed.count == 1 { return letterCost(printed.first!, Segment(observed)) }
    return groupCost(Segment(printed), Segment(observed)) ?? 14
  }

  func letterCost(_ printed: UInt32, _ observed: Segment) -> Float {
    guard let letter = LetterTable.shared.letter(printed) else {
      return UInt64(printed) == observed.key ? 0.05 : 12
    }
    let relation = LetterRelation(printed: letter, observed: observed).code
    let floor = observed == .empty ? Self.lostFloor : Self.floor
    let wide = pools[.wide(letter)]?.smoothed(relation, Self.strength, floor) ?? floor
    let narrow = pools[.narrow(letter)]?.smoothed(relation, Self.strength, wide) ?? wide
    let own = letters[printed]?.smoothed(observed.key, Self.strength, narrow) ?? narrow
    return -Float(log(own))
  }

  /// -log P(observed | printed) where one of them is a mark: a mark, a space, or nothing printed.
  func markCost(_ printed: Segment, _ observed: Segment) -> Float {
    let key = UInt32(printed.key)
    guard let seen = letters[key], seen.total > 0 else { return Self.unseenMark }
    return -Float(log(((seen.counts[observed.key] ?? 0) + Self.markFloor) / (seen.total + 1)))
  }

  /// Stops (, . : ;) that may have been printed where another mark was seen.
  func stops(seenAs observed: Segment) -> [(Segment, Float)] {
    Self.stops.filter { $0 != observed }.map { ($0, markCost($0, observed)) }
  }

  func groupCost(_ printed: Segment, _ observed: Segment) -> Float? {
    guard let group = groups[printed], let count = group.counts[observed.key], count >= Self.leastSeen else {
      return nil
    }
    return Self.groupCost(count, of: group.total)
  }

  private static func groupCost(_ count: Double, of total: Double) -> Float {
    -Float(log((count - 0.5) / (total + 1)))
  }

  /// All that a letter is likely to be observed as, with costs up to `limit`.
  func observations(of printed: UInt32, limit: Float) -> [(Segment, Float)] {
    guard let letter = LetterTable.shared.letter(printed) else { return [(Segment([printed]), 0.05)] }
    var segments: Set<UInt64> = [UInt64(printed), UInt64(letter.base.value), Segment.empty.key]
    segments.formUnion((letters[printed]?.counts ?? [:]).keys)
    for pool in [LetterPool.narrow(letter), .wide(letter)] {
      for code in pools[pool]?.counts.keys ?? [:].keys where pool.base != 0 || code >> 63 == 1 {
        if let seen = LetterRelation(code: code).observed(for: letter) { segments.insert(seen.key) }
      }
    }
    return segments.map { (Segment(key: $0), letterCost(printed, Segment(key: $0))) }.filter { $0.1 <= limit }
  }

  /// All changes of two and three letters that were seen often enough.
  func groupChanges(_ body: (_ printed: Segment, _ observed: Segment, _ cost: Float) -> Void) {
    for (printed, group) in groups {
      for (observed, count) in group.counts where count >= Self.leastSeen {
        body(printed, Segment(key: observed), Self.groupCost(count, of: group.total))
      }
    }
  }
}
