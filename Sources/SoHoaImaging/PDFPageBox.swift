/// What of a PDF page is seen, and which way up.
struct PDFPageBox {
  /// From the page's own plane (origin bottom left) to the upright page in points (origin top left).
  let toUpright: PDFMatrix
  /// Of the upright page, in points.
  let width, height: Double

  var area: PDFArea { PDFArea(left: 0, top: 0, right: width, bottom: height) }

  /// Nil where the page has no box that can be.
  init?(_ page: PDFObject) {
    guard let media = Self.box(page, "MediaBox") else { return nil }
    let crop = Self.box(page, "CropBox")?.intersection(media)
    let box = crop.flatMap { $0.size > 1 ? $0 : nil } ?? media
    let turn = ((page.inherited("Rotate")?.integer ?? 0) % 360 + 360) % 360
    guard box.width >= 1, box.height >= 1, turn % 90 == 0 else { return nil }
    let isSideways = turn % 180 == 90
    width = isSideways ? box.height : box.width
    height = isSideways ? box.width : box.height
    toUpright =
      switch turn {
      case 90: PDFMatrix(a: 0, b: 1, c: 1, d: 0, e: -box.top, f: -box.left)
      case 180: PDFMatrix(a: -1, b: 0, c: 0, d: 1, e: box.right, f: -box.top)
      case 270: PDFMatrix(a: 0, b: -1, c: -1, d: 0, e: box.bottom, f: box.right)
      default: PDFMatrix(a: 1, b: 0, c: 0, d: -1, e: -box.left, f: box.bottom)
      }
  }

  /// In the page's own plane: `top` is the lower edge there.
  private static func box(_ page: PDFObject, _ key: String) -> PDFArea? {
    let numbers = (page.inherited(key)?.elements ?? []).compactMap(\.number)
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e7 }) else { return nil }
    return PDFArea([(numbers[0], numbers[1]), (numbers[2], numbers[3])])
  }
}
