/// How an engine ruins print: for each observed segment, which printed letters it may stand for.
struct Channel: Sendable {
  /// Which letters of a word are capitals.
  enum Role: Int, CaseIterable, Sendable {
    case lower, initial, upper
  }

  /// Up to three printed letters (codes of `Alphabet`, first in the lowest byte) and their price.
  struct Entry: Sendable {
    var letters: UInt32
    var cost: Float
  }

  static let costLimit: Float = 10

  let name: String
  let counts: SegmentCounts
  let estimate: ChannelEstimate
  private let tables: [SegmentIndex]

  init(name: String, counts: SegmentCounts) {
    self.name = name
    self.counts = counts
    estimate = ChannelEstimate(counts)
    tables = ChannelCompiler.tables(estimate)
  }

  func entries(_ observed: Segment, _ role: Role) -> ArraySlice<Entry> { tables[role.rawValue][observed] }
}

/// Entries by observed segment.
struct SegmentIndex: Sendable {
  private let ranges: [UInt64: Range<Int>]
  private let entries: [Channel.Entry]

  /// - Parameter list: entries with the key of their observed segment, in any order.
  init(_ list: [(observed: UInt64, entry: Channel.Entry)]) {
    let sorted = list.sorted {
      ($0.observed, $0.entry.cost, $0.entry.letters) < ($1.observed, $1.entry.cost, $1.entry.letters)
    }
    var ranges: [UInt64: Range<Int>] = [:]
    var start = 0
    for end in sorted.indices.dropFirst() where sorted[end].observed != sorted[start].observed {
      ranges[sorted[start].observed] = start..<end
      start = end
    }
    if let last = sorted.last { ranges[last.observed] = start..<sorted.count }
    self.ranges = ranges
    entries = sorted.map(\.entry)
  }

  subscript(_ observed: Segment) -> ArraySlice<Channel.Entry> {
    guard let range = ranges[observed.key] else { return [] }
    return entries[range]
  }
}
