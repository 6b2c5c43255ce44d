import SoHoaModel

/// Finds place and date of issue (ô 4: `Hải Phòng, ngày 21 tháng 8 năm 2025`) in a line of the header,
/// also where it shares the line with the number.
struct PlaceAndDateFinder: Sendable {
  /// The words of place and date; nil if the line holds none.
  /// - Parameter isGap: whether a gap of columns lies before a word.
  func find(in segment: Segment, isGap: (Int) -> Bool = { _ in false }) -> Range<Int>? {
    let shapes = segment.words.map { Folding.shape($0.text) }
    guard let keys = keywords(shapes) else { return nil }
    let end = min(keys.upperBound + 2, segment.words.count)
    guard segment.words.count - end <= 2 else { return nil }
    let start = placeStart(segment.words, before: keys.lowerBound, isGap)
    if start > 0, start == keys.lowerBound, !isGap(start),
      start > Self.mostBefore || isSmall(segment.words[start - 1].text)
    {
      return nil
    }
    return start..<end
  }

  /// Words of the number that may stand before a date without a place; behind more it is one of running text
  /// (`Thực hiện Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021`).
  private static let mostBefore = 3

  /// A small word before the day: a date of running text.
  private func isSmall(_ text: String) -> Bool {
    text.first?.isLowercase == true
  }

  /// From `ngày` to `năm`; one of the three words may be lost.
  private func keywords(_ shapes: [[UInt8]]) -> Range<Int>? {
    // The day may have run into the word: `ngày05`.
    let days = shapes.indices.filter {
      Self.isNear(shapes[$0], Self.day) || shapes[$0].starts(with: Self.day)
    }
    // `thá ng`: the word may have come apart.
    let months = shapes.indices.filter {
      Self.isNear(shapes[$0], Self.month)
        || $0 + 1 < shapes.count && !shapes[$0].isEmpty && shapes[$0] + shapes[$0 + 1] == Self.month
    }
    let years = shapes.indices.filter { Self.isNear(shapes[$0], Self.year) }
    for month in months {
      let day = days.last { $0 < month && month - $0 <= 3 }
      let year = years.first { $0 > month && $0 - month <= 4 }
      if let day, let year { return day..<year + 1 }
      if let day, shapes.count > month + 1 { return day..<min(month + 2, shapes.count) }
    }
    return nil
  }

  private static let day = Folding.shape("ngày")
  private static let month = Folding.shape("tháng")
  private static let year = Folding.shape("năm")

  private static func isNear(_ shape: [UInt8], _ key: [UInt8]) -> Bool {
    Approximate.distance(shape[...], key[...], limit: 1) != nil
  }

  /// The capitalised words before the comma, back to a code or a small word.
  private func placeStart(_ words: [Word], before day: Int, _ isGap: (Int) -> Bool) -> Int {
    var start = day
    while start > 0, !isGap(start) {
      if isPlaceWord(words[start - 1].text, isLast: start == day) {
        start -= 1
      } else if start > 1, isUnit(words[start - 2].text, words[start - 1].text) {
        start -= 2
      } else {
        break
      }
    }
    while start < day, !(words[start].text.first?.isUppercase ?? false) { start += 1 }
    return start
  }

  /// `Thành phố`, `Thị xã`, `Thị trấn` before a name.
  private func isUnit(_ first: String, _ second: String) -> Bool {
    guard first.first?.isUppercase == true else { return false }
    return ["thanhpho", "thixa", "thitran"].contains(Folding.folded(first) + Folding.folded(second))
  }

  private func isPlaceWord(_ text: String, isLast: Bool) -> Bool {
    if text.isEmpty || text == "-" || text == "–" || text == "," { return true }
    if !isLast, text.hasSuffix(",") || text.hasSuffix(";") || text.hasSuffix(":") { return false }
    let isCode = text.contains("/") || text.filter(\.isUppercase).count > 2
    return !isCode && text.first!.isUppercase && !text.contains { $0.isNumber }
  }
}
