import SoHoaModel

/// Tells the line that names the kind of document (ô 5a: `KẾ HOẠCH`) from others.
struct KindLine: Sendable {
  let tables: FormTables

  /// The words that name the kind, from the first; nil if the line names none.
  ///
  /// A kind stands alone on its line, or begins a line of capitals (`THÔNG BÁO KẾT LUẬN …`).
  func kindWords(of segment: Segment) -> Range<Int>? {
    guard segment.words.count <= 24, !segment.text.hasSuffix(":"), segment.column != .left,
      let found = tables.kind(of: segment.folded), found.match.words.lowerBound == 0
    else { return nil }
    let words = found.match.words
    let isWhole = words.upperBound == segment.words.count
    if isWhole { return segment.words[0].text.first?.isUppercase == true ? words : nil }
    let isSure = found.match.distance == 0 || found.kind.phrase.shape.count >= Self.surest
    return isSure && Capitals.isCapitals(segment.words[words]) ? words : nil
  }

  /// Letters of a name that begins a longer line with a damaged letter; shorter ones are other words
  /// (`CHI PHÍ …`, not `CHỈ THỊ …`).
  private static let surest = 7

  /// The kind alone on its line, in capitals: what begins a document without a header.
  func isBareCapitals(_ segment: Segment) -> Bool {
    kindWords(of: segment)?.count == segment.words.count && segment.isCapitals
  }
}
