/// The way from one plane to another (a b c d e f, as PDF writes it).
struct PDFMatrix: Hashable {
  var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  /// First this, then `next`.
  func then(_ next: PDFMatrix) -> PDFMatrix {
    PDFMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  /// What the unit square becomes.
  var unitSquare: PDFArea { PDFArea([apply(0, 0), apply(1, 0), apply(0, 1), apply(1, 1)]) }

  var isFinite: Bool { [a, b, c, d, e, f].allSatisfy { $0.isFinite && abs($0) < 1e9 } }
}

extension PDFMatrix {
  init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }
}

/// A rectangle in points.
struct PDFArea: Hashable {
  var left, top, right, bottom: Double

  var width: Double { max(0, right - left) }
  var height: Double { max(0, bottom - top) }
  var size: Double { width * height }

  func intersection(_ other: PDFArea) -> PDFArea {
    PDFArea(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }
}

extension PDFArea {
  /// The smallest that holds all points; there must be one.
  init(_ points: [(x: Double, y: Double)]) {
    self.init(
      left: points.map(\.x).min()!, top: points.map(\.y).min()!, right: points.map(\.x).max()!,
      bottom: points.map(\.y).max()!)
  }

  /// True if every point is a corner.
  func hasCorners(_ points: [(x: Double, y: Double)]) -> Bool {
    let slack = 0.01
    return points.allSatisfy { point in
      (abs(point.x - left) < slack || abs(point.x - right) < slack)
        && (abs(point.y - top) < slack || abs(point.y - bottom) < slack)
    }
  }
}
