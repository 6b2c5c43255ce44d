import Foundation
import SoHoaModel

/// One page of plain text as blocks, lines and words: no boxes, but the indents are kept.
enum TextPage {
  struct Line {
    /// NFC; none in an empty line.
    var words: [String]
    var indent: Int
    /// How many words stand between the tabs, from left to right.
    var cells: [Int] = []
  }

  static func lines(_ text: some StringProtocol) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.split(whereSeparator: \.isWhitespace).map(\.precomposedStringWithCanonicalMapping)
      }
      return Line(words: cells.flatMap { $0 }, indent: indent(line), cells: cells.map(\.count))
    }
  }

  static func page(_ lines: [Line], number: Int) -> Page {
    var builder = PageBuilder(page: number)
    var position = 0
    var tables: [Int: TabTable] = [:]
    while position < lines.count {
      if let table = TabTable(lines, from: position) {
        builder.endBlock()
        tables[builder.blockCount] = table
        for words in table.cells { builder.addLine(words: pieces(words)) }
        builder.endBlock()
        position += table.rows
      } else {
        add(lines[position], to: &builder)
        position += 1
      }
    }
    let blocks = builder.blocks(stage: "text").enumerated().map { tables[$0]?.block($1) ?? $1 }
    return Page(number: number, origin: .text, blocks: blocks)
  }

  private static func add(_ line: Line, to builder: inout PageBuilder) {
    if line.words.isEmpty {
      builder.endBlock()
    } else {
      builder.addLine(words: pieces(line.words), indent: line.indent)
    }
  }

  private static func pieces(_ words: [String]) -> [PageBuilder.Piece] {
    words.map { PageBuilder.Piece($0, box: nil) }
  }

  /// Columns before the first word; a tab goes on to the next multiple of eight.
  private static func indent(_ line: some StringProtocol) -> Int {
    line.prefix { $0.isWhitespace }.reduce(0) { column, space in
      space == "\t" ? (column / 8 + 1) * 8 : column + 1
    }
  }
}
