import SoHoaModel

/// Cuts the lines of the header into pieces that belong to one cell each: by gaps where there are boxes,
/// then by what the words say.
struct HeaderLines: Sendable {
  struct Piece: Sendable {
    var segment: Segment
    /// Known by its words; nil for what only its neighbours tell.
    var kind: CellKind?
  }

  let phrases: FormPhrases
  let splitter: GapSplitter

  /// A date keeps together over the space left for the day.
  func pieces(of line: Segment) -> [Piece] {
    guard let date = PlaceAndDateFinder().find(in: line, isGap: { splitter.isGap(line, before: $0) }),
      date.count < line.words.count || line.words.count > 2
    else { return splitter.split(line).flatMap(split) }
    var pieces: [Piece] = []
    if date.lowerBound > 0 { pieces += splitter.split(line.slice(0..<date.lowerBound)).flatMap(split) }
    pieces.append(Piece(segment: line.slice(date, column: .right), kind: .placeAndDate))
    if date.upperBound < line.words.count {
      pieces += splitter.split(line.slice(date.upperBound..<line.words.count)).flatMap(split)
    }
    return pieces
  }

  private static let anchors: [(FormPhrases.Role, CellKind)] = [
    (.nationalTitle, .nationalTitle), (.motto, .motto), (.partyTitle, .nationalTitle),
    (.unionTitle, .nationalTitle),
  ]

  private func split(_ segment: Segment) -> [Piece] {
    guard segment.words.count <= 60 else { return [Piece(segment: segment)] }
    for (role, kind) in Self.anchors {
      if let words = phrases.find(role, in: segment.folded)?.words, isOwn(role, words, segment) {
        return cut(segment, words, kind)
      }
    }
    if let words = PlaceAndDateFinder().find(in: segment) { return cut(segment, words, .placeAndDate) }
    return [Piece(segment: segment, kind: kind(of: segment))]
  }

  /// Titles of the Party and the Union also occur inside of names of bodies: they count only at the end of
  /// a line and not after a small word. The state's name in small letters within a sentence is no title
  /// (`Căn cứ Hiến pháp nước Cộng hòa …`).
  private func isOwn(_ role: FormPhrases.Role, _ words: Range<Int>, _ segment: Segment) -> Bool {
    if role == .nationalTitle {
      return words.count == segment.words.count && !segment.text.hasSuffix(";")
        || Capitals.isCapitals(segment.words[words])
    }
    guard role == .partyTitle || role == .unionTitle else { return true }
    return Capitals.isCapitals(segment.words[words]) && segment.words.count - words.upperBound <= 1
  }

  private func cut(_ segment: Segment, _ words: Range<Int>, _ kind: CellKind) -> [Piece] {
    var pieces: [Piece] = []
    if words.lowerBound > 0 { pieces += split(segment.slice(0..<words.lowerBound, column: .left)) }
    pieces.append(Piece(segment: segment.slice(words, column: .right), kind: kind))
    if words.upperBound < segment.words.count {
      pieces += split(segment.slice(words.upperBound..<segment.words.count, column: .left))
    }
    return pieces
  }

  private func kind(of segment: Segment) -> CellKind? {
    if segment.isEmpty { return .rubble }
    if phrases.matches(.secrecy, segment.folded) != nil, segment.isCapitals { return .secrecy }
    if phrases.matches(.urgency, segment.folded) != nil, segment.isCapitals { return .urgency }
    if phrases.matches(.circulation, segment.folded) != nil, segment.isCapitals { return .circulation }
    if segment.words.count <= 4, segment.isCapitals, phrases.match(.draft, in: segment.folded)?.distance == 0
    {
      return .rubble
    }
    if SubjectLine.begins(segment) { return .title }
    return nil
  }
}

/// The subject of a công văn (ô 5b): `V/v …`.
enum SubjectLine {
  private static let forms = ["V/v", "Vv", "Vlv", "V/y", "Viv"].map { Folding.shape($0) }

  static func begins(_ segment: Segment) -> Bool { markWords(segment.words) > 0 }

  /// Number of words that are the mark itself.
  static func markWords(_ words: [Word]) -> Int {
    guard let first = words.first?.text else { return 0 }
    if isMark(first) { return 1 }
    if words.count > 1, isMark(first + words[1].text) { return 2 }
    return 0
  }

  private static func isMark(_ text: String) -> Bool {
    let trimmed = text.hasSuffix(":") || text.hasSuffix(".") ? String(text.dropLast()) : text
    guard trimmed.first == "V" || trimmed.first == "v" else { return false }
    return trimmed.count <= 3 && forms.contains(Folding.shape(trimmed)) && trimmed.count >= 2
  }
}
