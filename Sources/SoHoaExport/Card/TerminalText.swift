import Foundation

/// Text as a terminal shows it: so many columns wide, broken at spaces, nothing in it that steers the terminal.
package enum TerminalText {
  /// Columns that a text takes: marks that sit on their letter none, the wide letters of East Asia two.
  package static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0x2FF: 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: isUnseen(scalar) ? 0 : 1
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }

  /// Text that comes from paper must not steer the terminal: control and format characters are left out.
  package static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !steers($0) }))
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
  }

  /// Lines of at most so many columns, broken at spaces; a word that is longer stands alone.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if line.isEmpty {
        line = String(word)
      } else if width(line) + 1 + width(word) <= columns {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - width(text)))
  }
}
