import SoHoaModel

/// Blanks of an arrival stamp, by the words printed in it: `ĐẾN`, `Số: …`, `Ngày: …` (Nghị định 30/2020, Phụ lục IV).
///
/// All in pixels of the page as it came.
struct StampBlanks {
  private let mark: PageMark
  private let frame: BoundingBox

  /// - Returns: nil for another mark.
  init?(_ mark: PageMark) {
    guard [.stamp, .print, .arrivalStamp].contains(mark.kind), let frame = mark.box else { return nil }
    self.mark = mark
    self.frame = frame
    guard let number = label("so"), let date = label("ngay"), date.top > number.top else { return nil }
  }

  func blanks() -> [FormBlank] {
    guard let number = label("so"), let date = label("ngay") else { return [] }
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

  private func label(_ key: String) -> BoundingBox? {
    mark.words.first { word in
      word.text.count <= key.count + 2 && BlankFinder.isNear(PlacedWord.folded(word.text), key)
    }?.box
  }
}
