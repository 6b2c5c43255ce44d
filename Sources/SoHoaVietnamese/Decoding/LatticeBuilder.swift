/// Lays out the readings of the tokens of one paragraph.
struct LatticeBuilder {
  let lexicon: Lexicon
  let channel: Channel
  let settings: DecodingSettings
  let casePrior: CasePrior
  private(set) var lattice = Lattice()
  private var source: CandidateSource
  private var tokens: [Scalars] = []
  private var plans: [TokenPlan] = []
  /// Node before each slot of each token, and after the last.
  private var nodes: [[Int32]] = []

  init(lexicon: Lexicon, channel: Channel, settings: DecodingSettings, source: CandidateSource) {
    self.lexicon = lexicon
    self.channel = channel
    self.settings = settings
    self.source = source
    casePrior = CasePrior(lexicon: lexicon)
  }

  /// The candidates found so far, for the next paragraph.
  var memory: CandidateSource { source }

  /// - Parameter opens: whether each token stands at the begin of a line or sentence.
  mutating func build(_ tokens: [Scalars], opens: [Bool]) -> Lattice {
    self.tokens = tokens
    lattice = Lattice()
    plans = tokens.map { TokenPlan($0, allowsWhole: settings.isRuined) }
    layOut()
    for token in tokens.indices {
      for slot in plans[token].slots.indices { addSlot(token, slot, opens[token]) }
      if let whole = plans[token].whole { addWhole(token, whole, opens[token]) }
      if settings.isRuined, token + 1 < tokens.count { addJoin(token, opens[token]) }
    }
    return lattice
  }

  private mutating func layOut() {
    nodes = []
    var node = Lattice.start
    for plan in plans {
      var row = [node]
      for _ in plan.slots {
        node = lattice.addNode()
        row.append(node)
      }
      nodes.append(row)
    }
  }

  private mutating func addSlot(_ token: Int, _ index: Int, _ opens: Bool) {
    let slot = plans[token].slots[index]
    let opens = opens && !plans[token].slots[..<index].contains { $0.kind != .fixed }
    switch slot.kind {
    case .fixed: addRaw(token, index, cost: 0)
    case .code: addCode(token, index)
    case .word: addWord(token, index, opens)
    }
  }

  private func text(_ token: Int, _ slot: TokenPlan.Slot) -> Scalars {
    Array(tokens[token][slot.start..<slot.end])
  }

  private mutating func addRaw(_ token: Int, _ index: Int, cost: Float) {
    let slot = plans[token].slots[index]
    let ids = ModelTokenizer.ids(text(token, slot), lexicon)
    add(token, index, cost, .raw(start: slot.start, end: slot.end), ids)
  }

  private mutating func add(
    _ token: Int, _ index: Int, _ cost: Float, _ content: Lattice.Content, _ ids: [UInt16]
  ) {
    lattice.add(
      .init(
        from: nodes[token][index], to: nodes[token][index + 1], idStart: 0, idCount: 0, cost: cost,
        token: Int32(token), content: content), ids: ids)
  }

  /// Letters inside a code: only forms that differ in marks, never in letters.
  private mutating func addCode(_ token: Int, _ index: Int) {
    let observed = text(token, plans[token].slots[index])
    let known = source.markedForms(observed)
    for candidate in known where candidate.pattern == CasePattern(observed) {
      add(token, index, candidate.cost, .word(id: candidate.id, pattern: candidate.pattern), [candidate.id])
    }
    addKeep(token, index, observed, known)
  }

  private mutating func addWord(_ token: Int, _ index: Int, _ opens: Bool) {
    let observed = text(token, plans[token].slots[index])
    let known = isNumberLike(observed) ? [] : source.candidates(observed)
    for candidate in known {
      let cost = candidate.cost + caseCost(candidate, opens)
      add(token, index, cost, .word(id: candidate.id, pattern: candidate.pattern), [candidate.id])
    }
    addKeep(token, index, observed, known)
    if settings.isRuined, (known.first?.cost ?? 99) > settings.cut { addCuts(token, index, observed, opens) }
  }

  private func caseCost(_ candidate: WordCandidate, _ opens: Bool) -> Float {
    settings.caseWeight * casePrior.cost(candidate.id, candidate.pattern, opens: opens)
  }

