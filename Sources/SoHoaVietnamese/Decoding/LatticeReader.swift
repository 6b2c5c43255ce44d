/// Turns a path through a lattice into restored tokens.
struct LatticeReader {
  let lattice: Lattice
  let result: BeamSearch.Result
  let tokens: [Scalars]
  let lexicon: Lexicon
  let style: ToneStyle
  let channelName: String

  private struct Draft {
    var text: Scalars = []
    var confidence: Float = 1
    var joinedBefore = false
    var isCut = false
    var arcs: [Int32] = []
  }

  func restored() -> [RestoredToken] {
    var drafts = [Draft](repeating: Draft(), count: tokens.count)
    var target = 0
    for index in result.path {
      let arc = lattice.arcs[Int(index)]
      let token = Int(arc.token)
      // What follows a join in the same token belongs to the token before.
      if !drafts[token].joinedBefore { target = token }
      add(index, arc, to: &drafts[target])
      if arc.joins { drafts[token + 1].joinedBefore = true }
    }
    let rivals = rivals()
    return tokens.indices.map { finished(drafts[$0], $0, rivals) }
  }

  private func add(_ index: Int32, _ arc: Lattice.Arc, to draft: inout Draft) {
    draft.text += text(arc)
    draft.confidence *= max(min(result.posteriors[Int(index)], 1), 0)
    draft.arcs.append(index)
    if case .words = arc.content { draft.isCut = true }
  }

  private func text(_ arc: Lattice.Arc) -> Scalars {
    switch arc.content {
    case .raw(let start, let end): Array(tokens[Int(arc.token)][start..<end])
    case .word(let id, let pattern): word(id, pattern)
    case .words(let id, let pattern, let next, let nextPattern):
      word(id, pattern) + [0x20] + word(next, nextPattern)
    }
  }

  private func word(_ id: UInt16, _ pattern: CasePattern) -> Scalars {
    let form = Array(lexicon.words.word(Int(id) - Lexicon.reserved))
    return pattern.applied(to: TonePlacement.placed(form, style))
  }

  private func finished(_ draft: Draft, _ token: Int, _ rivals: [[Int32]]) -> RestoredToken {
    if draft.joinedBefore, draft.arcs.isEmpty {
      return RestoredToken(text: "", confidence: 1, decision: .joined, source: "channel/\(channelName)")
    }
    let observed = tokens[token]
    let confidence = Double(draft.confidence)
    let same = TonePlacement.placedAll(draft.text, .old) == TonePlacement.placedAll(observed, .old)
    let decision: RestoredToken.Decision = same ? .kept : draft.isCut ? .cut : .restored
    return RestoredToken(
      text: String(scalars: same ? observed : draft.text), confidence: confidence, decision: decision,
      candidates: candidates(draft, rivals[token]), source: same ? "keep" : "channel/\(channelName)")
  }

  /// The arcs of each token that have some probability.
  private func rivals() -> [[Int32]] {
    var rivals = [[Int32]](repeating: [], count: tokens.count)
    for (index, arc) in lattice.arcs.enumerated() where result.posteriors[index] > 0.005 {
      rivals[Int(arc.token)].append(Int32(index))
    }
    return rivals
  }

  /// Other texts of the token: one arc of the path replaced by a rival between the same nodes.
  private func candidates(_ draft: Draft, _ rivals: [Int32]) -> [RestoredToken.Candidate] {
    var found: [RestoredToken.Candidate] = []
    for place in draft.arcs.indices {
      let chosen = lattice.arcs[Int(draft.arcs[place])]
      for rival in rivals where rival != draft.arcs[place] {
        let arc = lattice.arcs[Int(rival)]
        guard arc.from == chosen.from, arc.to == chosen.to else { continue }
        let parts = draft.arcs.indices.map { text($0 == place ? arc : lattice.arcs[Int(draft.arcs[$0])]) }
        found.append(
          .init(text: String(scalars: parts.joined()), confidence: Double(result.posteriors[Int(rival)])))
      }
    }
    return Array(found.sorted { $0.confidence > $1.confidence }.prefix(5))
  }
}
