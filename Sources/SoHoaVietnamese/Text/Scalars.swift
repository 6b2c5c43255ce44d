import Foundation

/// Text as scalar values in NFC: what the language code works on.
typealias Scalars = [UInt32]

extension String {
  /// NFC, with the eth of Icelandic fonts read as đ.
  var scalars: Scalars {
    var isASCII = true
    var copy = self
    copy.withUTF8 { bytes in isASCII = bytes.allSatisfy { $0 < 0x80 } }
    if isASCII { return copy.utf8.map(UInt32.init) }
    return copy.precomposedStringWithCanonicalMapping.unicodeScalars.map(Self.withoutEth)
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
