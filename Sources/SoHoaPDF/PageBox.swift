/// What of a PDF page is seen, and which way up.
struct PageBox {
  /// From the upright page in points (origin top left, y down) to the page's own plane.
  let toPage: Matrix
  /// Of the upright page, in points.
  let width, height: Double

  /// Nil where the page has no box that can be.
  init?(_ page: PDFValue) {
    guard let media = Self.corners(page, "MediaBox") else { return nil }
    let crop = Self.corners(page, "CropBox").map { $0.cut(to: media) }
    let box = crop.flatMap { $0.isArea ? $0 : nil } ?? media
    let turn = ((page.inherited("Rotate")?.integer ?? 0) % 360 + 360) % 360
    guard box.isArea, turn % 90 == 0 else { return nil }
    (width, height) = turn % 180 == 90 ? (box.height, box.width) : (box.width, box.height)
    toPage =
      switch turn {
      case 90: Matrix(a: 0, b: 1, c: 1, d: 0, e: box.left, f: box.bottom)
      case 180: Matrix(a: -1, b: 0, c: 0, d: 1, e: box.right, f: box.bottom)
      case 270: Matrix(a: 0, b: -1, c: -1, d: 0, e: box.right, f: box.top)
      default: Matrix(a: 1, b: 0, c: 0, d: -1, e: box.left, f: box.top)
      }
  }

  /// In the page's own plane, where y runs up.
  private struct Corners {
    var left, bottom, right, top: Double
    var width: Double { right - left }
    var height: Double { top - bottom }
    var isArea: Bool { width >= 1 && height >= 1 }

    func cut(to other: Corners) -> Corners {
      Corners(
        left: max(left, other.left), bottom: max(bottom, other.bottom), right: min(right, other.right),
        top: min(top, other.top))
    }
  }

  private static func corners(_ page: PDFValue, _ key: String) -> Corners? {
    let numbers = (page.inherited(key)?.elements ?? []).compactMap(\.number)
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e7 }) else { return nil }
    return Corners(
      left: min(numbers[0], numbers[2]), bottom: min(numbers[1], numbers[3]),
      right: max(numbers[0], numbers[2]), top: max(numbers[1], numbers[3]))
  }
}
