import SoHoaModel

/// Letters that stand in a row, which no word was read from.
struct InkRow {
  private(set) var letters: [BoundingBox]
  private(set) var box: BoundingBox

  init(_ letter: BoundingBox) {
    letters = [letter]
    box = letter
  }

  /// Rows in no order.
  ///
  /// - Parameters:
  ///   - letters: from the left.
  ///   - height: median height of the page's letters, in pixels.
  static func group(_ letters: [BoundingBox], height: Double) -> [InkRow] {
    var rows: [InkRow] = []
    for letter in letters {
      if let row = rows.indices.first(where: { rows[$0].goesOn(with: letter, height) }) {
        rows[row].letters.append(letter)
        rows[row].box = rows[row].box.union(letter)
      } else {
        rows.append(InkRow(letter))
      }
    }
    return rows
  }

  private func goesOn(with letter: BoundingBox, _ height: Double) -> Bool {
    guard let last = letters.last, Double(letter.left - box.right) < Self.space * height else { return false }
    let shared = min(last.bottom, letter.bottom) - max(last.top, letter.top)
    return shared * 2 > min(last.height, letter.height)
  }

  /// The widest gap between words of a line, in heights of letters.
  private static let space = 2.5
}
