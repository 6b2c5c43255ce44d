import Foundation

/// Finds the best path through a lattice under the language model, and how probable each arc is.
///
/// One search after another uses the same buffers, and remembers pairs of words.
struct BeamSearch {
  struct Result {
    /// Arc numbers from begin to end.
    var path: [Int32]
    /// Of each arc, 0...1.
    var posteriors: [Float]
    /// Context for what follows.
    var last: (UInt16, UInt16)
  }

  let model: NGramModel
  let width: Int
  let languageWeight: Float
  private let order: Int
  /// States this far behind the best of their node are dropped (nats).
  private let threshold: Float = 14
  /// Posteriors are taken from scores times this: the scores of a beam are too sure of themselves.
  private let temper: Float = 0.8

  private struct State {
    var context: NGramModel.Context
    var previous: UInt16
    var word: UInt16
    /// The first state of the node with the same word, counted from the first state of the node.
    var leader: Int32
    var score: Float
    var forward: Float
    /// A range of `kept`; the first is the best.
    var firstStep: Int32
    var stepCount: Int32
  }

  private struct Step {
    var state: Int32
    var arc: Int32
    var local: Float
    var score: Float
    var pair: Int32
    var previous: UInt16
    var word: UInt16
    var next: Int32

    /// States that the model cannot tell apart are one.
    var key: Int64 { pair >= 0 ? Int64(pair) : -1 - Int64(word) }
  }

  private var lattice = Lattice()
  private var states: [State] = []
  private var kept: [Step] = []
  private var pending: [Step] = []
  /// The last step that reaches each node, -1 if none does.
  private var heads: [Int32] = []
  private var nodeStates: [Range<Int>] = []
  private var arriving: [Arrival] = []
  private var ranked: [Arrival] = []
  private var pairs = PairCache()
  /// For each state of a node, what follows its word.
  private var following: [NGramModel.Pair]

  init(model: NGramModel, _ settings: DecodingSettings = .init()) {
    self.model = model
    width = settings.beam
    languageWeight = settings.languageWeight
    order = settings.order
    following = [NGramModel.Pair](repeating: .init(index: -1, logProbability: 0), count: max(width, 1))
  }

  mutating func search(_ lattice: Lattice, after context: (UInt16, UInt16)) -> Result {
    self.lattice = lattice
    begin(context)
    let (starts, order) = lattice.arcsByOrigin()
    for node in 0..<lattice.nodes {
      if node > 0 { settle(node) }
      for index in starts[node]..<starts[node + 1] { extend(node, order[Int(index)]) }
    }
    return Result(path: path(), posteriors: posteriors(), last: last())
  }

  private mutating func begin(_ context: (UInt16, UInt16)) {
    states.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    heads = [Int32](repeating: -1, count: lattice.nodes)
    nodeStates = [Range<Int>](repeating: 0..<0, count: lattice.nodes)
    let pair = model.pair(context.0, context.1)
    states.append(
      State(
        context: model.context(pair.index), previous: context.0, word: context.1, leader: 0, score: 0,
        forward: 0, firstStep: 0, stepCount: 0))
    nodeStates[0] = 0..<1
  }

  /// Follows an arc from each state of its node.
  private mutating func extend(_ node: Int, _ arcIndex: Int32) {
    let arc = lattice.arcs[Int(arcIndex)]
    var head = heads[Int(arc.to)]
    let first = nodeStates[node].lowerBound
    for index in nodeStates[node] {
      let state = states[index]
      var step = Step(
        state: Int32(index), arc: arcIndex, local: -arc.cost, score: state.score, pair: state.context.pair,
        previous: state.previous, word: state.word, next: head)
      if arc.idCount > 0 {
        let next = lattice.ids[Int(arc.idStart)]
        if Int(state.leader) == index - first {
          following[index - first] = pairs.pair(state.word, next, model)
        }
        read(next, following[Int(state.leader)], after: state.context, &step)
        if arc.idCount > 1 { read(arc.idStart + 1..<arc.idStart + arc.idCount, &step) }
      }
      step.score += step.local
      head = Int32(pending.count)
      pending.append(step)
    }
    heads[Int(arc.to)] = head
  }

  /// Adds what the model says of the further words of an arc.
  private mutating func read(_ words: Range<Int32>, _ step: inout Step) {
    for position in words {
      let next = lattice.ids[Int(position)]
      read(next, pairs.pair(step.word, next, model), after: model.context(step.pair), &step)
    }
  }

  @inline(__always)
  private func read(
    _ word: UInt16, _ pair: NGramModel.Pair, after context: NGramModel.Context, _ step: inout Step
  ) {
    step.local += languageWeight * logProbability(word, pair, after: context)
    (step.pair, step.previous, step.word) = (pair.index, step.word, word)
  }

