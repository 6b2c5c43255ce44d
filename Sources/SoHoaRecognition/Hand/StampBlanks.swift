import SoHoaModel

/// Blanks of an arrival stamp, by the words printed in it: `ĐẾN`, `Số: …`, `Ngày: …` (Nghị định 30/2020, Phụ lục IV).
///
/// All in pixels of the page as it came.
struct StampBlanks {
  private let mark: PageMark
  private let frame: BoundingBox
  /// Where the labels stand; one of them reckoned from the others where the hand has swallowed it.
  private let number, date: BoundingBox

  /// - Returns: nil for another mark.
  init?(_ mark: PageMark) {
    guard [.stamp, .print, .arrivalStamp].contains(mark.kind), let frame = mark.box else { return nil }
    let rows = Self.rows(
      Self.label("so", mark), Self.label("ngay", mark), Self.label("chuyen", mark))
    guard let rows, rows.date.top > rows.number.top else { return nil }
    self.mark = mark
    self.frame = frame
    (number, date) = rows
  }

  /// `Số:`, `Ngày:` and `Chuyển:` stand below each other at equal distances.
  private static func rows(
    _ number: BoundingBox?, _ date: BoundingBox?, _ forwarded: BoundingBox?
  ) -> (number: BoundingBox, date: BoundingBox)? {
    if let number, let date { return (number, date) }
    guard let forwarded else { return nil }
    if let number {
      let down = (forwarded.bottom - number.bottom) / 2
      return (number, moved(number, by: down, width: Int(dateWidth * Double(number.height))))
    }
    guard let date else { return nil }
    let up = date.bottom - forwarded.bottom
    return (moved(date, by: up, width: Int(numberWidth * Double(date.height))), date)
  }

  /// Of the printed labels, in heights of the other one.
  private static let (numberWidth, dateWidth) = (1.5, 3.2)

  private static func moved(_ box: BoundingBox, by rows: Int, width: Int) -> BoundingBox {
    BoundingBox(left: box.left, top: box.top + rows, right: box.left + width, bottom: box.bottom + rows)
  }

  func blanks() -> [FormBlank] {
    // Hands are as tall as the rows allow, not as the small print beside them.
    let em = max(Self.rowShare * Double(date.bottom - number.bottom), Double(number.height))
    return [blank(.arrivalNumber, number, em), blank(.arrivalDate, date, em)]
  }

  /// Of the distance between two rows.
  private static let rowShare = 0.62

  private func blank(_ slot: HandReading.Slot, _ label: BoundingBox, _ em: Double) -> FormBlank {
    let filled = mark.words.filter { word in
      guard let box = word.box else { return false }
      return box.left >= label.right && label.top < box.bottom && box.top < label.bottom
    }
    // The label's tail is the only print that reaches below the line.
    let base = slot == .arrivalDate ? Double(label.bottom) - 0.2 * Double(label.height) : Double(label.bottom)
    let right = Double(frame.right) - Self.border * em
    return FormBlank(
      slot: slot, left: Double(label.right), right: max(Double(label.right), right),
      type: TypeSize(em: em, base: base), after: 0, words: filled)
  }

  /// Between the blank's end and the frame, in ems.
  private static let border = 0.15

  private static func label(_ key: String, _ mark: PageMark) -> BoundingBox? {
    mark.words.first { word in
      word.text.count <= key.count + 2 && BlankFinder.isNear(PlacedWord.folded(word.text), key)
    }?.box
  }
}
