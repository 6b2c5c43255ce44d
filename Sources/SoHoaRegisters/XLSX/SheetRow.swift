/// One row of a sheet's XML.
struct SheetRow {
  struct Cell {
    /// From 0.
    var column: Int
    var style: Int
    /// The whole element.
    var range: Range<Int>
    /// What it holds, without its tags.
    var content: Range<Int>
    var type: CellType
    /// Text, a number or a formula.
    var hasValue: Bool
  }

  enum CellType { case number, shared, inline, plain }

  /// From 1, as the sheet counts.
  var number: Int
  var range: Range<Int>
  var open: XMLScanner.Tag
  var cells: [Cell]

  func value(at column: Int) -> Cell? { cells.first { $0.column == column && $0.hasValue } }
}

/// Reads the rows of a sheet, one by one.
struct SheetRows {
  private var scanner: XMLScanner
  private var lastRow = 0
  private var cells: [SheetRow.Cell] = []

  /// - Parameter position: behind the tag `sheetData`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    scanner = XMLScanner(bytes, from: position)
  }

  /// Nil at the end of the data.
  mutating func next() -> SheetRow? {
    while let tag = scanner.next() {
      if scanner.name(of: tag, is: "row"), !tag.isClose { return row(tag) }
      if scanner.name(of: tag, is: "sheetData") { return nil }
    }
    return nil
  }

  private mutating func row(_ open: XMLScanner.Tag) -> SheetRow {
    let number = scanner.number("r", of: open) ?? lastRow + 1
    lastRow = number
    cells.removeAll(keepingCapacity: true)
    var end = open.range.upperBound
    while !open.isEmpty, let tag = scanner.next() {
      end = tag.range.upperBound
      if scanner.name(of: tag, is: "c"), !tag.isClose {
        cell(tag)
      } else if scanner.name(of: tag, is: "row") {
        break
      }
    }
    return SheetRow(number: number, range: open.range.lowerBound..<end, open: open, cells: cells)
  }

  private mutating func cell(_ open: XMLScanner.Tag) {
    let column = scanner.attribute("r", of: open).flatMap(column) ?? (cells.last?.column ?? -1) + 1
    var cell = SheetRow.Cell(
      column: column, style: scanner.number("s", of: open) ?? 0, range: open.range,
      content: open.range.upperBound..<open.range.upperBound, type: type(open), hasValue: false)
    if !open.isEmpty { readContent(&cell) }
    cells.append(cell)
  }

  private mutating func readContent(_ cell: inout SheetRow.Cell) {
    var start = 0
    while let tag = scanner.next() {
      if scanner.name(of: tag, is: "c") {
        cell.range = cell.range.lowerBound..<tag.range.upperBound
        cell.content = cell.content.lowerBound..<tag.range.lowerBound
        return
      }
      if tag.isClose, tag.range.lowerBound > start { cell.hasValue = true }
      start = tag.range.upperBound
    }
  }

  private func type(_ tag: XMLScanner.Tag) -> SheetRow.CellType {
    guard let range = scanner.attribute("t", of: tag), let first = range.first else { return .number }
    switch (scanner.bytes[first], range.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "i"), _): return .inline
    case (UInt8(ascii: "n"), 1): return .number
    default: return .plain
    }
  }

  /// `AB12` → 27
  private func column(_ reference: Range<Int>) -> Int? {
    var column = 0
    for index in reference {
      let letter = Int(scanner.bytes[index]) - 64
      guard (1...26).contains(letter) else { break }
      column = column * 26 + letter
    }
    return column > 0 ? column - 1 : nil
  }
}

/// `A1`, `A1:J20`
enum CellReference {
  /// - Parameters: row from 1, column from 0.
  static func name(_ row: Int, _ column: Int) -> String { letters(column) + "\(row)" }

  static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  /// The area with its last row set to `new` where it ended at `old` or between the two.
  static func extended(_ area: String, from old: Int, to new: Int) -> String? {
    guard let match = area.wholeMatch(of: /(.*:\$?[A-Z]+\$?)(\d+)/), let row = Int(match.2),
      (old..<new).contains(row)
    else { return nil }
    return "\(match.1)\(new)"
  }
}
