/// Lays out the readings of the tokens of one paragraph.
struct LatticeBuilder {
  let lexicon: Lexicon
  let channel: Channel
  let settings: DecodingSettings
  let casePrior: CasePrior
  private let lostVowels: LostVowels?
  /// Stops that would cost more are not looked at as readings of other marks.
  private static let mostStopCost: Float = 9
  var lattice = Lattice()
  var source: CandidateSource
  private(set) var tokens: [Scalars] = []
  var plans: [TokenPlan] = []
  private var evidence: [EngineEvidence] = []
  /// Node before each slot of each token, and after the last.
  private(set) var nodes: [[Int32]] = []

  init(data: LanguageData, channel: Channel, settings: DecodingSettings, source: CandidateSource) {
    lexicon = data.lexicon
    self.channel = channel
    self.settings = settings
    self.source = source
    casePrior = data.casePrior
    lostVowels = settings.isRuined ? LostVowels(data.lexicon) : nil
  }

  /// The candidates found so far, for the next paragraph.
  var memory: CandidateSource { source }

  /// - Parameters:
  ///   - places: where each token stands, as far as capitals are concerned.
  ///   - evidence: of the engine, token by token; none if it gave none.
  mutating func build(
    _ tokens: [Scalars], places: [CapitalPlace], evidence: [EngineEvidence] = []
  ) -> Lattice {
    self.tokens = tokens
    self.evidence = settings.usesEvidence ? evidence : []
    lattice = Lattice(tokens: tokens.count)
    plans = tokens.map { TokenPlan($0, allowsWholes: settings.isRuined) }
    if settings.keepsMentioned {
      for token in tokens.indices { plans[token].fixMentioned(in: tokens[token]) }
    }
    if let own = source.own { protectOwnWords(own) }
    layOut()
    for token in tokens.indices {
      for slot in plans[token].slots.indices { addSlot(token, slot, places[token]) }
      for whole in plans[token].wholes { addWhole(token, whole, places[token]) }
      if settings.isRuined, token + 1 < tokens.count { addJoin(token, places[token]) }
    }
    if let own = source.own { addOwnWords(own) }
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

  private mutating func addSlot(_ token: Int, _ index: Int, _ place: CapitalPlace) {
    let slot = plans[token].slots[index]
    var place = place
    if plans[token].slots[..<index].contains(where: { $0.kind != .fixed }) { place.opens = false }
    switch slot.kind {
    case .fixed: addFixed(token, index)
    case .code: addCode(token, index)
    case .word where settings.isRuined && !place.shouts && isInitials(token, index): addCode(token, index)
    case .word: addWord(token, index, place)
    }
  }

  private mutating func addFixed(_ token: Int, _ index: Int) {
    let slot = plans[token].slots[index]
    let losesSpace = losesSpace(token, index)
    addRaw(token, index, cost: losesSpace ? settings.lostSpace : markPrice(token, index))
    if losesSpace {
      let ids = ModelTokenizer.ids(text(token, slot), lexicon)
      add(token, index, 0, .spaced(start: slot.start, end: slot.end), ids)
    }
    guard settings.isRuined, slot.end == slot.start + 1, plans[token].isProse else { return }
    let mark = Segment([ModelForm.mark(tokens[token][slot.start])])
    let slots = plans[token].slots
    let follows = slots[..<index].contains { $0.kind == .word }
    guard follows, slots[(index + 1)...].contains(where: { $0.kind == .word }) else {
      addEdgeReadings(token, index, mark, follows: follows)
      return
    }
    if slots[index + 1].kind == .word {
      let cost = channel.estimate.markCost(MarkChanges.space, mark)
      add(token, index, cost, .spaced(start: slot.start, end: slot.start), [])
    }
  }

  /// "S6:167": a colon between a word and a number.
  private func losesSpace(_ token: Int, _ index: Int) -> Bool {
    let slots = plans[token].slots
    guard settings.isRuined, index > 0, index + 1 < slots.count, slots[index - 1].kind == .word else {
      return false
    }
    let (colon, next) = (tokens[token][slots[index].start], tokens[token][slots[index + 1].start])
    return colon == 0x3A && CharacterClass.of(next) == .digit
      && CharacterClass.of(tokens[token][slots[index - 1].start]) == .letter
  }

  /// A mark at the edge of a word may be a speck; behind the word it may be another mark.
  private mutating func addEdgeReadings(_ token: Int, _ index: Int, _ mark: Segment, follows: Bool) {
    let start = plans[token].slots[index].start
    add(token, index, channel.estimate.markCost(.empty, mark), .raw(start: start, end: start), [])
    guard follows else { return }
    for (printed, cost) in channel.estimate.stops(seenAs: mark) where cost < Self.mostStopCost {
      let id = lexicon.id(printed.scalars)
      if id != Lexicon.unknown { add(token, index, cost, .word(id: id, pattern: .lower), [id]) }
    }
  }

  /// What a mark costs that stands between two words of one token, as specks do ("dud'ng", "giao.vién").
  private func markPrice(_ token: Int, _ index: Int) -> Float {
    let slots = plans[token].slots
    guard settings.isRuined, index > 0, index + 1 < slots.count, slots[index - 1].kind == .word,
      slots[index + 1].kind == .word, slots[index].end == slots[index].start + 1
    else { return 0 }
    switch tokens[token][slots[index].start] {
    case 0x2F: return 0
    case 0x2C, 0x2D, 0x2E: return plans[token].isProse ? settings.innerStop : 0
    default: return settings.strayMark
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

  /// Capitals without a vowel but Y (SYT, PGP) are no word that lost something, but the initials of several.
  private func isInitials(_ token: Int, _ index: Int) -> Bool {
    let slot = plans[token].slots[index]
    let letters = tokens[token][slot.start..<slot.end]
    return letters.count > 2
      && letters.allSatisfy { value in
        guard Case.isUpper(value), let letter = LetterTable.shared.letter(value) else { return false }
        return !letter.isVowel || letter.base == "y"
      }
  }

  /// Letters inside a code: only forms that differ in marks, never in letters.
  private mutating func addCode(_ token: Int, _ index: Int) {
    let observed = text(token, plans[token].slots[index])
    let known = source.markedForms(observed).filter {
      $0.pattern == CasePattern(observed) && isToneless($0)
        && (!settings.keepsCodes || isStroke($0, observed))
    }
    for candidate in known {
      add(token, index, candidate.cost, .word(id: candidate.id, pattern: candidate.pattern), [candidate.id])
    }
    addKeep(token, index, observed, known)
  }

  /// Abbreviations have no tones: "NO" in a code is never "NỢ".
  private func isToneless(_ candidate: WordCandidate) -> Bool {
    lexicon.words.word(Int(candidate.id) - Lexicon.reserved).allSatisfy {
      LetterTable.shared.letter($0).map {
        $0.tone == .level && ($0.shape == .plain || $0.shape == .stroke || $0.shape == .horn)
      } ?? true
    }
  }

  /// Engines that see marks lose the stroke of Đ (QD for QĐ), but see no horn where there is none (TU, TƯ).
  private func isStroke(_ candidate: WordCandidate, _ observed: Scalars) -> Bool {
    let word = lexicon.words.word(Int(candidate.id) - Lexicon.reserved)
    return zip(word, observed).allSatisfy { letter, seen in
      letter == Case.lower(seen) || LetterTable.shared.letter(letter)?.shape == .stroke
    }
  }

  private mutating func addWord(_ token: Int, _ index: Int, _ place: CapitalPlace) {
    let observed = text(token, plans[token].slots[index])
    let known = isNumberLike(observed) ? [] : source.candidates(observed)
    let ids = ModelTokenizer.ids(observed, lexicon)
    let pattern = CasePattern(observed)
    let isLoneCapital = observed.count(where: Case.isUpper) == 1
    for candidate in known where settings.isRuined || !isSpelling(candidate.id, of: observed) {
      let stays = ids.count == 1 && candidate.id == ids[0] && candidate.pattern == pattern
      let cost =
        (stays ? candidate.cost : changeCost(candidate, token, index)) + caseCost(candidate, place)
        + (candidate.pattern == .capitals && isLoneCapital && !place.shouts ? settings.loneCapital : 0)
      add(token, index, cost, .word(id: candidate.id, pattern: candidate.pattern), [candidate.id])
    }
    addKeep(token, index, observed, known)
    for id in lostVowels?.words(for: observed) ?? [] where !known.contains(where: { $0.id == id }) {
      let candidate = WordCandidate(id: id, pattern: pattern, cost: settings.lostVowel)
      add(
        token, index, settings.lostVowel + caseCost(candidate, place), .word(id: id, pattern: pattern), [id])
    }
    if settings.isRuined, (known.first?.cost ?? 99) > settings.cut {
      addCuts(token, index..<index + 1, observed, place)
    }
  }

  /// What it costs to take another word than was read: the channel's price, or that of another reading.
  private func changeCost(_ candidate: WordCandidate, _ token: Int, _ index: Int) -> Float {
    guard evidence.indices.contains(token) else { return candidate.cost + settings.change }
    let slot = plans[token].slots[index]
    let word = lexicon.words.word(Int(candidate.id) - Lexicon.reserved)
    let byChannel = candidate.cost + settings.change
    let seen = evidence[token].price(of: word, at: slot.start..<slot.end, ofTotal: tokens[token].count)
    return min(byChannel, seen ?? byChannel)
  }

  /// Words that differ in i and y only (lí, lý) are two ways of spelling: the source's stays.
  private func isSpelling(_ id: UInt16, of observed: Scalars) -> Bool {
    let word = lexicon.words.word(Int(id) - Lexicon.reserved)
    guard word.count == observed.count else { return false }
    var differs = false
    for (letter, seen) in zip(word, observed) where letter != Case.lower(seen) {
      guard let one = LetterTable.shared.letter(letter), let other = LetterTable.shared.letter(seen),
        one.tone == other.tone, Set([one.base, other.base]) == ["i", "y"]
      else { return false }
      differs = true
    }
    return differs
  }

  private func caseCost(_ candidate: WordCandidate, _ place: CapitalPlace) -> Float {
    settings.caseWeight * casePrior.cost(candidate.id, candidate.pattern, place)
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

  private mutating func addWhole(_ token: Int, _ range: Range<Int>, _ place: CapitalPlace) {
    let slots = plans[token].slots
    let observed = Array(tokens[token][slots[range.lowerBound].start..<slots[range.upperBound - 1].end])
    guard !isNumberLike(observed) else { return }
    if range.count > 2 { addCuts(token, range, observed, place) }
    for candidate in source.candidates(observed) {
      lattice.add(
        .init(
          from: nodes[token][range.lowerBound], to: nodes[token][range.upperBound], idStart: 0, idCount: 0,
          cost: candidate.cost + caseCost(candidate, place), token: Int32(token),
          content: .word(id: candidate.id, pattern: candidate.pattern)), ids: [candidate.id])
    }
  }

  private mutating func addCuts(
    _ token: Int, _ slots: Range<Int>, _ observed: Scalars, _ place: CapitalPlace
  ) {
    guard observed.count >= 4, observed.count <= 14 else { return }
    for middle in 2...observed.count - 2 {
      let first = source.nearCandidates(Array(observed[..<middle])).prefix(6)
      let second = source.nearCandidates(Array(observed[middle...])).prefix(6)
      guard let a = first.first, let b = second.first, a.cost + b.cost < settings.cut else { continue }
      for one in first {
        for other in second where one.cost + other.cost < a.cost + b.cost + 4 {
          addCut(token, slots, one, other, place)
        }
      }
    }
  }

  private mutating func addCut(
    _ token: Int, _ slots: Range<Int>, _ one: WordCandidate, _ other: WordCandidate, _ place: CapitalPlace
  ) {
    let cost =
      one.cost + other.cost + caseCost(one, place) + caseCost(other, CapitalPlace(shouts: place.shouts))
      + settings.cut
    let content = Lattice.Content.words(
      id: one.id, pattern: one.pattern, nextID: other.id, nextPattern: other.pattern)
    lattice.add(
      .init(
        from: nodes[token][slots.lowerBound], to: nodes[token][slots.upperBound], idStart: 0, idCount: 0,
        cost: cost, token: Int32(token), content: content), ids: [one.id, other.id])
  }

  /// Two tokens as one word, where neither is a word as it stands.
  private mutating func addJoin(_ token: Int, _ place: CapitalPlace) {
    guard let left = plans[token].slots.last, let right = plans[token + 1].slots.first, left.kind == .word,
      right.kind == .word, !plans[token + 1].slots.dropFirst().contains(where: { hasDigit(token + 1, $0) })
    else { return }
    let (one, other) = (text(token, left), text(token + 1, right))
    guard one.count + other.count <= 8, !isWhole(one) || !isWhole(other) else { return }
    for candidate in source.nearCandidates(one + other).prefix(8) {
      lattice.add(
        .init(
          from: nodes[token][plans[token].slots.count - 1], to: nodes[token + 1][1], idStart: 0, idCount: 0,
          cost: candidate.cost + caseCost(candidate, place) + settings.join, token: Int32(token),
          content: .word(id: candidate.id, pattern: candidate.pattern), joins: true), ids: [candidate.id])
    }
  }

  private func hasDigit(_ token: Int, _ slot: TokenPlan.Slot) -> Bool {
    tokens[token][slot.start..<slot.end].contains { CharacterClass.of($0) == .digit }
  }

  private func isWhole(_ observed: Scalars) -> Bool {
    observed.count > 1 && ModelTokenizer.ids(observed, lexicon).count == 1
      && ModelTokenizer.ids(observed, lexicon)[0] != Lexicon.unknown
  }
}
