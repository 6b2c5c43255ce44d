import SoHoaModel

/// A table, whole over all pages that it goes on over.
struct TypedTable {
  struct Cell {
    var row, column, rowSpan, columnSpan: Int
    var paragraphs: [TypedText]
  }

  /// Shares of the width, one a column; together 1.
  var widths: [Double]
  var isRuled: Bool
  /// Row by row, from left to right.
  var rows: [[Cell]]

  var columns: Int { widths.count }
}

extension TypedTable {
  /// - Parameter leavingOut: words that stand elsewhere in the document.
  init(_ block: Block, _ setter: TextSetter, leavingOut: Set<ID<Word>>) {
    let table = block.table!
    widths = Self.widths(block, table)
    isRuled = table.isRuled
    rows = block.tableRows.map { row in
      row.map { cell, lines in
        let lines = lines.filter { $0.words.isEmpty || !leavingOut.contains($0.words[0].id) }
        return Cell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
          paragraphs: Self.paragraphs(lines, setter))
      }
    }
  }

  /// Goes on with the table of a later page, without the head that it repeats.
  mutating func append(_ next: TypedTable, leavingOut repeated: Int) {
    let shift = rows.count - repeated
    for row in next.rows.dropFirst(repeated) {
      rows.append(
        row.map { cell in
          var cell = cell
          cell.row += shift
          return cell
        })
    }
  }

  /// A line with a dash opens a paragraph; others go on with the one before.
  private static func paragraphs(_ lines: [Line], _ setter: TextSetter) -> [TypedText] {
    var paragraphs: [[Line]] = []
    for line in lines {
      if paragraphs.isEmpty || PrintedItems.startsItem(line.text) {
        paragraphs.append([line])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.map { setter.text(lines: $0) }.filter { !$0.isEmpty }
  }

  /// As drawn; where the input was text, by what stands in the columns.
  private static func widths(_ block: Block, _ table: Table) -> [Double] {
    guard let box = table.box, box.width > 0 else { return shares(lengths(block, table.columns)) }
    var edges = (0...table.columns).map { box.left + box.width * $0 / table.columns }
    for cell in table.cells {
      guard let cellBox = cell.box else { continue }
      edges[cell.column] = cellBox.left
      edges[min(cell.column + cell.columnSpan, table.columns)] = cellBox.right
    }
    return shares(zip(edges, edges.dropFirst()).map { max($1 - $0, box.width / 50) })
  }

  /// Letters of the longest line of each column, 4 to 24, and room beside them.
  private static func lengths(_ block: Block, _ columns: Int) -> [Int] {
    var lengths = Array(repeating: 4, count: columns)
    for (cell, lines) in block.tableRows.joined() where cell.columnSpan == 1 {
      let longest = lines.map(\.text.count).max() ?? 0
      lengths[cell.column] = max(lengths[cell.column], min(longest, 24))
    }
    return lengths.map { $0 + 4 }
  }

  private static func shares(_ parts: [Int]) -> [Double] {
    let whole = Double(parts.reduce(0, +))
    return parts.map { Double($0) / whole }
  }
}
