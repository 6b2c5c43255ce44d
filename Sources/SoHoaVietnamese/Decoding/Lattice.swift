/// The readings of a paragraph as a graph: nodes between pieces, arcs for what a stretch may say.
struct Lattice: Sendable {
  /// What an arc puts on the paper.
  enum Content: Sendable {
    /// The observed scalars `start..<end` of the token, as they are.
    case raw(start: Int, end: Int)
    /// The same, and a space after them that the engine lost.
    case spaced(start: Int, end: Int)
    case word(id: UInt16, pattern: CasePattern)
    /// A word of the user's own.
    case own(form: Int, pattern: CasePattern)
    /// Two words that were seen as one.
    case words(id: UInt16, pattern: CasePattern, nextID: UInt16, nextPattern: CasePattern)

    /// True where one token becomes two.
    var hasSpace: Bool {
      switch self {
      case .raw, .word, .own: false
      case .spaced, .words: true
      }
    }
  }

  struct Arc: Sendable {
    var from: Int32
    var to: Int32
    /// Words of the language model, a range in `ids`.
    var idStart: Int32
    var idCount: Int32
    /// Price beside the language model (nats).
    var cost: Float
    /// First token that it covers.
    var token: Int32
    var content: Content
    /// Covers the end of the next token as well.
    var joins = false
  }

  private(set) var nodes = 1
  private(set) var arcs: [Arc] = []
  private(set) var ids: [UInt16] = []
  /// First and last node of each token's slots are shared with its neighbours.
  static let start: Int32 = 0

  /// - Parameter tokens: how many there will be.
  init(tokens: Int = 0) {
    arcs.reserveCapacity(tokens * 12)
    ids.reserveCapacity(tokens * 12)
  }

  mutating func addNode() -> Int32 {
    nodes += 1
    return Int32(nodes - 1)
  }

  mutating func add(_ arc: Arc, ids words: some Collection<UInt16>) {
    var arc = arc
    arc.idStart = Int32(ids.count)
    arc.idCount = Int32(words.count)
    ids.append(contentsOf: words)
    arcs.append(arc)
  }

  /// Arc numbers by the node that they leave.
  func arcsByOrigin() -> (starts: [Int32], order: [Int32]) {
    var starts = [Int32](repeating: 0, count: nodes + 1)
    for arc in arcs { starts[Int(arc.from) + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var places = starts
    var order = [Int32](repeating: 0, count: arcs.count)
    for (index, arc) in arcs.enumerated() {
      order[Int(places[Int(arc.from)])] = Int32(index)
      places[Int(arc.from)] += 1
    }
    return (starts, order)
  }
}
