import Foundation

/// What an abbreviation may have been before an engine read its Đ as P, D or B, its Q as O, its stroke as I.
struct AbbreviationReadings {
  private let lexicon: Lexicon
  private let kinds: Set<String>
  private let estimate: ChannelEstimate
  /// How often the document itself writes each abbreviation that is known.
  private let votes: [Scalars: Int]

  /// What one abbreviation of the document counts beside one of the corpus.
  private static let voteWeight = 200.0
  /// What the kinds of documents count that the corpus hardly has.
  private static let kindCount = 300.0
  /// What one abbreviation counts that nobody knows: all of them together are rare, each is far rarer.
  private static let unknownCount = 0.02
  /// Most that one letter read for another costs (nats): channels have seen few capitals.
  private static let mostLetterCost = 6.0
  /// Abbreviations written in capitals at least this often are known.
  private static let knownCount = 5
  /// Share of strokes between two parts of a code that are read as letters.
  private static let strokeRate = 0.01

  /// Capitals that engines read for others: Đ as P, D or B; Q as O and the reverse.
  private static let confusions: [UInt32: [UInt32]] = [
    0x50: [0x110], 0x44: [0x110], 0x42: [0x110], 0x4F: [0x51], 0x51: [0x4F],
  ]
  /// I, l and | between two parts of a code may be a stroke.
  private static let strokes: Set<UInt32> = [0x49, 0x6C, 0x7C]

  init(data: LanguageData, estimate: ChannelEstimate, lines: [[RestoredToken]]) {
    lexicon = data.lexicon
    kinds = data.kindCodes
    self.estimate = estimate
    var votes: [Scalars: Int] = [:]
    for token in lines.joined() where token.text.utf8.contains(where: { $0 == 0x2D || $0 == 0x2F }) {
      let scalars = token.text.scalars
      for piece in PieceScanner.pieces(scalars) where piece.kind == .word && piece.end > piece.start + 1 {
        votes[Array(scalars[piece.start..<piece.end]), default: 0] += 1
      }
    }
    self.votes = votes
  }

  /// The likeliest reading that is not the word itself, if it is likelier than the word; nil for words that
  /// are known as they stand.
  func best(_ word: Scalars, isKind: Bool) -> CodeRepair.Reading? {
    guard word.count > 1, !isKnown(word, isKind: isKind) else { return nil }
    var options = variants(word).filter { isKnown($0.text, isKind: isKind) }
    if isKind, options.isEmpty { options = variants(word).filter { isKnown($0.text, isKind: false) } }
    let strokes = split(word)
    let own =
      (isKind ? Self.unknownCount : weight(word, isVoter: false)) * exp(-cost(printed: word, seen: word))
    let weights = options.map { weight($0.text, isVoter: true) * exp(-$0.cost) }
    let strokeWeights = strokes.map { $0.share }
    let total = own + weights.reduce(0, +) + strokeWeights.reduce(0, +)
    let all = Array(zip(options.map(\.text), weights)) + zip(strokes.map(\.text), strokeWeights)
    guard let best = all.max(by: { $0.1 < $1.1 }) else { return nil }
    return CodeRepair.Reading(text: best.0, share: best.1 / total)
  }

  /// How probable a stroke is where a letter was read: both parts known, against the whole as it stands.
  func strokeShare(_ left: Scalars, _ right: Scalars, against whole: Scalars) -> Double {
    let parts = weight(left, isVoter: true) * Self.strokeRate
    return parts / (parts + weight(whole, isVoter: false) * Self.strokeRate)
  }

  /// True for known words in capitals that are no syllables.
  func isAbbreviation(_ word: Scalars) -> Bool {
    guard let index = lexicon.words.find(ModelForm.word(word)) else { return false }
    return !lexicon.isSyllable(index) && lexicon.isAbbreviation(index)
  }

  private func isKnown(_ word: Scalars, isKind: Bool) -> Bool {
    isKind ? kinds.contains(String(scalars: word)) : count(word) >= Self.knownCount
  }

  private func count(_ word: Scalars) -> Int {
    lexicon.words.find(ModelForm.word(word)).map { Int(lexicon.capitals[$0]) } ?? 0
  }

  private func weight(_ word: Scalars, isVoter: Bool) -> Double {
    let isKind = kinds.contains(String(scalars: word))
    return Self.unknownCount + Double(count(word)) + (isKind ? Self.kindCount : 0)
      + (isVoter ? Self.voteWeight * Double(votes[word] ?? 0) : 0)
  }

  private func cost(printed: Scalars, seen: Scalars) -> Double {
    zip(printed, seen).reduce(0) {
      $0 + min(Double(estimate.letterCost($1.0, Segment([$1.1]))), Self.mostLetterCost)
    }
  }

  /// The word with one or two capitals replaced by those that are often read for them.
  private func variants(_ word: Scalars) -> [(text: Scalars, cost: Double)] {
    let once = word.indices.flatMap { replaced(word, at: $0) }
    let twice = once.flatMap { option in
      word.indices.filter { option[$0] == word[$0] }.flatMap { replaced(option, at: $0) }
    }
    return Set(once + twice).sorted { $0.lexicographicallyPrecedes($1) }
      .map { ($0, cost(printed: $0, seen: word)) }
  }

  private func replaced(_ word: Scalars, at place: Int) -> [Scalars] {
    (Self.confusions[word[place]] ?? []).map { letter in
      var option = word
      option[place] = letter
      return option
    }
  }

  /// "NQlTW" as "NQ/TW": a stroke between two parts that are known.
  private func split(_ word: Scalars) -> [CodeRepair.Reading] {
    word.indices.dropFirst(2).dropLast(2).filter { Self.strokes.contains(word[$0]) }.compactMap { place in
      let (left, right) = (Array(word[..<place]), Array(word[(place + 1)...]))
      guard isKnown(left, isKind: true) || count(left) >= Self.knownCount, count(right) >= Self.knownCount
      else {
        return nil
      }
      let share = Self.strokeRate * min(weight(left, isVoter: true), weight(right, isVoter: true))
      return CodeRepair.Reading(text: left + [0x2F] + right, share: share)
    }
  }
}
