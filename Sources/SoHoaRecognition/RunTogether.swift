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

  private static func words(_ folded: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < folded.count {
      let key = keys.first { folded[place...].starts(with: $0) }
      let range = place..<place + (key?.count ?? 1)
      if let key, isWord(key, range, folded, behind: found) { found.append(range) }
      place = range.upperBound
    }
    return found
  }

  /// `tháng` anywhere; `ngày` not behind a letter; `năm` not before one, and behind one only after another such word.
  private static func isWord(
    _ key: [Character], _ range: Range<Int>, _ folded: [Character], behind found: [Range<Int>]
  ) -> Bool {
    let isBehindLetter = range.lowerBound > 0 && folded[range.lowerBound - 1].isLetter
    let isBeforeLetter = range.upperBound < folded.count && folded[range.upperBound].isLetter
    return switch key.first {
    case "t": true
    case "n" where key.count == 4: !isBehindLetter
    default: !isBeforeLetter && (!isBehindLetter || !found.isEmpty)
    }
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
