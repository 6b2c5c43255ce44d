/// The receiver's stamp `ĐẾN` (Nghị định 30/2020, Phụ lục IV): its number and date are never the document's.
struct ArrivalStamp: Sendable {
  /// Lines that follow the word of the stamp at most.
  static let reach = 6

  let phrases: FormPhrases
  let tables: FormTables

  func members(_ segments: [Segment]) -> Set<Int> {
    var members: Set<Int> = []
    for index in segments.indices where begins(segments[index]) {
      members.insert(index)
      if let receiver = receiver(above: index, segments) { members.insert(receiver) }
      for next in (index + 1)..<max(index + 1, min(index + 1 + Self.reach, segments.count))
      where isField(segments[next]) { members.insert(next) }
    }
    return members
  }

  /// The stamp begins with its owner's name: a body above the word, where the letterhead comes below it.
  private func receiver(above index: Int, _ segments: [Segment]) -> Int? {
    guard index > 0, segments[index - 1].isCapitals, segments[index - 1].words.count >= 2,
      phrases.find(.nationalTitle, in: segments[index - 1].folded) == nil,
      segments.dropFirst(index + 1).prefix(1).contains(where: isField)
    else { return nil }
    let below = segments.dropFirst(index + 1).drop(while: isField)
    let letterhead = below.prefix { NumberLine.likeness(of: $0) != .full }
    guard letterhead.count < below.count, letterhead.contains(where: { $0.isCapitals && isBody($0) }) else {
      return nil
    }
    return index - 1
  }

  private func isBody(_ segment: Segment) -> Bool {
    tables.bodyHead(of: segment.folded) != nil && phrases.find(.nationalTitle, in: segment.folded) == nil
  }

  private func begins(_ segment: Segment) -> Bool {
    guard segment.isCapitals || segment.words.first.map({ Capitals.isCapitals([$0]) }) == true else {
      return false
    }
    if phrases.matches(.arrival, segment.folded) != nil, segment.words.count <= 4 { return true }
    guard let match = phrases.match(.arrival, in: segment.folded) else { return false }
    let rest = segment.slice(match.words.upperBound..<segment.words.count)
    return segment.words.count <= 8 && phrases.match(.arrivalField, in: rest.folded) != nil
  }

  /// `Số: 1234`, `Ngày: 25/8/2025`, `Chuyển: …`; a number with a symbol is a document's.
  private func isField(_ segment: Segment) -> Bool {
    guard segment.words.count <= 8, segment.text.contains(where: { $0 == ":" || $0.isNumber || $0 == "." }),
      phrases.match(.arrivalField, in: segment.folded) != nil
    else {
      return false
    }
    return !segment.words.contains { NumberLine.isSymbol($0.text) }
  }
}
