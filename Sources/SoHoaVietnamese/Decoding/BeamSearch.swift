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
          let found = search.model.pair(word, next)
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
      var arriving: [Step] = []
      var index = heads[node]
      while index >= 0 {
        arriving.append(pending[Int(index)])
        index = pending[Int(index)].next
      }
      let start = states.count
      for group in groups(arriving) { addState(group) }
      nodeStates[node] = start..<states.count
    }

    private func groups(_ steps: [Step]) -> [ArraySlice<Step>] {
      let sorted = steps.sorted { ($0.key, -$0.score) < ($1.key, -$1.score) }
      var groups: [ArraySlice<Step>] = []
      var start = 0
      for index in sorted.indices
      where index + 1 == sorted.count || sorted[index + 1].key != sorted[index].key {
        groups.append(sorted[start...index])
        start = index + 1
      }
      groups.sort { $0.first!.score > $1.first!.score }
      guard let best = groups.first?.first?.score else { return [] }
      return groups.prefix(search.width).filter { $0.first!.score > best - search.threshold }
    }

    private mutating func addState(_ steps: ArraySlice<Step>) {
      let first = steps.first!
      let forward = logSum(steps.map { states[Int($0.state)].forward + search.temper * $0.local })
      states.append(
        State(
          pair: first.pair, previous: first.previous, word: first.word, score: first.score, forward: forward,
          firstStep: Int32(kept.count), stepCount: Int32(steps.count), best: Int32(kept.count)))
      kept.append(contentsOf: steps)
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
      let total = logSum(finals.map { states[$0].forward })
      for state in states.indices.reversed() where backward[state] > -.infinity {
        for index in states[state].firstStep..<states[state].firstStep + states[state].stepCount {
          let step = kept[Int(index)]
          let weight = search.temper * step.local + backward[state]
          result[Int(step.arc)] += exp(states[Int(step.state)].forward + weight - total)
          backward[Int(step.state)] = logSum([backward[Int(step.state)], weight])
        }
      }
      return result
    }

    private func logSum(_ values: [Float]) -> Float {
      guard let most = values.max(), most > -.infinity else { return -.infinity }
      return most + log(values.reduce(0) { $0 + exp($1 - most) })
    }
  }
}
