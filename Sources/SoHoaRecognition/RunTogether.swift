import Foundation
import SoHoaModel

/// Words of the form that the engine ran together with what is filled in by hand beside them, `ngày..22..tháng⁄“năm`,
/// `‹Ÿ/KH-SYT`, set apart at the letters where print begins and ends.
struct RunTogether {
  /// One letter, or a few that the engine gives as one, with its columns in pixels.
  struct Letter: Hashable {
    var text: String
    var left, right: Int
  }

  /// Words that are surer than this are words; marks that no word has can be quite sure.
  private static let (doubt, strangeDoubt) = (0.8, 0.95)

  /// Whether a look at the letters is worth while.
  static func mayBe(_ text: String, confidence: Double) -> Bool {
    if confidence < strangeDoubt, symbol(text.map { String($0) }) != nil { return true }
    let folded = PlacedWord.folded(text)
    return confidence < doubt && text.count > 5 && keys.contains { folded.contains(String($0)) }
  }

  /// - Parameter letters: of one word that was read in doubt.
  /// - Returns: the letters of each part, in order; one part where there is nothing to set apart.
  static func parts(_ letters: [Letter]) -> [ArraySlice<Letter>] {
    if let symbol = symbol(letters.map(\.text)) { return [letters[..<symbol], letters[symbol...]] }
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

  // MARK: Symbol

  /// Where the symbol begins behind what is neither number nor code: dots to write on, marks that no symbol has.
  private static func symbol(_ letters: [String]) -> Int? {
    guard let stroke = letters.firstIndex(of: "/"), stroke > 0 else { return nil }
    let before = letters[..<stroke].joined()
    let behind = letters[stroke...].dropFirst().joined()
    let isSymbol =
      behind.count(where: \.isUppercase) >= 2
      && behind.allSatisfy { $0.isUppercase || "0123456789/-".contains($0) }
    let isFilled = before.contains { isStrange($0) } || before.count { ".…".contains($0) } > 1
    return isSymbol && isFilled ? stroke : nil
  }

  /// Neither digit, nor letter of Vietnamese, nor a mark of numbers.
  private static func isStrange(_ letter: Character) -> Bool {
    if letter.isNumber { return !letter.isASCII }
    if letter.isLetter {
      return PlacedWord.folded(String(letter)).first?.isASCII != true || "ŸÑÐ".contains(letter.uppercased())
    }
    return !".…-–:()".contains(letter)
  }
}
