/// A cell as XML.
struct SheetCell {
  private let cell: RegisterCell
  private let serial: Int?

  init(_ cell: RegisterCell, from1904: Bool) {
    self.cell = cell
    if case .date(let date) = cell.content {
      serial = date.serial(from1904: from1904)
    } else {
      serial = nil
    }
  }

  /// - Parameters:
  ///   - base: the style that the cell would have anyway.
  ///   - styles: gets what is wanted beyond it.
  func xml(_ reference: String, like base: Int, _ styles: inout StyleSheet) -> String {
    let style = styles.style(like: base, date: serial != nil, doubtful: !cell.doubts.isEmpty)
    let head = "<c r=\"\(reference)\" s=\"\(style)\""
    if let serial { return head + "><v>\(serial)</v></c>" }
    switch cell.content {
    case .empty: return head + "/>"
    case .number(let number): return head + "><v>\(number)</v></c>"
    case .text, .date:
      let text = XMLText.encoded(XMLText.fitting(cell.shown))
      return head + " t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    }
  }
}
