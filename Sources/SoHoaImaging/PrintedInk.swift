import CLeptonica
import Foundation
import SoHoaModel

/// What is printed on a page, seen small: does a text layer hold what a reader sees?
struct PrintedInk: ~Copyable {
  /// Black on white.
  private let ink: Pix

  /// Nil where the page could not be rendered.
  ///
  /// - Parameter small: parts that hold seals, banners and emblems, in points; they are passed over.
  init?(_ sheet: PDFSheet, small: [PDFArea]) {
    guard let raster = Self.render(sheet), let grey = Pix(GreyConversion(ink: .luminance).run(raster)),
      let ink = grey.map({ pixThresholdToBinary($0, Self.darkest) })
    else { return nil }
    self.ink = ink
    for area in small { clear(area.left, area.top, area.right, area.bottom, scale: Self.dpi / 72) }
  }

  /// Clears the words of the layer off the page on the way.
  ///
  /// - Returns: what speaks against the layer; nil if nothing does.
  consuming func judge(_ layer: borrowing PDFTextLayer) -> TextLayerCheck.Verdict? {
    let scale = Self.dpi / Double(layer.dpi)
    var (words, unseen, letters) = (0, 0, 0)
    for word in layer.words {
      guard let box = word.box, word.text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      words += 1
      letters += word.text.count
      if isEmpty(box, scale) { unseen += 1 }
    }
    for box in layer.characterBoxes {
      clear(Double(box.left), Double(box.top), Double(box.right), Double(box.bottom), scale: scale)
    }
    if unseen >= Self.leastWords && unseen * 3 > words { return .unseen }
    let (holes, others) = lettersLeft(lines: layer.lineBoxes, scale)
    if holes >= Self.leastHoles && holes * 12 > letters { return .garbled }
    return others >= Self.leastLetters && others * 3 > letters ? .incomplete : nil
  }

  /// At which a letter of 8 points is a few pixels high.
  private static let dpi = 100.0
  private static let darkest: Int32 = 160
  private static let leastWords = 5
  private static let leastLetters = 60
  private static let leastHoles = 15
  /// Sides of a letter in pixels, from the x of 8 points to a capital of 24.
  private static let letterHeights = 4...30
  private static let letterWidths = 2...40

  private static func render(_ sheet: PDFSheet) -> Raster? {
    let dpi = min(dpi, 4000 * 72 / max(sheet.width, sheet.height))
    guard dpi == Self.dpi, let surface = sheet.render(dpi: dpi) else { return nil }
    return surface.raster(dpi: Int(dpi))
  }

  private func isEmpty(_ box: BoundingBox, _ scale: Double) -> Bool {
    let box = Self.box(Double(box.left), Double(box.top), Double(box.right), Double(box.bottom), scale)
    var used = box
    defer { boxDestroy(&used) }
    var count: Int32 = 1
    return pixCountPixelsInRect(ink.pointer, box, &count, nil) != 0 || count == 0
  }

  private func clear(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double, scale: Double) {
    var box = Self.box(left, top, right, bottom, scale)
    defer { boxDestroy(&box) }
    pixClearInRect(ink.pointer, box)
  }

  /// A pixel wider each way than the letters.
  private static func box(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, _ scale: Double
  ) -> UnsafeMutablePointer<Box>? {
    func pixel(_ value: Double) -> Int32 { Int32(max(-100, min(value * scale, 20_000))) }
    return boxCreate(
      max(0, pixel(left) - 1), max(0, pixel(top) - 1), pixel(right - left) + 3, pixel(bottom - top) + 3)
  }

  /// Specks that have the size of letters: between the letters of the layer's lines, and elsewhere.
  private func lettersLeft(lines: [BoundingBox], _ scale: Double) -> (holes: Int, others: Int) {
    guard let boxes = pixConnCompBB(ink.pointer, 8) else { return (0, 0) }
    defer {
      var list: UnsafeMutablePointer<Boxa>? = boxes
      boxaDestroy(&list)
    }
    var (holes, others) = (0, 0)
    for index in 0..<boxaGetCount(boxes) {
      var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
      guard Self.letterWidths.contains(Int(width)), Self.letterHeights.contains(Int(height)) else { continue }
      let middle = (x: Int(Double(x + width / 2) / scale), y: Int(Double(y + height / 2) / scale))
      if lines.contains(where: { $0.contains(middle.x, middle.y) }) { holes += 1 } else { others += 1 }
    }
    return (holes, others)
  }
}

extension BoundingBox {
  fileprivate func contains(_ x: Int, _ y: Int) -> Bool {
    (left..<max(left + 1, right)).contains(x) && (top..<max(top + 1, bottom)).contains(y)
  }
}
