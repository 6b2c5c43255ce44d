/// How often each printed segment was observed as what; the knowledge of a channel.
public struct SegmentCounts: Sendable {
  struct Change: Hashable, Sendable {
    var printed: Segment
    var observed: Segment
  }

  var changes: [Change: Double] = [:]

  public init() {}

  mutating func add(_ change: Change, _ weight: Double) { changes[change, default: 0] += weight }

  /// Scales down the counts of all that is printed more often than `limit`.
  mutating func cap(at limit: Double) {
    var totals: [Segment: Double] = [:]
    for (change, count) in changes { totals[change.printed, default: 0] += count }
    changes = Dictionary(
      uniqueKeysWithValues: changes.map { ($0.key, $0.value * min(1, limit / totals[$0.key.printed]!)) })
  }

  mutating func merge(_ other: SegmentCounts, weight: Double) {
    for (change, count) in other.changes { changes[change, default: 0] += count * weight }
  }
}
