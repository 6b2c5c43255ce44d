import Foundation
import SoHoaModel

/// The properties of an hOCR element, as its `title` holds them: `bbox 0 0 10 10; x_wconf 93`.
struct HOCRTitle {
  private var properties: [String] = []

  init(box: BoundingBox? = nil) {
    if let box { add("bbox", "\(box.left) \(box.top) \(box.right) \(box.bottom)") }
  }

  mutating func add(_ name: String, _ value: String) { properties.append("\(name) \(value)") }

  /// Text has no escape for its quotes in hOCR: they become single ones.
  mutating func add(_ name: String, quoting text: String) {
    add(name, "\"" + text.replacing("\"", with: "'") + "\"")
  }

  /// Nil if there are none.
  var text: String? { properties.isEmpty ? nil : properties.joined(separator: "; ") }
}

extension HOCRTitle {
  /// Of the whole page. Rotation and skew say how the page image was turned before it was read.
  init(page: Page, source: String) {
    self.init(
      box: page.width > 0 ? BoundingBox(left: 0, top: 0, right: page.width, bottom: page.height) : nil)
    add("image", quoting: source)
    add("ppageno", "\(page.number - 1)")
    if page.dpi > 0 { add("scan_res", "\(page.dpi) \(page.dpi)") }
    if page.skew != 0 { add("x_skew", "\(page.skew)") }
  }

  /// Of a line: its angle on a page that does not stand upright, counter-clockwise; the slope of its baseline, on
  /// one that leans.
  init(line: Line, of page: Page) {
    self.init(box: line.box)
    if page.rotation != 0 { add("textangle", "\(page.rotation)") }
    guard let box = line.box, page.skew != 0, page.rotation == 0 else { return }
    let slope = tan(page.skew * .pi / 180)
    let rise = slope > 0 ? Int((slope * Double(box.width)).rounded()) : 0
    add("baseline", "\(slope.toFourDigits) \(-rise)")
  }

  init(word: PrintedWord) {
    self.init(box: word.box)
    add("x_wconf", "\(Int((word.confidence * 100).rounded()))")
  }
}

extension Double {
  fileprivate var toFourDigits: Double { (self * 10_000).rounded() / 10_000 }
}
