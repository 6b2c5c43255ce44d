import SoHoaModel

/// Squares of one colour that stand close together.
struct Patch {
  /// In squares.
  struct Point: Hashable {
    var x, y: Int
  }

  var points: [Point]
  var box: BoundingBox

  init(_ points: [Point]) {
    self.points = points
    box = BoundingBox(
      left: points.map(\.x).min() ?? 0, top: points.map(\.y).min() ?? 0,
      right: (points.map(\.x).max() ?? 0) + 1, bottom: (points.map(\.y).max() ?? 0) + 1)
  }

  /// - Parameters:
  ///   - plane: strength of each square, row by row.
  ///   - least: weaker squares are paper.
  ///   - reach: squares no farther apart than this belong together.
  static func find(_ plane: [UInt8], width: Int, least: UInt8, reach: Int) -> [Patch] {
    var free = plane.map { $0 >= least }
    let height = plane.count / max(1, width)
    var patches: [Patch] = []
    for start in free.indices where free[start] {
      free[start] = false
      var points = [Point(x: start % width, y: start / width)]
      var next = 0
      while next < points.count {
        gather(around: points[next], &points, &free, width: width, height: height, reach: reach)
        next += 1
      }
      patches.append(Patch(points))
    }
    return patches
  }

  private static func gather(
    around point: Point, _ points: inout [Point], _ free: inout [Bool], width: Int, height: Int, reach: Int
  ) {
    for y in max(0, point.y - reach)...min(height - 1, point.y + reach) {
      for x in max(0, point.x - reach)...min(width - 1, point.x + reach) where free[y * width + x] {
        free[y * width + x] = false
        points.append(Point(x: x, y: y))
      }
    }
  }
}
