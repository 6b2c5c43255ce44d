import Foundation

/// Text as scalar values in NFC: what the language code works on.
typealias Scalars = [UInt32]

extension String {
  /// NFC, with the eth of Icelandic fonts read as đ.
  var scalars: Scalars {
    let values = unicodeScalars.map(Self.withoutEth)
    if values.allSatisfy(Self.isComposed) { return values }
    return precomposedStringWithCanonicalMapping.unicodeScalars.map(Self.withoutEth)
  }

  /// True for scalars that NFC never changes nor joins with others: Latin and Vietnamese letters,
  /// general punctuation.
  private static func isComposed(_ value: UInt32) -> Bool {
    value < 0x300 || value >= 0x1EA0 && value <= 0x1EF9 || value >= 0x2010 && value <= 0x2027
  }

  init(scalars: some Sequence<UInt32>) {
    var view = String.UnicodeScalarView()
    for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    self = String(view)
  }

  /// Calls `body` with each maximal run of letters, NFC.
  func enumerateWords(_ body: (Scalars) -> Void) {
    var word: Scalars = []
    for value in scalars {
      if CharacterClass.of(value) == .letter {
        word.append(value)
      } else if !word.isEmpty {
        body(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { body(word) }
  }

  private static func withoutEth(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "Ð": 0x110
    case "ð": 0x111
    default: scalar.value
    }
  }
}
