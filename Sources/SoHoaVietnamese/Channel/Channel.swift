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

  init(_ lists: [UInt64: [Channel.Entry]]) {
    var ranges: [UInt64: Range<Int>] = [:]
    var entries: [Channel.Entry] = []
    for key in lists.keys.sorted() {
      let start = entries.count
      entries += lists[key]!.sorted { ($0.cost, $0.letters) < ($1.cost, $1.letters) }
      ranges[key] = start..<entries.count
    }
    self.ranges = ranges
    self.entries = entries
  }

  subscript(_ observed: Segment) -> ArraySlice<Channel.Entry> {
    guard let range = ranges[observed.key] else { return [] }
    return entries[range]
  }
}
