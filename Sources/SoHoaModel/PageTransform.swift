import Foundation

/// The way between the page image as it came and the upright, straight page that was read.
///
/// First the turn by quarters, clockwise; then the skew, taken out by turning back about the centre of
/// the turned page; then the scale.
public struct PageTransform: Hashable, Codable, Sendable {
  /// Size of the page image as it came.
  public let width, height: Int
  /// Clockwise, in degrees: 0, 90, 180, 270.
  public let rotation: Int
  /// Clockwise skew of the lines in the turned page, in degrees.
  public let skew: Double
  /// Upright pixels per original pixel.
  public let scale: Double

  public init(width: Int, height: Int, rotation: Int, skew: Double, scale: Double = 1) {
    self.width = width
    self.height = height
    self.rotation = rotation
    self.skew = skew
    self.scale = scale
  }

  /// From the page image as it came to the upright page: the box of which `original` made this one, so that
  /// letters keep their height however far the page leaned.
  public func upright(_ box: BoundingBox) -> BoundingBox {
    let middle = (x: Double(box.left + box.right) / 2, y: Double(box.top + box.bottom) / 2)
    let centre = spin(turn(middle), by: -skew)
    let size = straightened(
      isSideways ? (Double(box.height), Double(box.width)) : (Double(box.width), Double(box.height)))
    return BoundingBox(
      left: Int(((centre.x - size.x / 2) * scale).rounded()),
      top: Int(((centre.y - size.y / 2) * scale).rounded()),
      right: Int(((centre.x + size.x / 2) * scale).rounded()),
      bottom: Int(((centre.y + size.y / 2) * scale).rounded()))
  }

  /// The size of a box whose hull, leaning by `skew`, has this size: width w cos + h sin, height w sin + h cos.
  private func straightened(_ hull: Point) -> Point {
    let angle = abs(skew) * .pi / 180
    let spread = cos(2 * angle)
    guard spread > 0.1 else { return hull }
    let width = (hull.x * cos(angle) - hull.y * sin(angle)) / spread
    let height = (hull.y * cos(angle) - hull.x * sin(angle)) / spread
    return (max(1 / scale, width), max(1 / scale, height))
  }

  /// From the upright page back to the page image as it came, cut off at its edges.
  public func original(_ box: BoundingBox) -> BoundingBox {
    hull(of: box) { point in turnBack(spin((point.x / scale, point.y / scale), by: skew)) }
      .clamped(width: width, height: height)
  }

  private typealias Point = (x: Double, y: Double)

  private var isSideways: Bool { rotation == 90 || rotation == 270 }
  private var turnedWidth: Double { Double(isSideways ? height : width) }
  private var turnedHeight: Double { Double(isSideways ? width : height) }

  private func turn(_ point: Point) -> Point {
    switch rotation {
    case 90: (Double(height) - point.y, point.x)
    case 180: (Double(width) - point.x, Double(height) - point.y)
    case 270: (point.y, Double(width) - point.x)
    default: point
    }
  }

  private func turnBack(_ point: Point) -> Point {
    switch rotation {
    case 90: (point.y, Double(height) - point.x)
    case 180: (Double(width) - point.x, Double(height) - point.y)
    case 270: (Double(width) - point.y, point.x)
    default: point
    }
  }

  /// Clockwise about the centre of the turned page (y runs down).
  private func spin(_ point: Point, by degrees: Double) -> Point {
    guard degrees != 0 else { return point }
    let angle = degrees * .pi / 180
    let x = point.x - turnedWidth / 2
    let y = point.y - turnedHeight / 2
    return (
      x * cos(angle) - y * sin(angle) + turnedWidth / 2, x * sin(angle) + y * cos(angle) + turnedHeight / 2
    )
  }

  private func hull(of box: BoundingBox, under map: (Point) -> Point) -> BoundingBox {
    let xs = [Double(box.left), Double(box.right)]
    let ys = [Double(box.top), Double(box.bottom)]
    let corners = xs.flatMap { x in ys.map { y in map((x, y)) } }
    return BoundingBox(
      left: Int(corners.map(\.x).min()!.rounded()), top: Int(corners.map(\.y).min()!.rounded()),
      right: Int(corners.map(\.x).max()!.rounded()), bottom: Int(corners.map(\.y).max()!.rounded()))
  }
}

extension BoundingBox {
  func clamped(width: Int, height: Int) -> BoundingBox {
    let left = min(max(0, left), max(0, width - 1))
    let top = min(max(0, top), max(0, height - 1))
    return BoundingBox(
      left: left, top: top, right: max(left + 1, min(right, width)),
      bottom: max(top + 1, min(bottom, height)))
  }
}

extension Page {
  /// Between the boxes of its words and the upright page; scale 1.
  public var transform: PageTransform {
    PageTransform(width: width, height: height, rotation: rotation, skew: skew)
  }
}

extension PreparedPage {
  /// Between the page image as it came and `picture`.
  public var transform: PageTransform {
    PageTransform(
      width: originalWidth, height: originalHeight, rotation: rotation, skew: skew, scale: scale)
  }
}
