import Foundation

/// Rows as comma-separated values (RFC 4180): UTF-8 with a byte order mark, lines ending in CR LF; safe to open in a
/// spreadsheet.
package struct CSVWriter: Sendable {
  package static let mark = Data([0xEF, 0xBB, 0xBF])

  /// Between cells.
  private let separator: String

  /// - Parameter separator: `,`; `;` and tab where a spreadsheet of the place wrote the file.
  package init(separator: String = ",") { self.separator = separator }

  package func encode(_ rows: [[String]]) -> Data { Self.mark + lines(rows) }

  /// Without the byte order mark, to be added to a file.
  package func lines(_ rows: [[String]]) -> Data {
    Data(rows.map { $0.map(Self.cell).joined(separator: separator) + "\r\n" }.joined().utf8)
  }

  /// An apostrophe in front keeps a spreadsheet from running the cell; quotes keep separators and line ends inside.
  package static func cell(_ text: String) -> String {
    let clean = text.unicodeScalars.contains(where: isControl) ? withoutControls(text) : text
    let safe = isFormula(clean) ? "'" + clean : clean
    return safe.utf8.contains(where: needsQuotes.contains)
      ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  /// Any separator that a spreadsheet may take; else half of a cell could become a formula elsewhere.
  private static let needsQuotes: Set<UInt8> = Set(",;\t\"\r\n".utf8)

  /// A cell that begins with one of these would be run as a formula, also behind blanks.
  private static let formulas: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static func isFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if formulas.contains(scalar) { return true }
      guard scalar.properties.isWhitespace || scalar.properties.generalCategory == .format else {
        return false
      }
    }
    return false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)) || scalar.value == 0x7F
  }

  private static func withoutControls(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
  }
}
