/// Finds damaged codes and proposes what they were; the text itself stays.
///
/// "IKH-SYT" after a number is "/KH-SYT"; "QP-TTg" is "QĐ-TTg", "NO/TW" is "NQ/TW".
struct CodeRepair {
  private let lexicon: Lexicon
  private let kinds: Set<String>

  init(data: LanguageData) {
    lexicon = data.lexicon
    kinds = data.kindCodes
  }

  func propose(in lines: inout [[RestoredToken]]) {
    for line in lines.indices {
      for index in lines[line].indices {
        let token = lines[line][index]
        let before = index > 0 ? lines[line][index - 1].text : ""
        guard let repair = slash(token.text, after: before) ?? stroke(token.text) else { continue }
        lines[line][index] = proposal(repair, for: token)
      }
    }
  }

  private func proposal(_ text: String, for token: RestoredToken) -> RestoredToken {
    let repair = RestoredToken.Candidate(text: text, confidence: 0.8)
    return RestoredToken(
      text: token.text, confidence: 0.2, decision: .proposal,
      candidates: [repair] + token.candidates.filter { $0.text != text }, source: "code")
  }

  /// A stroke that was read as a letter, between a number and a kind of document.
  private func slash(_ text: String, after before: String) -> String? {
    guard let first = text.first, "Il1|!i".contains(first), endsInNumber(before) else { return nil }
    let rest = text.dropFirst()
    guard let joint = rest.firstIndex(where: { $0 == "-" || $0 == "–" }) else { return nil }
    return kinds.contains(String(rest[..<joint])) ? "/" + rest : nil
  }

  private func endsInNumber(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last?.value else { return false }
    return CharacterClass.of(last) == .digit || text.hasSuffix(":")
  }

  /// A part of a code that is no abbreviation, but would be one with another capital.
  private func stroke(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 == 0x2D || $0 == 0x2F }) else { return nil }
    let scalars = text.scalars
    let pieces = PieceScanner.pieces(scalars)
    guard ProtectedText.isCode(scalars, pieces) else { return nil }
    var result = scalars
    var isKind = true
    for piece in pieces where piece.kind == .word {
      let word = Array(scalars[piece.start..<piece.end])
      if let mended = isKind ? mendedKind(word) : mended(word) {
        result.replaceSubrange(piece.start..<piece.end, with: mended)
      }
      isKind = false
    }
    return result == scalars ? nil : String(scalars: result)
  }

  /// The first word of a code mostly names the kind of document.
  private func mendedKind(_ word: Scalars) -> Scalars? {
    if kinds.contains(String(scalars: word)) { return nil }
    let options = variants(word).filter { kinds.contains(String(scalars: $0)) }
    return options.max { count($0) < count($1) } ?? mended(word)
  }

  private func mended(_ word: Scalars) -> Scalars? {
    guard word.count > 1, count(word) < 5 else { return nil }
    return variants(word).filter { count($0) >= 50 }.max { count($0) < count($1) }
  }

  /// The word with one capital replaced by one that is often read for it.
  private func variants(_ word: Scalars) -> [Scalars] {
    word.indices.flatMap { place in
      (Self.confusions[word[place]] ?? []).map { letter in
        var option = word
        option[place] = letter
        return option
      }
    }
  }

  /// Capitals that engines read for others: Đ as P, D or B; Q as O and the reverse.
  private static let confusions: [UInt32: [UInt32]] = [
    0x50: [0x110], 0x44: [0x110], 0x42: [0x110], 0x4F: [0x51], 0x51: [0x4F],
  ]

  private func count(_ word: Scalars) -> Int {
    lexicon.words.find(ModelForm.word(word)).map { Int(lexicon.capitals[$0]) } ?? 0
  }
}
