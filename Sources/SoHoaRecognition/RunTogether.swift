import Foundation
import SoHoaModel

/// Words of a date line that the engine ran together with what is filled in between them, `ngày..22..tháng⁄“năm`, set
/// apart at the letters where print begins and ends.
struct RunTogether {
  /// One letter, or a few that the engine gives as one, with its columns in pixels.
  struct Letter: Hashable {
    var text: String
    var left, right: Int
  }

  /// Words that are surer than this are words.
  static let doubt = 0.8

  /// Whether a look at the letters is worth while.
  static func mayBe(_ text: String) -> Bool {
    let folded = PlacedWord.folded(text)
    return text.count > 5 && keys.contains { folded.contains(String($0)) }
  }

  /// - Parameter letters: of one word that was read in doubt.
  /// - Returns: the letters of each part, in order; one part where there is nothing to set apart.
  static func parts(_ letters: [Letter]) -> [ArraySlice<Letter>] {
    let folded = letters.map { PlacedWord.folded($0.text).first ?? "." }
    let words = words(folded)
    guard !words.isEmpty, isFilled(letters, around: words) else { return [letters[...]] }
    var parts: [ArraySlice<Letter>] = []
    var start = 0
    for word in words {
      parts += [letters[start..<word.lowerBound], letters[word]]
      start = word.upperBound
    }
    return (parts + [letters[start...]]).filter { !$0.isEmpty }
  }

  private static let keys = ["ngay", "thang", "nam"].map(Array.init)

  /// `ngày` at the beginning or behind what is no letter, `tháng` anywhere, `năm` at the end behind what is none.
  private static func words(_ folded: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < folded.count {
      let key = keys.first { folded[place...].starts(with: $0) }
      let end = place + (key?.count ?? 1)
      let isApart =
        place == 0 || found.last?.upperBound == place || !folded[place - 1].isLetter
        || key?.first == "t" || key?.first == "n" && end == folded.count && found.last != nil
      if key != nil, isApart { found.append(place..<end) }
      place = end
    }
    return found
  }

  /// What is left is no mere stroke, comma or ending: `ngày/đêm`, `tháng,`.
  private static func isFilled(_ letters: [Letter], around words: [Range<Int>]) -> Bool {
    let rest = letters.indices.filter { index in !words.contains { $0.contains(index) } }.map {
      letters[$0].text
    }
    let isOther = rest.contains { text in text.contains { !$0.isLetter && !"/-–,;:.)(".contains($0) } }
    let dots = rest.joined().count { ".…".contains($0) }
    return isOther || dots > 1 && rest.joined().contains(where: \.isLetter) || rest.isEmpty && words.count > 1
  }
}
