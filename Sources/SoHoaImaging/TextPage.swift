import Foundation
import SoHoaModel

/// One page of plain text as blocks, lines and words: no boxes, but the indents are kept.
enum TextPage {
  struct Line {
    /// NFC; none in an empty line.
    var words: [String]
    var indent: Int
  }

  static func lines(_ text: some StringProtocol) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return Line(words: words.map(\.precomposedStringWithCanonicalMapping), indent: indent(line))
    }
  }

  static func page(_ lines: [Line], number: Int) -> Page {
    var builder = PageBuilder(page: number)
    for line in lines {
      if line.words.isEmpty {
        builder.endBlock()
      } else {
        builder.addLine(words: line.words.map { PageBuilder.Piece($0, box: nil) }, indent: line.indent)
      }
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
