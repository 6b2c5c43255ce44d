/// Readings of tokens as words of the user's own.
extension LatticeBuilder {
  /// Most that the syllables of a word may cost, each on average.
  private static let mostCost: Float = 5

  /// The letters of a token that is one word with marks around it.
  func soleWord(_ token: Int) -> (slot: Int, letters: Scalars)? {
    let words = plans[token].slots.indices.filter { plans[token].slots[$0].kind != .fixed }
    guard words.count == 1 else { return nil }
    let slot = plans[token].slots[words[0]]
    return (words[0], Array(tokens[token][slot.start..<slot.end]))
  }

  /// What says an own word already stays as it is. In ruined text a word without marks may be another one
  /// that lost them, unless nobody else knows it.
  mutating func protectOwnWords(_ own: OwnWords) {
    let letters = tokens.indices.map { soleWord($0)?.letters }
    for range in own.spelled(letters) {
      let isClear =
        !losesMarks
        || range.contains { token in
          letters[token]!.contains { $0 > 0x7F }
            || lexicon.id(ModelForm.word(letters[token]!)) == Lexicon.unknown
        }
      if isClear { for token in range { plans[token].fix() } }
    }
  }

  private var losesMarks: Bool { settings.isRuined || settings.mostCost < 4 }

  mutating func addOwnWords(_ own: OwnWords) {
    let words = tokens.indices.map(soleWord)
    let candidates = words.map { word in word.map { source.ownCandidates($0.letters) } ?? [] }
    for token in tokens.indices {
      for candidate in candidates[token] {
        for word in own.words(from: Int(candidate.id) - 1) {
          guard let run = run(word, from: token, candidates) else { continue }
          for (offset, reading) in run.enumerated() { addOwn(token + offset, reading, word.gain) }
        }
      }
    }
  }

  /// The candidates that read a word from a token on; nil where they do not or would cost too much.
  private func run(_ word: OwnWords.Word, from token: Int, _ candidates: [[WordCandidate]])
    -> [WordCandidate]?
  {
    guard token + word.syllables.count <= tokens.count else { return nil }
    var run: [WordCandidate] = []
    for (offset, form) in word.syllables.enumerated() {
      guard let candidate = candidates[token + offset].first(where: { Int($0.id) - 1 == form }) else {
        return nil
      }
      run.append(candidate)
    }
    return run.reduce(0) { $0 + $1.cost } <= Self.mostCost * Float(run.count) ? run : nil
  }

  private mutating func addOwn(_ token: Int, _ reading: WordCandidate, _ gain: Float) {
    guard let word = soleWord(token) else { return }
    let form = Int(reading.id) - 1
    let id = lexicon.id(ModelForm.word(source.own!.forms[form]))
    lattice.add(
      .init(
        from: nodes[token][word.slot], to: nodes[token][word.slot + 1], idStart: 0, idCount: 0,
        cost: reading.cost - gain, token: Int32(token), content: .own(form: form, pattern: reading.pattern)),
      ids: [id])
  }
}
