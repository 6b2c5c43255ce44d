/// How often each printed segment was observed as what; the knowledge of a channel.
public struct SegmentCounts: Sendable {
  struct Change: Hashable, Sendable {
    var printed: Segment
    var observed: Segment
  }

  var changes: [Change: Double] = [:]

  public init() {}

  mutating func add(_ change: Change, _ weight: Double) { changes[change, default: 0] += weight }

  mutating func merge(_ other: SegmentCounts, weight: Double) {
    for (change, count) in other.changes { changes[change, default: 0] += count * weight }
  }
}
