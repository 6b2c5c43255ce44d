import CPoppler
import Foundation

/// One page of a PDF as Poppler shows it: upright by its own rotation flag, cut to its crop box.
struct PDFSheet {
  let page: OpaquePointer
  /// In points (1/72 inch).
  let width, height: Double

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
  }

  var area: PDFArea { PDFArea(left: 0, top: 0, right: width, bottom: height) }

  /// Pixels of a length in points.
  func pixels(_ points: Double, _ dpi: Double) -> Int { max(1, Int((points * dpi / 72).rounded())) }

  /// What a reader sees in a part of the page, fitted to this many pixels.
  func render(_ area: PDFArea, width columns: Int, height rows: Int) -> CairoSurface? {
    guard let surface = CairoSurface(width: columns, height: rows) else { return nil }
    surface.draw { cairo in
      cairo_scale(cairo, Double(columns) / area.width, Double(rows) / area.height)
      cairo_translate(cairo, -area.left, -area.top)
      poppler_page_render(page, cairo)
    }
    return surface
  }

  /// The whole page; nil where there is no memory for it.
  func render(dpi: Double) -> CairoSurface? {
    render(area, width: pixels(width, dpi), height: pixels(height, dpi))
  }

  /// True if stored pictures take most of the page, as far as Poppler tells: on rotated pages it gives the
  /// places of the unrotated picture.
  var isScan: Bool {
    let mappings = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(mappings) }
    var covered = 0.0
    var entry = mappings
    while let node = entry {
      let place = node.pointee.data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
      covered += abs(place.x2 - place.x1) * abs(place.y2 - place.y1)
      entry = node.pointee.next
    }
    return covered >= area.size / 2
  }
}
