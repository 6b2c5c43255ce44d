/// A word that may have been printed where something else was observed.
struct WordCandidate: Hashable, Sendable {
  /// Number in the language model.
  var id: UInt16
  /// lower, title or capitals.
  var pattern: CasePattern
  /// -log P(observed | word) of the channel.
  var cost: Float
}

/// Best-first search in the trie through the channel, up to `delta` beyond the best.
struct CandidateSearch: Sendable {
  let trie: SyllableTrie
  let channel: Channel
  var delta: Float = 9
  var limit = 24
  /// Price of any letter for any other; lets odd words through when nothing else does.
  static let wildcard: Float = 9.5
  private static let steps = 6000

  private struct State {
    var bound: Float
    var cost: Float
    var node: Int32
    var position: Int32
  }

  func candidates(_ observed: Scalars, _ pattern: CasePattern) -> [WordCandidate] {
    guard observed.count <= 16, !observed.isEmpty else { return [] }
    let heads = headCosts(observed, pattern)
    var queue = Heap<State> { $0.bound < $1.bound }
    var best: [UInt64: Float] = [:]
    var found: [WordCandidate] = []
    queue.push(State(bound: heads[0], cost: 0, node: SyllableTrie.root, position: 0))
    var steps = 0
    var bound = Float.infinity
    while let state = queue.pop(), state.bound <= bound, found.count < limit, steps < Self.steps {
      steps += 1
      let key = UInt64(state.node) << 8 | UInt64(state.position)
      if let known = best[key], known <= state.cost { continue }
      best[key] = state.cost
      if Int(state.position) == observed.count, trie.words[Int(state.node)] != 0 {
        if found.isEmpty { bound = state.cost + delta }
        found.append(.init(id: trie.words[Int(state.node)], pattern: pattern, cost: state.cost))
      }
      expand(state, observed, pattern, heads, bound) { queue.push($0) }
    }
    return found
  }

  private func expand(
    _ state: State, _ observed: Scalars, _ pattern: CasePattern, _ heads: [Float], _ bound: Float,
    _ push: (State) -> Void
  ) {
    let position = Int(state.position)
    let role = role(pattern, atStart: state.node == SyllableTrie.root)
    for length in 0...min(Segment.limit, observed.count - position) {
      let segment = Segment(observed[position..<position + length])
      let rest = heads[position + length]
      for entry in channel.entries(segment, role) {
        let cost = state.cost + entry.cost
        if cost + rest > bound { break }
        let node = trie.walk(state.node, entry.letters)
        if node >= 0 {
          push(State(bound: cost + rest, cost: cost, node: node, position: Int32(position + length)))
        }
      }
    }
    guard position < observed.count else { return }
    let cost = state.cost + Self.wildcard
    guard cost + heads[position + 1] <= bound else { return }
    trie.forEachChild(state.node) {
      push(State(bound: cost + heads[position + 1], cost: cost, node: $0, position: Int32(position + 1)))
    }
  }

  private func role(_ pattern: CasePattern, atStart: Bool) -> Channel.Role {
    switch pattern {
    case .capitals: .upper
    case .title: atStart ? .initial : .lower
    case .lower, .mixed: .lower
    }
  }

  /// Least price of the observed letters from each place to the end.
  private func headCosts(_ observed: Scalars, _ pattern: CasePattern) -> [Float] {
    var heads = [Float](repeating: 0, count: observed.count + 1)
    for position in stride(from: observed.count - 1, through: 0, by: -1) {
      var least = Self.wildcard + heads[position + 1]
      for length in 1...min(Segment.limit, observed.count - position) {
        let segment = Segment(observed[position..<position + length])
        if let first = channel.entries(segment, role(pattern, atStart: position == 0)).first {
          least = min(least, first.cost + heads[position + length])
        }
      }
      heads[position] = least
    }
    return heads
  }
}
