/// Finds and remembers the candidates of tokens of one document.
struct CandidateSource {
  let lexicon: Lexicon
  let search: CandidateSearch
  let own: OwnWords?
  private let ownSearch: CandidateSearch?
  private var ownMemory: [Scalars: [WordCandidate]] = [:]
  private var scratch = SearchScratch()
  private var memory: [Scalars: [WordCandidate]] = [:]
  private var nearMemory: [Scalars: [WordCandidate]] = [:]
  /// The most that a candidate for a joined or cut token may cost.
  static let near: Float = 7

  init(lexicon: Lexicon, search: CandidateSearch, own: OwnWords? = nil) {
    self.lexicon = lexicon
    self.search = search
    self.own = own
    ownSearch = own.map {
      CandidateSearch(
        trie: $0.trie, prior: $0.prior, channel: search.channel, delta: search.delta, most: search.most)
    }
  }

  /// Candidates for letters that touch one another, in each case that they may have.
  mutating func candidates(_ observed: Scalars) -> [WordCandidate] {
    if let known = memory[observed] { return known }
    if memory.count > 200_000 { memory.removeAll() }
    let found = searched(observed, within: .infinity)
    memory[observed] = found
    return found
  }

  /// Cheap candidates only, for words that may not be there at all.
  mutating func nearCandidates(_ observed: Scalars) -> [WordCandidate] {
    if let known = nearMemory[observed] { return known }
    if nearMemory.count > 200_000 { nearMemory.removeAll() }
    let found = searched(observed, within: Self.near)
    nearMemory[observed] = found
    return found
  }

  /// Syllables of the user's own words; their numbers are those of `OwnWords.forms`, plus one.
  mutating func ownCandidates(_ observed: Scalars) -> [WordCandidate] {
    guard let ownSearch else { return [] }
    if let known = ownMemory[observed] { return known }
    if ownMemory.count > 200_000 { ownMemory.removeAll() }
    let form = TonePlacement.placed(observed, .old)
    let found = Self.patterns(observed).flatMap {
      ownSearch.candidates(form, $0, within: .infinity, &scratch)
    }
    ownMemory[observed] = found.sorted { ($0.cost, $0.id) < ($1.cost, $1.id) }
    return ownMemory[observed]!
  }

  private mutating func searched(_ observed: Scalars, within most: Float) -> [WordCandidate] {
    let form = TonePlacement.placed(observed, .old)
    var found: [WordCandidate] = []
    for pattern in Self.patterns(observed) {
      found += search.candidates(form, pattern, within: most, &scratch)
    }
    found.sort { ($0.cost, $0.id) < ($1.cost, $1.id) }
    return found
  }

  /// Only words that differ from the observed one in marks.
  mutating func markedForms(_ observed: Scalars) -> [WordCandidate] {
    let base = observed.map(Self.folded)
    return candidates(observed).filter {
      lexicon.words.word(Int($0.id) - Lexicon.reserved).map(Self.folded) == base
    }
  }

  static func folded(_ value: UInt32) -> UInt32 {
    LetterTable.shared.letter(value)?.base.value ?? Case.lower(value)
  }

  private static func patterns(_ observed: Scalars) -> [CasePattern] {
    var uppers = 0
    var lowers = 0
    for value in observed where CharacterClass.of(value) == .letter {
      if Case.isUpper(value) { uppers += 1 } else { lowers += 1 }
    }
    if lowers == 0, uppers > 2 { return [.capitals] }
    if lowers == 0, observed.count > 1 {
      return uppers > 1 ? [.capitals, .title] : [.title, .capitals, .lower]
    }
    let first = observed[0]
    let mayBeInitial = Case.isUpper(first) || CharacterClass.of(first) != .letter
    if uppers > lowers, lowers > 0 { return [.capitals, .title, .lower] }
    return mayBeInitial ? [.title, .lower] : [.lower]
  }
}
