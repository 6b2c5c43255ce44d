import Foundation
import SoHoaModel

/// One page of plain text as blocks, lines and words: no boxes, but the indents are kept.
enum TextPage {
  static func read(_ text: some StringProtocol, number: Int) -> Page {
    var builder = PageBuilder(page: number)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else {
        builder.endBlock()
        continue
      }
      builder.addLine(
        words: words.map { ($0.precomposedStringWithCanonicalMapping, nil, 1) }, indent: indent(line))
    }
    return Page(number: number, origin: .text, blocks: builder.blocks(stage: "text"))
  }

  /// Columns before the first word; a tab goes on to the next multiple of eight.
  private static func indent(_ line: some StringProtocol) -> Int {
    line.prefix { $0.isWhitespace }.reduce(0) { column, space in
      space == "\t" ? (column / 8 + 1) * 8 : column + 1
    }
  }
}
