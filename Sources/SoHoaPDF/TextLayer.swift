import Foundation
import SoHoaModel

/// The words of a page as text that is not seen, each on its box, in reading order.
///
/// Everything is written in pixels of the upright page image; one matrix lays that onto the page as it is. Words of a
/// line share a size and, where the page stands straight, a baseline, so that readers see a line in them. On a leaning
/// page each word is level on its own height, like a stair: readers take slanted letters apart.
struct TextLayer {
  /// From the upright page image, in pixels, to the page's own plane.
  let matrix: Matrix
  private let page: Page
  private let toUpright: PageTransform
  /// From the straight page to the leaning one, both upright, in pixels.
  private let lean: Matrix

  /// Nil for a page without an extent.
  init?(_ page: Page, on box: PageBox) {
    guard page.width > 0, page.height > 0 else { return nil }
    self.page = page
    toUpright = PageTransform(
      width: page.width, height: page.height, rotation: page.rotation, skew: page.skew, scale: Self.fineness)
    lean = Self.lean(page)
    matrix = Self.unturned(page).then(Self.place(page, box)).then(box.toPage)
  }

  /// Parts of a pixel that are told apart.
  private static let fineness = 16.0

  private static func lean(_ page: Page) -> Matrix {
    let (width, height) = (Double(page.width), Double(page.height))
    let isSideways = page.rotation % 180 != 0
    let middle = isSideways ? (x: height / 2, y: width / 2) : (x: width / 2, y: height / 2)
    return Matrix.turned(page.skew, about: middle)
  }

  /// From the upright page image to the page image as it came, both in pixels.
  private static func unturned(_ page: Page) -> Matrix {
    let (width, height) = (Double(page.width), Double(page.height))
    return switch page.rotation {
    case 90: Matrix(a: 0, b: -1, c: 1, d: 0, e: 0, f: height)
    case 180: Matrix(a: -1, b: 0, c: 0, d: -1, e: width, f: height)
    case 270: Matrix(a: 0, b: 1, c: -1, d: 0, e: width, f: 0)
    default: Matrix()
    }
  }

  /// From pixels of the page image to points of the upright sheet.
  private static func place(_ page: Page, _ box: PageBox) -> Matrix {
    let area = page.area ?? SheetArea(left: 0, top: 0, right: box.width, bottom: box.height)
    return Matrix(
      a: area.width / Double(page.width), d: area.height / Double(page.height), e: area.left, f: area.top)
  }

  /// The content that shows the words.
  ///
  /// - Parameter resource: name of the font on the page.
  /// - Returns: nil if there are none.
  func content(_ font: inout GlyphlessFont, resource: String) -> Data? {
    var content = ""
    for line in LineOfText.all(page) { content += show(line, &font, resource) }
    guard !content.isEmpty else { return nil }
    return Data("/Span << /Lang (vi) >> BDC\nq\n\(matrix.text) cm\nBT\n3 Tr\n\(content)ET\nQ\nEMC\n".utf8)
  }

  /// The left upper corner of a word, in the page's own plane; nil if the page has no such word with a box.
  func top(of id: ID<Word>) -> (x: Double, y: Double)? {
    guard let box = page.words.first(where: { $0.id == id })?.box else { return nil }
    let upright = toUpright.upright(box)
    let corner = lean.apply(Double(upright.left) / Self.fineness, Double(upright.top) / Self.fineness)
    return matrix.apply(corner.x, corner.y)
  }

  /// A word on the upright page, in pixels.
  private struct Piece {
    let text: String
    var left, top, right, bottom: Double
    var height: Double { bottom - top }
  }

  private func pieces(_ line: Line) -> [Piece] {
    line.words.compactMap { word in
      let text = word.text.precomposedStringWithCanonicalMapping
      guard let box = word.box, !text.isEmpty else { return nil }
      let upright = toUpright.upright(box)
      func pixels(_ length: Int) -> Double { Double(length) / Self.fineness }
      // Letters of no height have no width that could be stretched.
      let bottom = max(pixels(upright.bottom), pixels(upright.top) + 1)
      return Piece(
        text: text, left: pixels(upright.left), top: pixels(upright.top), right: pixels(upright.right),
        bottom: bottom)
    }
  }

