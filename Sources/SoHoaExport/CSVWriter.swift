import Foundation

/// Rows as comma-separated values (RFC 4180): UTF-8 with a byte order mark, lines ending in CR LF; safe to open in a
/// spreadsheet.
struct CSVWriter: Sendable {
  /// A cell that begins with one of these would be run as a formula.
  private static let formulas: Set<Character> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "＝", "＋", "－", "＠",
  ]

  func encode(_ rows: [[String]]) -> Data {
    let lines = rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
    return Data(("\u{FEFF}" + lines.joined()).utf8)
  }

  /// An apostrophe in front keeps a spreadsheet from running the cell; quotes keep commas and line ends inside.
  static func cell(_ text: String) -> String {
    let safe = text.first.map(formulas.contains) == true ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
