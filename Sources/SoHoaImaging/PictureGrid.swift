import CPoppler

/// A picture in so few squares that two can be compared: is what a page shows the picture it holds?
struct PictureGrid {
  enum Likeness {
    /// The page shows the stored picture, as it is stored.
    case same
    /// ... turned by quarters.
    case turned
    /// ... with something small laid over it.
    case touched
    /// The page shows something else.
    case other
  }

  private static let side = 48
  /// Mean green of each square, row by row.
  private let means: [Int]

  init(_ surface: borrowing CairoSurface) {
    guard let data = cairo_image_surface_get_data(surface.pointer) else {
      means = []
      return
    }
    let rows = PackedRows(
      base: UnsafeRawPointer(data), width: surface.width, height: surface.height,
      stride: Int(cairo_image_surface_get_stride(surface.pointer)))
    means = Self.squares.map { rows.mean(column: $0.x, row: $0.y, of: Self.side) }
  }

  private init(means: [Int]) { self.means = means }

  func likeness(to shown: PictureGrid) -> Likeness {
    guard means.count == shown.means.count, !means.isEmpty else { return .other }
    if difference(shown) == 0 { return .same }
    var turned = self
    for _ in 1...3 {
      turned = turned.quarterTurn()
      if turned.difference(shown) == 0 { return .turned }
    }
    return difference(shown) * Self.touchedShare < means.count ? .touched : .other
  }

  /// One in so many squares may differ where a stamp or a banner lies on a scan.
  private static let touchedShare = 8
  /// Levels of grey by which a square may differ unnoticed.
  private static let tolerance = 24

  private static var squares: [(x: Int, y: Int)] {
    (0..<side).flatMap { y in (0..<side).map { (x: $0, y: y) } }
  }

  /// Squares that differ.
  private func difference(_ other: PictureGrid) -> Int {
    zip(means, other.means).count { abs($0 - $1) > Self.tolerance }
  }

  /// Clockwise.
  private func quarterTurn() -> PictureGrid {
    PictureGrid(means: Self.squares.map { means[(Self.side - 1 - $0.x) * Self.side + $0.y] })
  }
}

extension PackedRows {
  /// Mean green of one square of `count` by `count`; a sparse sample is enough.
  fileprivate func mean(column: Int, row: Int, of count: Int) -> Int {
    let xs = column * width / count..<max(column * width / count + 1, (column + 1) * width / count)
    let ys = row * height / count..<max(row * height / count + 1, (row + 1) * height / count)
    let step = max(1, min(xs.count, ys.count) / 16)
    var sum = 0
    var seen = 0
    for y in Swift.stride(from: ys.lowerBound, to: min(ys.upperBound, height), by: step) {
      let pixels = self.row(y)
      for x in Swift.stride(from: xs.lowerBound, to: min(xs.upperBound, width), by: step) {
        sum += Int(pixels[x] >> 8 & 255)
        seen += 1
      }
    }
    return seen == 0 ? 255 : sum / seen
  }
}