  /// The pen goes from word to word by spaces just as wide as what parts them.
  private func show(_ line: LineOfText, _ font: inout GlyphlessFont, _ resource: String) -> String {
    let pieces = Self.level(pieces(line.line)).map(leaning)
    var (content, pen) = ("", nil as (x: Double, baseline: Double)?)
    var start: (x: Double, y: Double)?
    for (index, piece) in pieces.enumerated() {
      guard let word = font.encode(piece.text), let space = font.encode(" ") else { continue }
      let baseline = piece.bottom - GlyphlessFont.descent * piece.height
      if index == 0 || abs(pieces[index - 1].height - piece.height) > 0.001 {
        content += "/\(resource) \(piece.height.operand(digits: 2)) Tf\n"
      }
      if pen.map({ $0.baseline != baseline || $0.x > piece.left + 1 }) ?? true {
        content += Self.move(from: &start, to: (piece.left, baseline))
        pen = (piece.left, baseline)
      }
      let end = set(word, piece.text.unicodeScalars.count, from: pen!.x, to: piece.right, piece, &content)
      let isLast = index + 1 == pieces.count
      if isLast, !line.isParted { break }
      let next = isLast ? end + piece.height / 4 : max(pieces[index + 1].left, end + piece.height / 50)
      pen = (set(space, 1, from: end, to: next, piece, &content), baseline)
    }
    return content
  }

  /// Moves the pen to a tenth of a pixel.
  ///
  /// - Parameter start: where it was moved to last, on this line; nil for the first time.
  private static func move(from start: inout (x: Double, y: Double)?, to end: (x: Double, y: Double))
    -> String
  {
    let there = (x: (end.x * 10).rounded() / 10, y: (end.y * 10).rounded() / 10)
    defer { start = there }
    guard let start else {
      return "1 0 0 -1 \(there.x.operand(digits: 1)) \(there.y.operand(digits: 1)) Tm\n"
    }
    // The plane of the letters runs up.
    return "\((there.x - start.x).operand(digits: 1)) \((start.y - there.y).operand(digits: 1)) Td\n"
  }

  /// Sets letters as wide as it takes, in whole percents.
  ///
  /// - Returns: where they end.
  private func set(
    _ letters: String, _ count: Int, from start: Double, to end: Double, _ piece: Piece,
    _ content: inout String
  ) -> Double {
    let natural = Double(count) * GlyphlessFont.width * piece.height
    let percent = max(1, (100 * (end - start) / natural).rounded())
    content += "\(Int(percent)) Tz \(letters) Tj\n"
    return start + natural * percent / 100
  }

  /// Moves a word, level as it is, to where its middle stands on the leaning page.
  private func leaning(_ piece: Piece) -> Piece {
    guard page.skew != 0 else { return piece }
    let middle = (x: (piece.left + piece.right) / 2, y: (piece.top + piece.bottom) / 2)
    let there = lean.apply(middle.x, middle.y)
    let (right, down) = (there.x - middle.x, there.y - middle.y)
    return Piece(
      text: piece.text, left: piece.left + right, top: piece.top + down, right: piece.right + right,
      bottom: piece.bottom + down)
  }

  /// Gives the words of a line one top and one bottom, unless the line bends too far for that.
  private static func level(_ pieces: [Piece]) -> [Piece] {
    guard let top = pieces.map(\.top).min(), let bottom = pieces.map(\.bottom).max() else { return [] }
    let usual = pieces.map(\.height).sorted()[pieces.count / 2]
    guard bottom - top <= mostSpread * max(usual, 1) else { return pieces }
    return pieces.map {
      Piece(text: $0.text, left: $0.left, top: top, right: $0.right, bottom: max(bottom, top + 1))
    }
  }

  /// In heights of the usual word of the line.
  private static let mostSpread = 1.8
}

/// A line, and whether a space parts it from what comes next.
private struct LineOfText {
  let line: Line
  let isParted: Bool

  /// What stands on a page, its marks last.
  static func all(_ page: Page) -> [LineOfText] {
    let runs = page.blocks.flatMap { block in block.lineRuns.map { Array(block.lines[$0]) } }
    return (runs + page.marks.map(\.lines)).flatMap { lines in
      lines.enumerated().map { index, line in
        let next = index + 1 < lines.count ? lines[index + 1].text : ""
        let isCut = !next.isEmpty && LineEnd.separator(after: line.text, before: next).isEmpty
        return LineOfText(line: line, isParted: !isCut)
      }
    }
  }
}
