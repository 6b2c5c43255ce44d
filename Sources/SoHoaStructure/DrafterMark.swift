/// Who drafted a document and how many copies there are (ô 12): `LTN.(65)`, `PL.20b`, `VVM (05 bản)`.
package struct DrafterMark: Hashable, Sendable {
  /// Letters of the drafter's or the typist's name.
  package let initials: String
  package let copies: Int

  /// Nil for anything else: capitals alone are an abbreviation, a number alone is a page.
  package init?(_ text: String) {
    let initials = text.prefix { $0.isLetter }
    let marks = text.dropFirst(initials.count).prefix { ".,( ".contains($0) }
    let tail = text.dropFirst(initials.count + marks.count)
    let digits = tail.prefix { $0.isASCII && $0.isNumber }
    let end = tail.dropFirst(digits.count).filter { !$0.isWhitespace }
    guard (1...6).contains(initials.count), initials.allSatisfy(\.isUppercase), !marks.isEmpty,
      (1...4).contains(digits.count), let copies = Int(digits), copies > 0,
      Self.isEnd(end, isOpen: marks.contains("("))
    else { return nil }
    self.initials = String(initials)
    self.copies = copies
  }

  /// What closes the number: a bracket, `b` for `bản`, or both.
  private static func isEnd(_ end: String, isOpen: Bool) -> Bool {
    let rest = end.hasSuffix(".") ? String(end.dropLast()) : end
    return isOpen ? [")", "b)", "bản)"].contains(rest) : ["b", "bản"].contains(rest)
  }
}
