import SoHoaModel
import SoHoaStructure

/// Finds number, day and month that were filled in by hand in black, which no colour gives away: digits of
/// another height than the print beside them, or such as the engine itself doubts.
struct HandwritingFinder: Sendable {
  /// Doubt alone is weak evidence.
  private static let confidence = 0.4

  /// One mark a blank of the form, in order, where the record has no value; what was seen by its colour already
  /// is left out.
  func marks(_ sheet: Sheet, _ record: Record) -> [PageMark] {
    let date = sheet.joined(.placeAndDate)
    let number = sheet.joined(.documentNumber)
    let check = PrintCheck(date: date, number: number, sheet.index)
    let blanks =
      (record.number?.value?.number == nil ? [Self.numberBlank(number)] : [])
      + (record.issueDate?.value?.edtf == nil ? Self.dateBlanks(date) : [])
    let boxes = blanks.compactMap { box(of: $0, sheet, check) }
    return boxes.enumerated().map { index, place in
      PageMark(
        id: ID(page: place.page, index: index + 1), kind: .handwriting, colour: .black, box: place.box,
        confidence: Self.confidence)
    }
  }

  /// The words after `Số:`, up to the one with the stroke of the symbol.
  private static func numberBlank(_ text: TokenText) -> ArraySlice<Word> {
    let stroke = text.indices.first { text[$0].text == "/" || text[$0].text == "-" } ?? text.count
    let label = text.indices.first { text[$0].folded == "so" }.map { $0 + 1 } ?? 0
    let start = text.at(label)?.text == ":" ? label + 1 : label
    return start < stroke ? text.words(start..<stroke) : []
  }

  /// The words between `ngày`, `tháng` and `năm`.
  private static func dateBlanks(_ text: TokenText) -> [ArraySlice<Word>] {
    let labels = ["ngay", "thang", "nam"].map { label in text.indices.last { text[$0].folded == label } }
    return zip(labels, labels.dropFirst()).map { start, end in
      guard let start, let end, start + 1 < end else { return [] }
      return text.words(start + 1..<end)
    }
  }

  private func box(
    of blank: ArraySlice<Word>, _ sheet: Sheet, _ check: PrintCheck
  ) -> (page: Int, box: BoundingBox)? {
    let doubtful = blank.filter { !check.isSure($0) }
    guard let page = doubtful.first?.id.page, let box = doubtful.compactMap(\.box).union(),
      !sheet.handwriting[page, default: []].contains(where: { $0.intersects(box) })
    else { return nil }
    return (page, box)
  }
}
