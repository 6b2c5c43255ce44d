/// Learns the counts of a channel from word pairs: align, count, align again with what was learned.
public struct ChannelLearner {
  private let pairs: [(WordPairs.Pair, Int)]
  private let marks: [SegmentCounts.Change: Int]

  public init(_ pairs: WordPairs) {
    self.pairs = pairs.counts.sorted { Self.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
    marks = pairs.marks
  }

  /// - Parameter rounds: alignments after the first.
  public func counts(rounds: Int = 2) -> SegmentCounts {
    var counts = counted(FirstGuess.cost, widened: rounds == 0)
    for round in 0..<rounds {
      let estimate = ChannelEstimate(counts)
      counts = counted({ estimate.stepCost($0, $1) }, widened: round == rounds - 1)
    }
    return counts
  }

  /// One alignment with a channel that is already known.
  func counts(with estimate: ChannelEstimate) -> SegmentCounts {
    counted({ estimate.stepCost($0, $1) }, widened: true)
  }

  private func counted(_ cost: Alignment.Cost, widened: Bool) -> SegmentCounts {
    var counts = SegmentCounts()
    for (change, weight) in marks { counts.add(change, Double(weight)) }
    for (pair, weight) in pairs {
      let steps = Alignment.steps(printed: pair.printed, observed: pair.observed, cost: cost)
      for start in steps.indices {
        for end in start..<min(steps.count, start + (widened ? 3 : 1)) {
          let printed = steps[start].printed.lowerBound..<steps[end].printed.upperBound
          let observed = steps[start].observed.lowerBound..<steps[end].observed.upperBound
          guard printed.count <= Segment.limit, observed.count <= Segment.limit else { break }
          counts.add(
            .init(printed: Segment(pair.printed[printed]), observed: Segment(pair.observed[observed])),
            Double(weight))
        }
      }
    }
    return counts
  }

  private static func precedes(_ one: WordPairs.Pair, _ other: WordPairs.Pair) -> Bool {
    one.printed != other.printed
      ? one.printed.lexicographicallyPrecedes(other.printed)
      : one.observed.lexicographicallyPrecedes(other.observed)
  }
}
