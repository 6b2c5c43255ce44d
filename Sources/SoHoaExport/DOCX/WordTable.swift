/// A table in Word: its head repeated on every page, merged cells where it has them.
struct WordTable {
  fileprivate enum Place {
    case cell(TypedTable.Cell)
    /// Under a cell that goes on over several rows.
    case below(span: Int)
    case nothing
  }

  private let table: TypedTable
  private let widths: [Int]

  /// - Parameter width: twentieths of a point.
  init(_ table: TypedTable, width: Int) {
    self.table = table
    widths = table.widths.map { Int(Double(width) * $0) }
  }

  func write(to stream: inout WordStream) {
    stream.element("w:tbl") { stream in
      stream.grid(widths, isRuled: table.isRuled, padding: 57)
      for row in table.rows.indices { write(row: row, to: &stream) }
    }
    stream.paragraph(ParagraphFormat(.rule)) { _ in }
  }

  private func write(row: Int, to stream: inout WordStream) {
    let places = places(row)
    let isHead = row < headRows && table.rows.count > headRows
    stream.element("w:tr") { stream in
      stream.element("w:trPr") { stream in
        if isShort(row) { stream.empty("w:cantSplit") }
        if isHead { stream.empty("w:tblHeader") }
      }
      var column = 0
      for place in places {
        let span = place.span(in: table.columns - column)
        write(place, width: widths[column..<column + span].reduce(0, +), span: span, isHead, to: &stream)
        column += span
      }
    }
  }

  /// Short enough not to be cut by the end of a page.
  private func isShort(_ row: Int) -> Bool {
    table.rows[row].allSatisfy { $0.paragraphs.reduce(0) { $0 + $1.text.count } < 400 }
  }

  /// Rows that the cells of the first one reach down to.
  private var headRows: Int { table.rows.first?.map(\.rowSpan).max() ?? 0 }

  /// What stands in a row from left to right; every place of the grid belongs to one of them.
  private func places(_ row: Int) -> [Place] {
    var places: [Place] = []
    var column = 0
    while column < table.columns {
      let place = place(row, column)
      places.append(place)
      column += place.span(in: table.columns - column)
    }
    return places
  }

  private func place(_ row: Int, _ column: Int) -> Place {
    for above in stride(from: row, through: max(0, row - Self.reach), by: -1) {
      guard let cell = table.rows[above].first(where: { $0.column == column }) else { continue }
      if above == row { return .cell(cell) }
      return above + cell.rowSpan > row ? .below(span: cell.columnSpan) : .nothing
    }
    return .nothing
  }

  /// No cell reaches further down.
  private static let reach = 200

  private func write(
    _ place: Place, width: Int, span: Int, _ isHead: Bool, to stream: inout WordStream
  ) {
    stream.element("w:tc") { stream in
      stream.element("w:tcPr") { stream in
        stream.empty("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")])
        if span > 1 { stream.value("w:gridSpan", "\(span)") }
        switch place {
        case .cell(let cell) where cell.rowSpan > 1: stream.value("w:vMerge", "restart")
        case .below: stream.empty("w:vMerge")
        default: break
        }
        stream.value("w:vAlign", "center")
      }
      let isBold = isHead || span == table.columns
      let paragraphs = if case .cell(let cell) = place { cell.paragraphs } else { [TypedText]() }
      for text in paragraphs.isEmpty ? [TypedText()] : paragraphs {
        stream.paragraph(text, format(text, isHead), isBold ? .bold : .plain)
      }
    }
  }

  /// Heads and what is as short as a number stand in the middle.
  private func format(_ text: TypedText, _ isHead: Bool) -> ParagraphFormat {
    ParagraphFormat(.tableText, alignment: isHead || text.text.count <= 4 ? .center : nil)
  }
}

extension WordTable.Place {
  /// Columns, at least one and no more than there are.
  fileprivate func span(in room: Int) -> Int {
    switch self {
    case .cell(let cell): min(max(cell.columnSpan, 1), room)
    case .below(let span): min(max(span, 1), room)
    case .nothing: 1
    }
  }
}

extension WordStream {
  /// Settings and columns of a table that is as wide as they are.
  mutating func grid(_ widths: [Int], isRuled: Bool, padding: Int) {
    element("w:tblPr") { stream in
      stream.empty("w:tblW", [("w:w", "\(widths.reduce(0, +))"), ("w:type", "dxa")])
      if isRuled { stream.tableBorders() }
      stream.empty("w:tblLayout", [("w:type", "fixed")])
      stream.element("w:tblCellMar") { stream in
        for side in ["left", "right"] {
          stream.empty("w:\(side)", [("w:w", "\(padding)"), ("w:type", "dxa")])
        }
      }
    }
    element("w:tblGrid") { stream in
      for width in widths { stream.empty("w:gridCol", [("w:w", "\(width)")]) }
    }
  }

  private mutating func tableBorders() {
    element("w:tblBorders") { stream in
      for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        stream.empty(
          "w:\(side)", [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")])
      }
    }
  }
}
