import Foundation

/// The smallest rectangle around a patch, at whatever angle it stands.
struct LevelBox {
  /// Clockwise, in degrees, -45..<45.
  let angle: Double
  /// Middle, in squares.
  let x, y: Double
  /// Sides, in squares: along `angle` and across it.
  let width, height: Double

  init(_ patch: Patch) {
    let corners = Self.outline(patch)
    let upright = LevelBox(corners, at: 0)
    let turned = stride(from: -45.0, to: 45, by: 1.5).map { LevelBox(corners, at: $0) }
    let least = turned.min { $0.area < $1.area } ?? upright
    // Nothing is slanted for a little less paper.
    self = upright.area <= least.area * 1.08 ? upright : least
  }

  private init(_ points: [Patch.Point], at angle: Double) {
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    var (left, right) = (Double.infinity, -Double.infinity)
    var (top, bottom) = (left, right)
    for point in points {
      let (px, py) = (Double(point.x) + 0.5, Double(point.y) + 0.5)
      let (u, v) = (px * cosine + py * sine, py * cosine - px * sine)
      (left, right) = (min(left, u), max(right, u))
      (top, bottom) = (min(top, v), max(bottom, v))
    }
    let (u, v) = ((left + right) / 2, (top + bottom) / 2)
    self.angle = angle
    x = u * cosine - v * sine
    y = u * sine + v * cosine
    width = right - left + 1
    height = bottom - top + 1
  }

  private var area: Double { width * height }

  /// First and last square of each row: all that a rectangle around them depends on.
  private static func outline(_ patch: Patch) -> [Patch.Point] {
    var ends: [Int: (left: Int, right: Int)] = [:]
    for point in patch.points {
      let end = ends[point.y] ?? (point.x, point.x)
      ends[point.y] = (min(end.left, point.x), max(end.right, point.x))
    }
    return ends.flatMap { y, end in [Patch.Point(x: end.left, y: y), Patch.Point(x: end.right, y: y)] }
  }

  /// Share of the four sides that is drawn: a frame has nearly all, letters have little.
  ///
  /// - Parameter slack: how far from its side a line may run, in squares.
  func drawnShare(of patch: Patch, slack: Double) -> Double {
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    var sides = [Set<Int>](repeating: [], count: 4)
    for point in patch.points {
      let (dx, dy) = (Double(point.x) + 0.5 - x, Double(point.y) + 0.5 - y)
      let (u, v) = (dx * cosine + dy * sine, dy * cosine - dx * sine)
      if v < slack - height / 2 { sides[0].insert(Int(u.rounded(.down))) }
      if v > height / 2 - slack { sides[1].insert(Int(u.rounded(.down))) }
      if u < slack - width / 2 { sides[2].insert(Int(v.rounded(.down))) }
      if u > width / 2 - slack { sides[3].insert(Int(v.rounded(.down))) }
    }
    let drawn = zip(sides, [width, width, height, height]).map { min(1, Double($0.count) / $1) }
    // One side may be worn off, or the point of an arrow.
    return drawn.sorted().dropFirst().reduce(0, +) / 3
  }
}
