import Foundation

/// Letters and the combining marks behind them as single letters.
enum CombiningMarks {
  static func isMark(_ value: UInt32) -> Bool { value >= 0x300 && value < 0x370 }

  /// A letter of the alphabet with one more mark; nil where there is no such letter.
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    guard var parts = LetterTable.shared.letter(letter), parts.isVowel else { return nil }
    if let tone = tones[mark], parts.tone == .level {
      parts.tone = tone
    } else if let shape = shapes[mark], parts.shape == .plain {
      parts.shape = shape
    } else {
      return nil
    }
    return parts.scalar?.value
  }

  /// One token in NFC. Heaps of marks on one letter stay as they are: nothing is to be gained from them.
  static func composed(_ token: Scalars) -> Scalars {
    guard token.contains(where: isMark) else { return token }
    var result: Scalars = []
    for value in token {
      if isMark(value), let last = result.last, let letter = composed(last, value) {
        result[result.count - 1] = letter
      } else {
        result.append(value)
      }
    }
    guard result.count(where: isMark) > 0, result.count <= longest else { return result }
    return String(scalars: result).precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
  }

  private static let longest = 256

  private static let tones: [UInt32: Tone] = [
    0x300: .grave, 0x340: .grave, 0x301: .acute, 0x341: .acute, 0x309: .hook, 0x303: .tilde, 0x323: .dot,
  ]
  private static let shapes: [UInt32: LetterShape] = [0x302: .circumflex, 0x306: .breve, 0x31B: .horn]
}