  @inline(__always)
  private func logProbability(
    _ word: UInt16, _ pair: NGramModel.Pair, after context: NGramModel.Context
  ) -> Float {
    if order == 3 { return model.triple(context, word, pair.logProbability) }
    return order == 2 ? pair.logProbability : model.unigram(word)
  }

  /// Makes states of the steps that reach a node: equal contexts merged, the best kept.
  private mutating func settle(_ node: Int) {
    arriving.removeAll(keepingCapacity: true)
    var best = -Float.infinity
    var index = heads[node]
    while index >= 0 {
      best = max(best, pending[Int(index)].score)
      index = pending[Int(index)].next
    }
    index = heads[node]
    while index >= 0 {
      let step = pending[Int(index)]
      if step.score >= best - threshold { arriving.append(Arrival(group: step.key, step.score, index)) }
      index = step.next
    }
    let start = states.count
    rankArriving()
    for first in ranked.prefix(width) { addState(Int(first.place), first: start) }
    nodeStates[node] = start..<states.count
  }

  /// Sorts steps by context, the best of each first, and leaves in `ranked` where each context begins in
  /// `arriving`, best first.
  private mutating func rankArriving() {
    arriving.sort { $0.group != $1.group ? $0.group < $1.group : $0.order < $1.order }
    ranked.removeAll(keepingCapacity: true)
    for place in arriving.indices where place == 0 || arriving[place].group != arriving[place - 1].group {
      ranked.append(Arrival(group: 0, pending[Int(arriving[place].place)].score, Int32(place)))
    }
    ranked.sort { $0.order < $1.order }
  }

  /// - Parameter first: the first state of the node.
  private mutating func addState(_ start: Int, first nodeStart: Int) {
    let group = arriving[start].group
    let first = pending[Int(arriving[start].place)]
    let firstStep = kept.count
    var forward = -Float.infinity
    var index = start
    while index < arriving.count, arriving[index].group == group {
      let step = pending[Int(arriving[index].place)]
      forward = Self.logAdd(forward, states[Int(step.state)].forward + temper * step.local)
      kept.append(step)
      index += 1
    }
    let leader = states[nodeStart...].firstIndex { $0.word == first.word } ?? states.count
    states.append(
      State(
        context: model.context(first.pair), previous: first.previous, word: first.word,
        leader: Int32(leader - nodeStart), score: first.score, forward: forward, firstStep: Int32(firstStep),
        stepCount: Int32(kept.count - firstStep)))
  }

  // MARK: What was found

  private var finals: Range<Int> { nodeStates[lattice.nodes - 1] }

  private func last() -> (UInt16, UInt16) {
    guard let best = finals.max(by: { states[$0].score < states[$1].score }) else { return (1, 1) }
    return (states[best].previous, states[best].word)
  }

  private func path() -> [Int32] {
    guard var state = finals.max(by: { states[$0].score < states[$1].score }) else { return [] }
    var path: [Int32] = []
    while states[state].stepCount > 0 {
      let step = kept[Int(states[state].firstStep)]
      path.append(step.arc)
      state = Int(step.state)
    }
    return path.reversed()
  }

  private func posteriors() -> [Float] {
    var result = [Float](repeating: 0, count: lattice.arcs.count)
    var backward = [Float](repeating: -.infinity, count: states.count)
    for state in finals { backward[state] = 0 }
    let total = finals.reduce(-Float.infinity) { Self.logAdd($0, states[$1].forward) }
    for state in states.indices.reversed() where backward[state] > -.infinity {
      for index in states[state].firstStep..<states[state].firstStep + states[state].stepCount {
        let step = kept[Int(index)]
        let weight = temper * step.local + backward[state]
        let share = states[Int(step.state)].forward + weight - total
        if share > -12 { result[Int(step.arc)] += exp(share) }
        backward[Int(step.state)] = Self.logAdd(backward[Int(step.state)], weight)
      }
    }
    return result
  }

  private static func logAdd(_ one: Float, _ other: Float) -> Float {
    let (most, least) = one > other ? (one, other) : (other, one)
    return most - least > 15 || least == -.infinity ? most : most + log1p(exp(least - most))
  }
}

/// A step that reaches a node, as a pair of numbers to sort by.
private struct Arrival {
  /// Steps with equal contexts are in one group.
  let group: Int64
  /// High scores first, then low places.
  let order: UInt64

  init(group: Int64, _ score: Float, _ place: Int32) {
    let bits = score.bitPattern
    let falling = bits >> 31 == 1 ? bits : ~bits & 0x7FFF_FFFF
    self.group = group
    order = UInt64(falling) << 32 | UInt64(UInt32(bitPattern: place))
  }

  var place: Int32 { Int32(truncatingIfNeeded: order) }
}
