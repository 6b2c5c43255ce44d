import CPoppler

/// Sole owner of one reference to a GLib object: given back exactly once.
struct GObjectHandle: ~Copyable {
  let pointer: OpaquePointer

  init?(owning pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
}

/// Sole owner of one Cairo picture (always 24 bits of colour here, opaque).
struct CairoSurface: ~Copyable {
  let pointer: OpaquePointer

  /// A white sheet; nil if there is no memory for it.
  init?(width: Int, height: Int) {
    self.init(owning: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    draw { cairo in
      cairo_set_source_rgb(cairo, 1, 1, 1)
      cairo_paint(cairo)
    }
  }

  init?(owning pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    guard cairo_surface_status(pointer) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(pointer)
      return nil
    }
    self.pointer = pointer
  }

  deinit { cairo_surface_destroy(pointer) }

  var width: Int { Int(cairo_image_surface_get_width(pointer)) }
  var height: Int { Int(cairo_image_surface_get_height(pointer)) }

  func draw(_ body: (OpaquePointer) -> Void) {
    let cairo = cairo_create(pointer)!
    body(cairo)
    cairo_destroy(cairo)
    cairo_surface_flush(pointer)
  }

  /// The same picture, opaque on white paper.
  func onPaper() -> CairoSurface? {
    guard let sheet = CairoSurface(width: width, height: height) else { return nil }
    sheet.draw { cairo in
      cairo_set_source_surface(cairo, pointer, 0, 0)
      cairo_paint(cairo)
    }
    return sheet
  }
}
