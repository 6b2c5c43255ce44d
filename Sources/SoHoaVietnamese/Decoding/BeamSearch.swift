import Foundation

/// Finds the best path through a lattice under the language model, and how probable each arc is.
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
  var width = 8
  /// States this far behind the best of their node are dropped (nats).
  var threshold: Float = 14
  var languageWeight: Float = 1
  /// Posteriors are taken from scores times this: the scores of a beam are too sure of themselves.
  var temper: Float = 0.8

  private struct State {
    var pair: Int32
    var previous: UInt16
    var word: UInt16
    var score: Float
    var forward: Float
    var firstStep: Int32
    var stepCount: Int32
    var best: Int32
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

  func search(_ lattice: Lattice, after context: (UInt16, UInt16)) -> Result {
    var run = Run(search: self, lattice: lattice)
    return run.result(after: context)
  }

  private struct Run {
    let search: BeamSearch
    let lattice: Lattice
    var states: [State] = []
    var kept: [Step] = []
    var pending: [Step] = []
    var heads: [Int32]
    var nodeStates: [Range<Int>]
    var arriving: [Int32] = []
    var ranked: [Int32] = []
    var pairs = PairCache()

    init(search: BeamSearch, lattice: Lattice) {
      self.search = search
      self.lattice = lattice
      heads = [Int32](repeating: -1, count: lattice.nodes)
      nodeStates = [Range<Int>](repeating: 0..<0, count: lattice.nodes)
    }

    mutating func result(after context: (UInt16, UInt16)) -> Result {
      let (starts, order) = lattice.arcsByOrigin()
      begin(context)
      for node in 0..<lattice.nodes {
        if node > 0 { settle(node) }
        for index in starts[node]..<starts[node + 1] { extend(node, order[Int(index)]) }
      }
      return Result(path: path(), posteriors: posteriors(), last: last())
    }

    private mutating func begin(_ context: (UInt16, UInt16)) {
      let pair = search.model.pair(context.0, context.1)
      states.append(
        State(
          pair: pair.index, previous: context.0, word: context.1, score: 0, forward: 0, firstStep: 0,
          stepCount: 0, best: -1))
      nodeStates[0] = 0..<1
    }

    private mutating func extend(_ node: Int, _ arcIndex: Int32) {
      let arc = lattice.arcs[Int(arcIndex)]
      for index in nodeStates[node] {
        let state = states[index]
        var (pair, previous, word) = (state.pair, state.previous, state.word)
        var local = -arc.cost
        for position in arc.idStart..<arc.idStart + arc.idCount {
          let next = lattice.ids[Int(position)]
          let found = pairs.pair(word, next, search.model)
          local += search.languageWeight * search.model.triple(pair, next, found.logProbability)
          (pair, previous, word) = (found.index, word, next)
        }
        pending.append(
          Step(
            state: Int32(index), arc: arcIndex, local: local, score: state.score + local, pair: pair,
            previous: previous, word: word, next: heads[Int(arc.to)]))
        heads[Int(arc.to)] = Int32(pending.count - 1)
      }
    }

    /// Makes states of the steps that reach a node: equal contexts merged, the best kept.
    private mutating func settle(_ node: Int) {
      arriving.removeAll(keepingCapacity: true)
      var index = heads[node]
      var best = -Float.infinity
      while index >= 0 {
        best = max(best, pending[Int(index)].score)
        arriving.append(index)
        index = pending[Int(index)].next
      }
      let start = states.count
      rankArriving(above: best - search.threshold)
      for head in ranked.prefix(search.width) { addState(Int(head)) }
      nodeStates[node] = start..<states.count
    }

    /// Leaves in `ranked` the first place in `arriving` of each context, best first. Contexts are sorted
    /// together, the best step of each first.
    private mutating func rankArriving(above least: Float) {
      let pending = self.pending
      arriving.removeAll { pending[Int($0)].score < least }
      arriving.sort { one, other in
        let (a, b) = (pending[Int(one)], pending[Int(other)])
        return a.key != b.key ? a.key < b.key : a.score != b.score ? a.score > b.score : one < other
      }
      ranked.removeAll(keepingCapacity: true)
      for place in arriving.indices
      where place == 0 || pending[Int(arriving[place])].key != pending[Int(arriving[place - 1])].key {
        ranked.append(Int32(place))
      }
      let arriving = self.arriving
      ranked.sort {
        let (a, b) = (pending[Int(arriving[Int($0)])].score, pending[Int(arriving[Int($1)])].score)
        return a != b ? a > b : $0 < $1
      }
    }

    private mutating func addState(_ place: Int) {
      let first = pending[Int(arriving[place])]
      let firstStep = kept.count
      var forward = -Float.infinity
      var index = place
      while index < arriving.count, pending[Int(arriving[index])].key == first.key {
        let step = pending[Int(arriving[index])]
        forward = Self.logAdd(forward, states[Int(step.state)].forward + search.temper * step.local)
        kept.append(step)
        index += 1
      }
      states.append(
        State(
          pair: first.pair, previous: first.previous, word: first.word, score: first.score, forward: forward,
          firstStep: Int32(firstStep), stepCount: Int32(kept.count - firstStep), best: Int32(firstStep)))
    }

    private var finals: Range<Int> { nodeStates[lattice.nodes - 1] }

    private func last() -> (UInt16, UInt16) {
      guard let best = finals.max(by: { states[$0].score < states[$1].score }) else { return (1, 1) }
      return (states[best].previous, states[best].word)
    }

    private func path() -> [Int32] {
      guard var state = finals.max(by: { states[$0].score < states[$1].score }) else { return [] }
      var path: [Int32] = []
      while states[state].best >= 0 {
        let step = kept[Int(states[state].best)]
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
          let weight = search.temper * step.local + backward[state]
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
}
