import CPoppler
import Foundation
import SoHoaModel

/// The text that a PDF page holds, with the place of every character.
struct PDFTextLayer {
  let text: String
  private var lines: [[TextLayerCollector.Word]]
  let width, height, dpi: Int
  /// Where each visible character stands.
  private(set) var characterBoxes: [BoundingBox] = []

  /// - Parameter dpi: resolution of the pixels in which boxes are given.
  init(_ sheet: PDFSheet, dpi: Int) {
    self.dpi = dpi
    width = sheet.pixels(sheet.width, Double(dpi))
    height = sheet.pixels(sheet.height, Double(dpi))
    let raw = poppler_page_get_text(sheet.page)
    defer { g_free(raw) }
    text = raw.map { String(cString: $0) } ?? ""
    let boxes = Self.boxes(sheet.page, scale: Double(dpi) / 72)
    lines = Self.lines(text, boxes: boxes, fonts: PDFFontSpans(sheet.page))
    characterBoxes = zip(text.unicodeScalars, boxes)
      .filter { !$0.0.properties.isWhitespace && !Self.isControl($0.0) }.map(\.1)
  }

  var words: [TextLayerCollector.Word] { lines.flatMap(\.self) }

  /// The text of each font, words parted by spaces.
  var fontTexts: [String] {
    Dictionary(grouping: words) { $0.font ?? "" }.values.map { $0.map(\.text).joined(separator: " ") }
  }

  /// Of the lines as they are set.
  var lineBoxes: [BoundingBox] { lines.compactMap { $0.compactMap(\.box).union() } }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar == "\u{FFFD}"
  }

  /// The words, parted where lines end and fonts change.
  var runs: [LegacyRun] {
    runPlaces.map { line, range in
      LegacyRun(words: lines[line][range].map(\.text), font: lines[line][range.lowerBound].font)
    }
  }

  /// - Parameter words: other texts for the words of `runs`.
  mutating func take(_ words: [[String]]) {
    for ((line, range), texts) in zip(runPlaces, words) {
      for (place, text) in zip(range, texts) { lines[line][place].text = text }
    }
  }

  private var runPlaces: [(Int, Range<Int>)] {
    lines.enumerated().flatMap { number, line in
      line.indices.reduce(into: [(Int, Range<Int>)]()) { runs, place in
        if let last = runs.last, line[place].font == line[last.1.lowerBound].font {
          runs[runs.count - 1].1 = last.1.lowerBound..<place + 1
        } else {
          runs.append((number, place..<place + 1))
        }
      }
    }
  }

  /// Words at white space, lines as they are set, blocks where the lines leave their column.
  func page(_ number: Int) -> Page {
    var builder = PageBuilder(page: number)
    var previous: BoundingBox?
    for words in Self.joined(lines.map { $0.map(\.piece) }) {
      let box = words.compactMap(\.box).union()
      if Self.startsBlock(box, after: previous) { builder.endBlock() }
      builder.addLine(words: words)
      previous = box ?? previous
    }
    return Page(
      number: number, origin: .textLayer, width: width, height: height, dpi: dpi,
      blocks: builder.blocks(stage: "text-layer"))
  }

  private static func boxes(_ page: OpaquePointer, scale: Double) -> [BoundingBox] {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else { return [] }
    defer { g_free(rectangles) }
    return (0..<Int(count)).map { index in
      let area = rectangles[index]
      return BoundingBox(
        left: pixel(min(area.x1, area.x2), scale), top: pixel(min(area.y1, area.y2), scale),
        right: pixel(max(area.x1, area.x2), scale), bottom: pixel(max(area.y1, area.y2), scale))
    }
  }

  private static func pixel(_ points: Double, _ scale: Double) -> Int {
    points.isFinite ? Int(min(max(points * scale, -1e6), 1e6).rounded()) : 0
  }

  private static func lines(
    _ text: String, boxes: [BoundingBox], fonts: PDFFontSpans
  ) -> [[TextLayerCollector.Word]] {
    var collector = TextLayerCollector()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let box = boxes.indices.contains(index) ? boxes[index] : nil
      collector.add(scalar, box, font: fonts.font(at: index))
    }
    return collector.finish()
  }

  /// Poppler parts a line at a wide blank, as one left for a number or a day to be written in, and may
  /// give its parts in any order: what stands side by side is one line again.
  private static func joined(_ lines: [[PageBuilder.Piece]]) -> [[PageBuilder.Piece]] {
    lines.reduce(into: []) { joined, line in
      guard let last = joined.last, areBeside(last, line) else { return joined.append(line) }
      let parts = [last, line].sorted { ($0.first?.box?.left ?? 0) < ($1.first?.box?.left ?? 0) }
      joined[joined.count - 1] = parts.flatMap(\.self)
    }
  }

  private static func areBeside(_ first: [PageBuilder.Piece], _ second: [PageBuilder.Piece]) -> Bool {
    guard let a = first.compactMap(\.box).union(), let b = second.compactMap(\.box).union() else {
      return false
    }
    let height = min(a.height, b.height)
    let gap = max(a.left, b.left) - min(a.right, b.right)
    let overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap * 2 > height && gap >= 0 && gap <= widestBlank * height
  }

  /// In line heights.
  private static let widestBlank = 6

  /// A line that lies above the one before, beside it, or more than a line's height below it.
  private static func startsBlock(_ box: BoundingBox?, after previous: BoundingBox?) -> Bool {
    guard let box, let previous else { return true }
    let gap = box.top - previous.bottom
    let isBeside = box.left >= previous.right || box.right <= previous.left
    return gap > max(box.height, previous.height) || gap < -previous.height || isBeside
  }
}