  /// The token as it is, unless a candidate already says the same.
  private mutating func addKeep(_ token: Int, _ index: Int, _ observed: Scalars, _ known: [WordCandidate]) {
    let ids = ModelTokenizer.ids(observed, lexicon)
    if ids.count == 1, ids[0] != Lexicon.unknown,
      known.contains(where: { $0.id == ids[0] && $0.pattern == CasePattern(observed) })
    {
      return
    }
    addRaw(token, index, cost: keepCost(observed, ids))
  }

  private func keepCost(_ observed: Scalars, _ ids: [UInt16]) -> Float {
    let letters = observed.filter { CharacterClass.of($0) == .letter }
    let identity = letters.reduce(Float(0)) { $0 + channel.estimate.letterCost($1, Segment([$1])) }
    let isUnknown = ids.contains(Lexicon.unknown)
    return min(identity, 8)
      + (isUnknown ? settings.unknownWord + settings.unknownLetter * Float(observed.count) : 0)
  }

  /// Three digits and more are a number, whatever stands beside them.
  private func isNumberLike(_ observed: Scalars) -> Bool {
    let digits = observed.filter { CharacterClass.of($0) == .digit }.count
    return digits > 2 || digits > 0 && !settings.isRuined
  }

  private mutating func addWhole(_ token: Int, _ range: Range<Int>, _ opens: Bool) {
    let slots = plans[token].slots
    let observed = Array(tokens[token][slots[range.lowerBound].start..<slots[range.upperBound - 1].end])
    guard !isNumberLike(observed) else { return }
    for candidate in source.candidates(observed) {
      lattice.add(
        .init(
          from: nodes[token][range.lowerBound], to: nodes[token][range.upperBound], idStart: 0, idCount: 0,
          cost: candidate.cost + caseCost(candidate, opens), token: Int32(token),
          content: .word(id: candidate.id, pattern: candidate.pattern)), ids: [candidate.id])
    }
  }

  private mutating func addCuts(_ token: Int, _ index: Int, _ observed: Scalars, _ opens: Bool) {
    guard observed.count >= 4, observed.count <= 14 else { return }
    for place in 2...observed.count - 2 {
      let first = source.nearCandidates(Array(observed[..<place])).prefix(6)
      let second = source.nearCandidates(Array(observed[place...])).prefix(6)
      guard let a = first.first, let b = second.first, a.cost + b.cost < settings.cut else { continue }
      for one in first {
        for other in second where one.cost + other.cost < a.cost + b.cost + 4 {
          addCut(token, index, one, other, opens)
        }
      }
    }
  }

  private mutating func addCut(
    _ token: Int, _ index: Int, _ one: WordCandidate, _ other: WordCandidate, _ opens: Bool
  ) {
    let cost = one.cost + other.cost + caseCost(one, opens) + caseCost(other, false) + settings.cut
    let content = Lattice.Content.words(
      id: one.id, pattern: one.pattern, nextID: other.id, nextPattern: other.pattern)
    add(token, index, cost, content, [one.id, other.id])
  }

  /// Two tokens as one word, where neither is a word as it stands.
  private mutating func addJoin(_ token: Int, _ opens: Bool) {
    guard let left = plans[token].slots.last, let right = plans[token + 1].slots.first, left.kind == .word,
      right.kind == .word
    else { return }
    let (one, other) = (text(token, left), text(token + 1, right))
    guard one.count + other.count <= 8, !isWhole(one) || !isWhole(other) else { return }
    for candidate in source.nearCandidates(one + other).prefix(8) {
      lattice.add(
        .init(
          from: nodes[token][plans[token].slots.count - 1], to: nodes[token + 1][1], idStart: 0, idCount: 0,
          cost: candidate.cost + caseCost(candidate, opens) + settings.join, token: Int32(token),
          content: .word(id: candidate.id, pattern: candidate.pattern), joins: true), ids: [candidate.id])
    }
  }

  private func isWhole(_ observed: Scalars) -> Bool {
    observed.count > 1 && ModelTokenizer.ids(observed, lexicon).count == 1
      && ModelTokenizer.ids(observed, lexicon)[0] != Lexicon.unknown
  }
}
