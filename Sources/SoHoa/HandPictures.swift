import SoHoaImaging
import SoHoaModel

/// Puts a picture beside every piece of handwriting in a header, so that a person can compare without the scan.
struct HandPictures {
  /// Of the picture, in pixels: a line that is read at a glance, a few kilobytes.
  private static let height = 56
  /// What is shown around the ink, in its heights: the label and the beginning of the symbol.
  private static let (before, after, around) = (3.5, 4.5, 0.45)

  /// - Parameter raster: the page as it came. Pages that were turned get no pictures: they would lie on their sides.
  func add(to page: Page, from raster: Raster) -> Page {
    guard page.rotation == 0 else { return page }
    var page = page
    for index in page.marks.indices where page.marks[index].hand != nil {
      guard let box = page.marks[index].box else { continue }
      page.marks[index].hand?.picture = raster.clipping(Self.shown(box), height: Self.height)
    }
    return page
  }

  private static func shown(_ box: BoundingBox) -> BoundingBox {
    let height = Double(box.height)
    return BoundingBox(
      left: box.left - Int(before * height), top: box.top - Int(around * height),
      right: box.right + Int(after * height), bottom: box.bottom + Int(around * height))
  }
}
