import CPoppler
import Foundation

/// One page of a PDF as Poppler shows it: upright by its own rotation flag, cut to its crop box.
struct PDFSheet {
  let page: OpaquePointer
  /// In points (1/72 inch).
  let width, height: Double
  /// The stored picture that covers the page, if one does.
  let cover: Int32?

  /// - Returns: nil for a page without an extent.
  init?(_ page: OpaquePointer) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    guard width >= 1, height >= 1, width.isFinite, height.isFinite, max(width, height) < 1e6 else {
      return nil
    }
    self.page = page
    self.width = width
    self.height = height
    cover = Self.findCover(page, width: width, height: height)
  }

  /// Pixels of a length in points.
  func pixels(_ points: Double, _ dpi: Int) -> Int { max(1, Int((points * Double(dpi) / 72).rounded())) }

  func dpi(ofWidth pixels: Int) -> Int { Int((Double(pixels) * 72 / width).rounded()) }

  /// A stored picture as it is stored, whatever way it is put on the page.
  func image(_ id: Int32) -> CairoSurface? {
    guard let stored = CairoSurface(owning: poppler_page_get_image(page, id)) else { return nil }
    return stored.onPaper()
  }

  /// What a reader sees, fitted to this many pixels.
  func render(width columns: Int, height rows: Int) -> CairoSurface? {
    guard let surface = CairoSurface(width: columns, height: rows) else { return nil }
    surface.draw { cairo in
      cairo_scale(cairo, Double(columns) / width, Double(rows) / height)
      poppler_page_render(page, cairo)
    }
    return surface
  }

  /// Pictures that leave this share of a side free still cover the page.
  private static let tolerance = 0.05

  private static func findCover(_ page: OpaquePointer, width: Double, height: Double) -> Int32? {
    let mappings = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(mappings) }
    var entry = mappings
    while let node = entry {
      let mapping = node.pointee.data.assumingMemoryBound(to: PopplerImageMapping.self).pointee
      if covers(mapping.area, width, height) || covers(mapping.area, height, width) {
        return mapping.image_id
      }
      entry = node.pointee.next
    }
    return nil
  }

  /// Only by size: on rotated pages Poppler gives a place that is off, and of the unrotated picture.
  private static func covers(_ area: PopplerRectangle, _ width: Double, _ height: Double) -> Bool {
    area.x2 - area.x1 >= width * (1 - tolerance) && area.y2 - area.y1 >= height * (1 - tolerance)
  }
}
