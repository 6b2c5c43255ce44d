/// Turns a path through a lattice into decoded tokens.
struct LatticeReader {
  let lattice: Lattice
  let result: BeamSearch.Result
  let tokens: [Scalars]
  let lexicon: Lexicon
  let style: ToneStyle
  var own: OwnWords?

  /// Rivals less probable than this are forgotten.
  static let leastPosterior: Float = 0.005

  func decoded() -> [DecodedToken] {
    var decoded = tokens.map { DecodedToken(observed: $0) }
    var rivals = rivals()
    var joinedBefore = [Bool](repeating: false, count: tokens.count)
    var target = 0
    for index in result.path {
      let arc = lattice.arcs[Int(index)]
      let token = Int(arc.token)
      // What follows a join in the same token belongs to the token before.
      if !joinedBefore[token] { target = token }
      decoded[target].parts.append(part(index, arc, rivals.removeValue(forKey: arc.from) ?? []))
      if arc.content.hasSpace { decoded[target].isCut = true }
      if arc.joins { joinedBefore[token + 1] = true }
    }
    for token in tokens.indices where joinedBefore[token] && decoded[token].parts.isEmpty {
      decoded[token].isJoined = true
    }
    return decoded
  }

  private func part(_ index: Int32, _ arc: Lattice.Arc, _ rivals: [Int32]) -> DecodedToken.Part {
    let others = rivals.filter { $0 != index && lattice.arcs[Int($0)].to == arc.to }
      .map { rival in
        let other = lattice.arcs[Int(rival)]
        return DecodedToken.Rival(
          text: text(other), word: other.idCount == 1 ? lattice.ids[Int(other.idStart)] : nil,
          posterior: min(result.posteriors[Int(rival)], 1))
      }
    return DecodedToken.Part(
      text: text(arc), words: Array(lattice.ids[Int(arc.idStart)..<Int(arc.idStart + arc.idCount)]),
      posterior: max(min(result.posteriors[Int(index)], 1), 0),
      rivals: others.sorted { $0.posterior > $1.posterior })
  }

  private func text(_ arc: Lattice.Arc) -> Scalars {
    switch arc.content {
    case .raw(let start, let end): Array(tokens[Int(arc.token)][start..<end])
    case .spaced(let start, let end): Array(tokens[Int(arc.token)][start..<end]) + [0x20]
    case .word(let id, let pattern): word(id, pattern)
    case .own(let form, let pattern): TonePlacement.placed(own?.text(form, pattern) ?? [], style)
    case .words(let id, let pattern, let next, let nextPattern):
      word(id, pattern) + [0x20] + word(next, nextPattern)
    }
  }

  private func word(_ id: UInt16, _ pattern: CasePattern) -> Scalars {
    let form = Array(lexicon.words.word(Int(id) - Lexicon.reserved))
    return pattern.applied(to: TonePlacement.placed(form, style))
  }

  /// The arcs that leave each node and have some probability, where there is more than one.
  private func rivals() -> [Int32: [Int32]] {
    var rivals: [Int32: [Int32]] = [:]
    for (index, arc) in lattice.arcs.enumerated() {
      let posterior = result.posteriors[index]
      if posterior > Self.leastPosterior, posterior < 1 - Self.leastPosterior {
        rivals[arc.from, default: []].append(Int32(index))
      }
    }
    return rivals
  }
}
