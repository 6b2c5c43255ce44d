import Foundation
import SoHoaModel

/// Size and base line of print by the box of a word, from what its letters reach up and down in the fonts of
/// official documents (Times and its like; Arial differs by a tenth).
struct TypeSize: Hashable, Sendable {
  /// Pixels.
  let em, base: Double

  /// - Returns: nil for a word without letters that tell.
  init?(_ text: String, _ box: BoundingBox) {
    let letters = text.filter { $0.isLetter || $0.isNumber }
    guard !letters.isEmpty, letters.allSatisfy({ $0.unicodeScalars.first!.value < 0x2000 }) else {
      return nil
    }
    let reach = letters.map(Self.reach)
    let rise = reach.map(\.up).max()!
    let fall = max(reach.map(\.down).max()!, text.contains { ",;()".contains($0) } ? 0.154 : 0)
    em = Double(box.height) / (rise + fall)
    base = Double(box.bottom) - fall * em
  }

  private static func reach(_ letter: Character) -> (up: Double, down: Double) {
    let parts = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
    let plain = Character(parts.first!)
    let above = parts.dropFirst().count { $0.value != 0x323 && $0.value != 0x31B }
    let isBelow = parts.contains { $0.value == 0x323 }
    let isHigh = plain.isUppercase || plain.isNumber || "bdfhklđij".contains(plain)
    let up =
      plain.isUppercase
      ? [0.66, 0.86, 0.9][min(above, 2)]
      : isHigh ? 0.68 : above > 0 ? (above > 1 ? 0.725 : 0.69) : plain == "t" ? 0.56 : 0.465
    return (up, isBelow ? 0.166 : "gpqyj".contains(plain) ? 0.215 : plain == "Q" ? 0.18 : 0.01)
  }
}

/// How wide print is, in ems.
enum TypeWidth {
  static func of(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + width($1) } }

  private static func width(_ letter: Character) -> Double {
    if letter == "/" { return 0.28 }
    if letter == "-" { return 0.33 }
    if letter.isUppercase { return 0.69 }
    return letter.isNumber ? 0.5 : letter.isLetter ? 0.47 : 0.26
  }
}
