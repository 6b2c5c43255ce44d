/// The outer ring of a seal among the squares of a patch.
struct Ring {
  let x, y, radius: Double
  /// Share of the circle that is drawn.
  let coverage: Double

  /// Looks for the circle that most of the squares lie on.
  ///
  /// - Parameter radii: in squares.
  static func find(in patch: Patch, radii: ClosedRange<Double>) -> Ring? {
    guard patch.points.count >= leastPoints else { return nil }
    let step = max(1, patch.points.count / mostPoints)
    let points = stride(from: 0, to: patch.points.count, by: step).map { patch.points[$0] }
    var random = Sequence(seed: UInt64(points.count))
    var best: Ring?
    for _ in 0..<trials {
      let three = (0..<3).map { _ in points[random.next(below: points.count)] }
      guard let ring = through(three, radii), ring.isNear(patch) else { continue }
      let coverage = ring.coverage(by: points) - ring.outsideCoverage(by: points)
      if coverage > best?.coverage ?? leastCoverage {
        best = Ring(x: ring.x, y: ring.y, radius: ring.radius, coverage: coverage)
      }
    }
    return best.map { $0.widened(patch.points, radii) }
  }

  /// Letters make chance circles of small radii; only a closed one is a ring. Of large seals a part may be
  /// worn or cut off by the edge.
  ///
  /// - Parameter large: radius of a seal of full size, in squares.
  func isSeal(large: Double) -> Bool { coverage >= (radius >= large ? Self.partly : Self.closed) }

  private static let closed = 0.85
  private static let partly = 0.55

  func contains(_ point: Patch.Point, slack: Double) -> Bool {
    let (dx, dy) = (Double(point.x) - x, Double(point.y) - y)
    return dx * dx + dy * dy <= (radius + slack) * (radius + slack)
  }

  /// The other's centre lies well inside.
  func isAround(_ other: Ring) -> Bool {
    let (dx, dy) = (other.x - x, other.y - y)
    return dx * dx + dy * dy < radius * radius / 2
  }

  private static let leastPoints = 60
  /// Enough to try circles on.
  private static let mostPoints = 2000
  private static let trials = 300
  private static let leastCoverage = 0.45
  private static let sectors = 48

  /// The circle through three points; nil on a line, or of no radius that a seal has.
  private static func through(_ points: [Patch.Point], _ radii: ClosedRange<Double>) -> Ring? {
    let (ax, ay) = (Double(points[0].x), Double(points[0].y))
    let (bx, by) = (Double(points[1].x) - ax, Double(points[1].y) - ay)
    let (cx, cy) = (Double(points[2].x) - ax, Double(points[2].y) - ay)
    let area = 2 * (bx * cy - by * cx)
    guard abs(area) > 1 else { return nil }
    let (b, c) = (bx * bx + by * by, cx * cx + cy * cy)
    let (x, y) = ((cy * b - by * c) / area, (bx * c - cx * b) / area)
    let radius = (x * x + y * y).squareRoot()
    return radii.contains(radius) ? Ring(x: ax + x, y: ay + y, radius: radius, coverage: 0) : nil
  }

  /// At most half of it may be cut off.
  private func isNear(_ patch: Patch) -> Bool {
    let box = patch.box
    return (Double(box.left) - 2...Double(box.right) + 2).contains(x)
      && (Double(box.top) - 2...Double(box.bottom) + 2).contains(y)
  }

  /// Share of the sectors that have a square on the circle.
  private func coverage(by points: [Patch.Point]) -> Double { coverage(by: points, from: -1, to: 1) }

  /// Share of the sectors that have a square just outside: print goes on there, a seal ends.
  private func outsideCoverage(by points: [Patch.Point]) -> Double {
    coverage(by: points, from: 2, to: 4) / 2
  }

  private func coverage(by points: [Patch.Point], from inner: Double, to outer: Double) -> Double {
    var seen = [Bool](repeating: false, count: Self.sectors)
    let (near, far) = ((radius + inner) * (radius + inner), (radius + outer) * (radius + outer))
    for point in points {
      let (dx, dy) = (Double(point.x) - x, Double(point.y) - y)
      let square = dx * dx + dy * dy
      if square >= near, square <= far { seen[Self.sector(dx, dy)] = true }
    }
    return Double(seen.count { $0 }) / Double(Self.sectors)
  }

  /// Seals have two rings and more: the outermost is wanted.
  private func widened(_ points: [Patch.Point], _ radii: ClosedRange<Double>) -> Ring {
    var best = self
    var wider = radius + 1
    while wider <= min(radii.upperBound, radius * 1.7) {
      let ring = Ring(x: x, y: y, radius: wider, coverage: 0)
      let coverage = ring.coverage(by: points)
      if coverage >= max(Self.leastCoverage, self.coverage * 0.8) {
        best = Ring(x: x, y: y, radius: wider, coverage: coverage)
      }
      wider += 1
    }
    return best
  }

  /// Without an arc tangent: by octant and slope.
  private static func sector(_ dx: Double, _ dy: Double) -> Int {
    let (wide, high) = (abs(dx), abs(dy))
    let slope = wide > high ? high / max(wide, 0.001) : 2 - wide / max(high, 0.001)
    let quarter = dx >= 0 ? (dy >= 0 ? 0 : 3) : (dy >= 0 ? 1 : 2)
    let along = quarter % 2 == 0 ? slope : 2 - slope
    let position = Double(quarter) + along / 2
    return min(sectors - 1, Int(position / 4 * Double(sectors)))
  }

  /// The same picks for the same patch: results do not change from run to run.
  private struct Sequence {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }
}
