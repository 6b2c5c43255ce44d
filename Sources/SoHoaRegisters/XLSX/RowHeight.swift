/// How high a row must be for its text: spreadsheets reckon it themselves only after a change.
struct RowHeight {
  /// Of a line in 12 points.
  private static let line = 15.75
  /// The highest that a row can be.
  private static let limit = 409.0
  private static let usual = 9.0
  /// Letters of a text for each of the figures that widths count; most letters are narrower.
  private static let density = 1.15

  /// In characters, by column.
  private var widths: [Int: Double] = [:]

  /// - Parameter bytes: a sheet.
  init(_ bytes: [UInt8]) {
    guard let list = XMLList("cols", in: bytes) else { return }
    for column in list.children {
      guard let from = bytes.attribute("min", at: column).flatMap({ Int($0) }),
        let to = bytes.attribute("max", at: column).flatMap({ Int($0) }),
        let width = bytes.attribute("width", at: column).flatMap({ Double($0) }), from <= to
      else { continue }
      for index in from...min(to, from + 63) { widths[index - 1] = width }
    }
  }

  /// In points.
  func height(of cells: [RegisterCell], firstColumn: Int) -> Double {
    let lines = cells.enumerated().map { index, cell in
      Self.lines(cell.shown, width: max(3, widths[firstColumn + index] ?? Self.usual))
    }
    return min(Self.limit, Double(lines.max() ?? 1) * Self.line)
  }

  /// Lines of a text broken between words.
  private static func lines(_ text: String, width: Double) -> Int {
    let room = Int(width * density)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { total, paragraph in
      var lines = 1
      var used = 0
      for word in paragraph.split(separator: " ") {
        let length = word.unicodeScalars.count
        if used > 0, used + 1 + length > room {
          lines += 1
          used = 0
        }
        used += length + (used > 0 ? 1 : 0)
        if used > room {
          lines += (used - 1) / room
          used = (used - 1) % room + 1
        }
      }
      return total + lines
    }
  }
}
