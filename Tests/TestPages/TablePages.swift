import SoHoaModel

/// A cell for `tablePage`: text lines with how far they reach.
package struct TestCell: ExpressibleByStringLiteral {
  let text: String
  let rowSpan: Int
  let columnSpan: Int

  package init(_ text: String, rowSpan: Int = 1, columnSpan: Int = 1) {
    self.text = text
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
  }

  package init(stringLiteral text: String) { self.init(text) }
}

/// A page of text with a table of these rows behind it. A cell stands in the first free place of its row.
package func tablePage(_ text: String, _ rows: [[TestCell]], number: Int = 1, after: String = "") -> Page {
  var builder = PageBuilder(page: number)
  add(text, to: &builder)
  let place = builder.blockCount
  for cell in rows.joined() where !cell.text.isEmpty {
    for line in cell.text.split(separator: "\n") { builder.addLine(words: pieces(line)) }
  }
  builder.endBlock()
  add(after, to: &builder)
  var blocks = builder.blocks(stage: "text")
  blocks[place].kind = .table
  blocks[place].table = table(rows, lines: blocks[place].lines.map(\.id))
  return Page(number: number, origin: .text, blocks: blocks)
}

private func add(_ text: String, to builder: inout PageBuilder) {
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.allSatisfy(\.isWhitespace) { builder.endBlock() } else { builder.addLine(words: pieces(line)) }
  }
  builder.endBlock()
}

private func pieces(_ line: Substring) -> [PageBuilder.Piece] {
  line.split(separator: " ").map { PageBuilder.Piece(String($0), box: nil) }
}

private func table(_ rows: [[TestCell]], lines: [ID<Line>]) -> Table {
  var lines = lines[...]
  var taken: Set<[Int]> = []
  var cells: [TableCell] = []
  for (row, content) in rows.enumerated() {
    var column = 0
    for cell in content {
      while taken.contains([row, column]) { column += 1 }
      for down in 0..<cell.rowSpan {
        for right in 0..<cell.columnSpan { taken.insert([row + down, column + right]) }
      }
      let count = cell.text.split(separator: "\n").count
      cells.append(
        TableCell(
          row: row, column: column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, box: nil,
          lines: Array(lines.prefix(count))))
      lines = lines.dropFirst(count)
    }
  }
  return Table(
    rows: rows.count, columns: (taken.map { $0[1] }.max() ?? 0) + 1, isRuled: true, cells: cells)
}
