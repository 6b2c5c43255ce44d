/// Parts a text into runs of segments that are in one encoding each: the most probable path through the
/// evidence, where each change of the encoding has its price.
struct EncodingSearch {
  /// Nats that a run must earn before it is believed; less for an encoding that the text has shown
  /// already.
  private static let entry: Float = 9
  private static let knownEntry: Float = 3
  private static let leaving: Float = 2
  /// Least share of the changed tokens of a run that become known words.
  private static let leastKnown = 0.75
  /// Changed tokens that a run has to have; VIQR needs more, since its marks are common.
  private static let leastChanged = [2, 2, 2, 2, 3]

  /// Encodings, as places in `LegacyEncoding.tabled`, that the text has shown already.
  var confirmed: Set<Int> = []

  /// - Parameter isVaried: whether enough codes of an encoding are in a range of segments.
  /// - Returns: for each segment the place of its encoding; nil where the text stands.
  func run(_ segments: [SegmentEvidence], isVaried: (Range<Int>, Int, Float) -> Bool) -> [Int?] {
    let path = path(segments)
    var result = path
    for run in Self.runs(path) {
      guard let encoding = path[run.lowerBound] else { continue }
      if isConvincing(segments[run], encoding),
        isVaried(run, encoding, segments[run].reduce(0) { $0 + $1.gains[encoding] })
      {
        continue
      }
      for index in run { result[index] = nil }
    }
    return result
  }

  /// Viterbi; state 0 is text as it stands, state n + 1 encoding n.
  private func path(_ segments: [SegmentEvidence]) -> [Int?] {
    let count = LegacyEncoding.tabled.count
    var best = [Float](repeating: 0, count: count + 1)
    for state in 1...count { best[state] = -price(into: state - 1) }
    var back: [[Int8]] = []
    for segment in segments {
      let leave = (0...count).max { left(best, $0) < left(best, $1) }!
      let stay = left(best, leave)
      var next = best
      var from = (0...count).map { Int8($0) }
      next[0] = stay
      from[0] = Int8(leave)
      for state in 1...count {
        let entered = stay - price(into: state - 1)
        if entered > best[state] {
          next[state] = entered
          from[state] = Int8(leave)
        }
        next[state] += segment.gains[state - 1]
      }
      best = next
      back.append(from)
    }
    return Self.trace(back, from: (0...count).max { best[$0] < best[$1] }!)
  }

  private static func trace(_ back: [[Int8]], from last: Int) -> [Int?] {
    var state = last
    var states: [Int?] = []
    for from in back.reversed() {
      states.append(state == 0 ? nil : state - 1)
      state = Int(from[state])
    }
    return states.reversed()
  }

  private func left(_ best: [Float], _ state: Int) -> Float {
    state == 0 ? best[0] : best[state] - (confirmed.contains(state - 1) ? 1 : Self.leaving)
  }

  private func price(into encoding: Int) -> Float {
    confirmed.contains(encoding) ? Self.knownEntry : Self.entry
  }

  private func isConvincing(_ run: ArraySlice<SegmentEvidence>, _ encoding: Int) -> Bool {
    let changed = run.reduce(0) { $0 + $1.changed[encoding] }
    let known = run.reduce(0) { $0 + $1.known[encoding] }
    let least = confirmed.contains(encoding) ? 1 : Self.leastChanged[encoding]
    return changed >= least && Double(known) >= Self.leastKnown * Double(changed)
  }

  private static func runs(_ path: [Int?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in path.indices {
      if let last = runs.last, path[last.lowerBound] == path[index] {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
