import Foundation
import SoHoaModel

/// Gathers characters into words and lines: at white space, and where the next character stands apart.
struct TextLayerCollector {
  struct Word {
    var text: String
    var box: BoundingBox?
    /// Of its first character.
    var font: String?

    var piece: PageBuilder.Piece { PageBuilder.Piece(text, box: box) }
  }

  private var lines: [[Word]] = []
  private var line: [Word] = []
  private var word = ""
  private var font: String?
  private var box: BoundingBox?
  private var last: BoundingBox?

  mutating func add(_ scalar: Unicode.Scalar, _ place: BoundingBox?, font: String?) {
    if scalar == "\n" || scalar == "\u{0C}" { return endLine() }
    if scalar.properties.isWhitespace { return endWord() }
    if let place, let last { part(place, from: last) }
    if word.isEmpty { self.font = font }
    word.unicodeScalars.append(scalar)
    guard let place else { return }
    box = box?.union(place) ?? place
    last = place
  }

  mutating func finish() -> [[Word]] {
    endLine()
    return lines
  }

  /// Poppler leaves the white space out between some columns, and between some lines.
  private mutating func part(_ place: BoundingBox, from last: BoundingBox) {
    let height = max(last.height, place.height)
    if abs(place.midY - last.midY) * 3 > height * 2 {
      endLine()
    } else if place.left - last.right > height / 2 || last.left - place.left > 2 * height {
      endWord()
    }
  }

  private mutating func endWord() {
    if !word.isEmpty {
      line.append(Word(text: word.precomposedStringWithCanonicalMapping, box: box, font: font))
    }
    word = ""
    box = nil
  }

  private mutating func endLine() {
    endWord()
    if !line.isEmpty { lines.append(line) }
    line = []
    last = nil
  }
}
