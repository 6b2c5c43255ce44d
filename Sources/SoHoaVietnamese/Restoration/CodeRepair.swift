/// Finds damaged codes and abbreviations and proposes what they were; the text itself stays.
///
/// "IKH-SYT" after a number is "/KH-SYT"; "QP-TTg" is "QĐ-TTg", "NO/TW" is "NQ/TW", "PGP" is "PGĐ". How sure a
/// proposal is comes from the channel, from how often the corpus writes each reading in capitals, and from a
/// vote of the document: what it writes in full elsewhere counts.
struct CodeRepair {
  /// A reading of a part of a code with its share of the probability.
  struct Reading {
    var text: Scalars
    var share: Double
  }

  /// Proposals less probable than this are not made.
  static let leastShare = 0.5

  private let kinds: Set<String>
  private let readings: AbbreviationReadings

  init(data: LanguageData, estimate: ChannelEstimate, lines: [[RestoredToken]]) {
    kinds = data.kindCodes
    readings = AbbreviationReadings(data: data, estimate: estimate, lines: lines)
  }

  /// - Parameter observed: as many lines and tokens, as they were seen.
  func propose(in lines: inout [[RestoredToken]], observed: [[ObservedToken]]) {
    for line in lines.indices {
      for index in lines[line].indices {
        if isOtherAbbreviation(lines[line][index], observed[line][index].text) {
          lines[line][index] = withdrawn(lines[line][index], observed[line][index].text)
        }
        let before = index > 0 ? lines[line][index - 1].text : ""
        guard let found = repair(lines[line][index], after: before), found.share >= Self.leastShare else {
          continue
        }
        lines[line][index] = proposal(found, for: lines[line][index])
      }
    }
  }

  /// True where the decoder has put another abbreviation in the place of one: never without being asked.
  private func isOtherAbbreviation(_ token: RestoredToken, _ observed: String) -> Bool {
    guard token.decision == .restored, let seen = soleCapitals(observed.scalars),
      let word = soleCapitals(token.text.scalars), readings.isAbbreviation(word)
    else { return false }
    return seen.map(CandidateSource.folded) != word.map(CandidateSource.folded)
  }

  /// What the decoder put in the place of an abbreviation, as a proposal.
  private func withdrawn(_ token: RestoredToken, _ observed: String) -> RestoredToken {
    let repair = RestoredToken.Candidate(text: token.text, confidence: token.confidence)
    return RestoredToken(
      text: observed, confidence: 1 - token.confidence, decision: .proposal,
      candidates: [repair] + token.candidates.filter { $0.text != observed }, source: "code")
  }

  /// The only word of a token, if it is all in capitals and stands there without digits.
  private func soleCapitals(_ text: Scalars) -> Scalars? {
    let words = PieceScanner.pieces(text).filter { $0.kind != .mark }
    guard words.count == 1, words[0].kind == .word else { return nil }
    let word = Array(text[words[0].start..<words[0].end])
    return CasePattern(word) == .capitals && word.count > 1 ? word : nil
  }

  private func repair(_ token: RestoredToken, after before: String) -> Reading? {
    guard token.text.utf8.count > 1, token.decision != .joined else { return nil }
    return slash(token.text, after: before) ?? code(token.text) ?? abbreviation(token)
  }

  private func proposal(_ reading: Reading, for token: RestoredToken) -> RestoredToken {
    let repair = RestoredToken.Candidate(text: String(scalars: reading.text), confidence: reading.share)
    return RestoredToken(
      text: token.text, confidence: 1 - reading.share, decision: .proposal,
      candidates: [repair] + token.candidates.filter { $0.text != repair.text }, source: "code")
  }

  /// A stroke that was read as a letter, between a number and a kind of document.
  private func slash(_ text: String, after before: String) -> Reading? {
    guard let first = text.first, Self.strokes.contains(first), endsInNumber(before) else { return nil }
    let rest = text.dropFirst()
    guard let joint = rest.firstIndex(where: { $0 == "-" || $0 == "–" }) else { return nil }
    let kind = String(rest[..<joint])
    guard kinds.contains(kind) else { return nil }
    let tail = code(String(rest))
    let share = readings.strokeShare(kind.scalars, [], against: (text.prefix(1) + kind).scalars)
    return Reading(text: [0x2F] + (tail?.text ?? String(rest).scalars), share: share * (tail?.share ?? 1))
  }

  /// What engines make of a stroke.
  private static let strokes = "Il1|!i"

  private func endsInNumber(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last?.value else { return false }
    return CharacterClass.of(last) == .digit || text.hasSuffix(":")
  }

  /// A code with parts that other letters explain better.
  private func code(_ text: String) -> Reading? {
    guard text.utf8.contains(where: { $0 == 0x2D || $0 == 0x2F }) else { return nil }
    let scalars = text.scalars
    let pieces = PieceScanner.pieces(scalars)
    guard ProtectedText.isCode(scalars, pieces) else { return nil }
    let words = pieces.filter { $0.kind == .word }
    var result = Reading(text: scalars, share: 1)
    for (place, piece) in words.enumerated().reversed() {
      let word = Array(scalars[piece.start..<piece.end])
      guard let mended = readings.best(word, isKind: place == 0) else { continue }
      result.text.replaceSubrange(piece.start..<piece.end, with: mended.text)
      result.share *= mended.share
    }
    return result.text == scalars ? nil : result
  }

  /// An abbreviation in running text that nobody knows, but would with another capital: "PGP" for "PGĐ".
  private func abbreviation(_ token: RestoredToken) -> Reading? {
    guard token.decision == .kept else { return nil }
    let scalars = token.text.scalars
    let pieces = PieceScanner.pieces(scalars)
    let words = pieces.filter { $0.kind != .mark }
    guard words.count == 1, words[0].kind == .word else { return nil }
    let word = Array(scalars[words[0].start..<words[0].end])
    guard word.count > 2, CasePattern(word) == .capitals, let mended = readings.best(word, isKind: false)
    else {
      return nil
    }
    var text = scalars
    text.replaceSubrange(words[0].start..<words[0].end, with: mended.text)
    return Reading(text: text, share: mended.share)
  }
}
