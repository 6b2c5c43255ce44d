/// A word that may have been printed where something else was observed.
struct WordCandidate: Hashable, Sendable {
  /// Number in the language model.
  var id: UInt16
  /// lower, title or capitals.
  var pattern: CasePattern
  /// -log P(observed | word) of the channel.
  var cost: Float
}

/// Best-first search in the trie through the channel, frequent words before rare ones.
struct CandidateSearch: Sendable {
  let trie: SyllableTrie
  let prior: WordPrior
  let channel: Channel
  /// How far beyond the best candidate others may be, rarity counted.
  var delta: Float = 9
  /// Most that any candidate may cost, rarity not counted.
  var most: Float = 16
  var limit = 24
  /// Price of any letter for any other; lets odd words through when nothing else does.
  static let wildcard: Float = 9.5
  /// Price of an observed letter or mark that stands for nothing.
  static let stray: Float = 7.5
  private static let steps = 6_000

  /// What the channel says of the observed letters, looked up once a search.
  private struct Table {
    /// For each place and length 0...3: printed letters with prices, cheapest first.
    var entries: [ArraySlice<Channel.Entry>] = []
    var initial: [ArraySlice<Channel.Entry>] = []
    /// Least price from each place to the end.
    var heads: [Float]
  }

  func candidates(
    _ observed: Scalars, _ pattern: CasePattern, within most: Float, _ scratch: inout SearchScratch
  ) -> [WordCandidate] {
    guard observed.count <= 16, !observed.isEmpty else { return [] }
    let table = table(observed, pattern)
    var bound = Bound(cost: min(most, self.most), rank: .infinity)
    var found: [WordCandidate] = []
    scratch.reset()
    scratch.push(.init(bound: table.heads[0], cost: 0, node: SyllableTrie.root, position: 0))
    var steps = 0
    while let state = scratch.pop(), state.bound <= bound.rank, found.count < limit, steps < Self.steps {
      steps += 1
      guard scratch.improves(state) else { continue }
      if Int(state.position) == observed.count, trie.words[Int(state.node)] != 0 {
        add(state, pattern, to: &found, &bound)
      }
      expand(state, observed.count, table, bound, &scratch)
    }
    return found
  }

  /// What a state may cost at most, and what it may cost with the rarity of its words.
  private struct Bound {
    var cost: Float
    var rank: Float
  }

  /// A word may be found before one that ranks higher but lies deeper; all end in the order of the queue.
  private func add(
    _ state: SearchScratch.State, _ pattern: CasePattern, to found: inout [WordCandidate],
    _ bound: inout Bound
  ) {
    let own = state.cost + prior.ofWord(state.node)
    if own > bound.rank { return }
    bound.rank = min(bound.rank, own + delta)
    found.append(.init(id: trie.words[Int(state.node)], pattern: pattern, cost: state.cost))
  }

  private func expand(
    _ state: SearchScratch.State, _ count: Int, _ table: Table, _ bound: Bound, _ scratch: inout SearchScratch
  ) {
    let position = Int(state.position)
    let width = Segment.limit + 1
    let most = min(bound.cost, bound.rank - prior.ahead(state.node))
    for length in 0...min(Segment.limit, count - position) {
      let rest = table.heads[position + length]
      let atStart = state.node == SyllableTrie.root && position == 0
      let entries = atStart ? table.initial[length] : table.entries[position * width + length]
      for entry in entries {
        let cost = state.cost + entry.cost
        if cost + rest > most { break }
        let node = trie.walk(state.node, entry.letters)
        guard node >= 0 else { continue }
        push(cost, rest, node, position + length, bound, &scratch)
      }
    }
    if position < count { addWildcards(state, table, bound, &scratch) }
  }

  @inline(__always)
  private func push(
    _ cost: Float, _ rest: Float, _ node: Int32, _ position: Int, _ bound: Bound,
    _ scratch: inout SearchScratch
  ) {
    let rank = cost + rest + prior.ahead(node)
    guard rank <= bound.rank else { return }
    scratch.push(.init(bound: rank, cost: cost, node: node, position: Int32(position)))
  }

  private func addWildcards(
    _ state: SearchScratch.State, _ table: Table, _ bound: Bound, _ scratch: inout SearchScratch
  ) {
    let position = Int(state.position) + 1
    let rest = table.heads[position]
    let skipped = state.cost + Self.stray
    if position > 1, skipped + rest <= bound.cost {
      push(skipped, rest, state.node, position, bound, &scratch)
    }
    let cost = state.cost + Self.wildcard
    guard cost + rest <= min(bound.cost, bound.rank - prior.ahead(state.node)) else { return }
    for node in trie.children(state.node) { push(cost, rest, node, position, bound, &scratch) }
  }

  private func table(_ observed: Scalars, _ pattern: CasePattern) -> Table {
    var table = Table(heads: [Float](repeating: 0, count: observed.count + 1))
    let role: Channel.Role = pattern == .capitals ? .upper : .lower
    let initial: Channel.Role = pattern == .title ? .initial : role
    for position in 0...observed.count {
      for length in 0...Segment.limit {
        let end = min(position + length, observed.count)
        let segment = Segment(observed[position..<end])
        table.entries.append(end - position == length ? channel.entries(segment, role) : [])
        if position == 0 { table.initial.append(channel.entries(segment, initial)) }
      }
    }
    for position in stride(from: observed.count - 1, through: 0, by: -1) {
      table.heads[position] = head(position, observed.count, table)
    }
    return table
  }

  private func head(_ position: Int, _ count: Int, _ table: Table) -> Float {
    var least = min(Self.wildcard, Self.stray) + table.heads[position + 1]
    for length in 1...min(Segment.limit, count - position) {
      let slice =
        position == 0 ? table.initial[length] : table.entries[position * (Segment.limit + 1) + length]
      if let first = slice.first { least = min(least, first.cost + table.heads[position + length]) }
    }
    return least
  }
}
