import Foundation
import SoHoaDictionaries
import SoHoaModel

/// The dictionaries of the clone.
package let dictionaries = DictionaryFolder(
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("dictionaries"))

/// Pages of text as a text file gives them: form feeds part pages, empty lines part blocks.
package func textPages(_ text: String) -> [Page] {
  text.components(separatedBy: "\u{c}").enumerated().map { index, body in
    var builder = PageBuilder(page: index + 1)
    for line in body.components(separatedBy: "\n") {
      let words = line.split(separator: " ").map {
        PageBuilder.Piece(String($0), box: nil)
      }
      if words.isEmpty {
        builder.endBlock()
      } else {
        builder.addLine(words: words, indent: line.prefix { $0 == " " }.count)
      }
    }
    return Page(number: index + 1, origin: .text, blocks: builder.blocks(stage: "text"))
  }
}

/// A page as a recogniser gives it, set in a typewriter's grid: 20 pixels a character, 40 a line. Two spaces
/// and more are a gap between columns; the line still runs across.
package func scannedPage(_ text: String, number: Int = 1) -> Page {
  var builder = PageBuilder(page: number)
  for (row, line) in text.components(separatedBy: "\n").enumerated() {
    let words = placedWords(line, row: row)
    if words.isEmpty { builder.endBlock() } else { builder.addLine(words: words) }
  }
  return Page(
    number: number, origin: .recognised, width: 1800, height: 2600, dpi: 200,
    blocks: builder.blocks(stage: "recognise/vie"))
}

private func placedWords(_ line: String, row: Int) -> [PageBuilder.Piece] {
  var words: [PageBuilder.Piece] = []
  var column = 0
  for part in line.split(separator: " ", omittingEmptySubsequences: false) {
    let left = 100 + 20 * column
    column += part.count + 1
    guard !part.isEmpty else { continue }
    let box = BoundingBox(left: left, top: 40 * row, right: left + 20 * part.count - 6, bottom: 40 * row + 28)
    words.append(PageBuilder.Piece(String(part), box: box, confidence: 0.95))
  }
  return words
}
