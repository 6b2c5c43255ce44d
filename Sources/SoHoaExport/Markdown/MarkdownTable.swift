/// A table of GitHub's Markdown: a cell over several places stands in the first, the others are empty.
struct MarkdownTable {
  let table: TypedTable

  /// The first row is the head: Markdown has no table without one.
  var lines: [String] {
    var grid = Array(repeating: Array(repeating: "", count: table.columns), count: table.rows.count)
    for cell in table.rows.joined() where grid.indices.contains(cell.row) {
      grid[cell.row][cell.column] = cell.paragraphs.map { MarkdownText.inline($0.text) }
        .joined(separator: "<br>")
    }
    guard let head = grid.first else { return [] }
    let rule = Array(repeating: "---", count: table.columns)
    return ([head, rule] + grid.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |" }
  }
}
