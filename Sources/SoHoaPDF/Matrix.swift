import Foundation

/// The way from one plane to another: x' = ax + cy + e, y' = bx + dy + f, as PDF writes it.
struct Matrix: Hashable {
  var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  /// First this, then `next`.
  func then(_ next: Matrix) -> Matrix {
    Matrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  /// Clockwise where y runs down.
  static func turned(_ degrees: Double, about centre: (x: Double, y: Double)) -> Matrix {
    let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    return Matrix(e: -centre.x, f: -centre.y)
      .then(Matrix(a: cosine, b: sine, c: -sine, d: cosine, e: centre.x, f: centre.y))
  }

  /// As operands.
  var text: String { [a, b, c, d, e, f].map { $0.operand(digits: 5) }.joined(separator: " ") }
}

extension Double {
  /// As PDF writes numbers: no exponent, no more digits than wanted.
  func operand(digits: Int) -> String {
    let scale = pow(10, Double(digits))
    let rounded = (self * scale).rounded() / scale
    guard rounded.isFinite, rounded != 0 else { return "0" }
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int(rounded)) }
    var text = String(format: "%.\(digits)f", rounded)
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }
}
