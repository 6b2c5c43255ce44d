/// Aligns an observed word with the printed one, letter groups against letter groups.
struct Alignment {
  /// One step: printed letters (1-2) and what was observed for them (0-3).
  struct Step {
    var printed: Range<Int>
    var observed: Range<Int>
  }

  /// What one step costs (nats).
  typealias Cost = (_ printed: ArraySlice<UInt32>, _ observed: ArraySlice<UInt32>) -> Float

  private static let shapes: [(Int, Int)] = [(1, 1), (1, 0), (1, 2), (1, 3), (2, 1), (2, 2)]

  /// The cheapest steps from begin to end.
  static func steps(printed: Scalars, observed: Scalars, cost: Cost) -> [Step] {
    let width = observed.count + 1
    var best = [Float](repeating: .infinity, count: (printed.count + 1) * width)
    var from = [Int8](repeating: -1, count: best.count)
    best[0] = 0
    for i in 0...printed.count {
      for j in 0...observed.count where best[i * width + j] < .infinity {
        for (shape, (rows, columns)) in shapes.enumerated()
        where i + rows <= printed.count && j + columns <= observed.count {
          let total = best[i * width + j] + cost(printed[i..<i + rows], observed[j..<j + columns])
          let cell = (i + rows) * width + j + columns
          if total < best[cell] {
            best[cell] = total
            from[cell] = Int8(shape)
          }
        }
      }
    }
    return path(from, printed.count, observed.count)
  }

  private static func path(_ from: [Int8], _ rows: Int, _ columns: Int) -> [Step] {
    var (i, j) = (rows, columns)
    var steps: [Step] = []
    while i > 0 || j > 0 {
      let shape = from[i * (columns + 1) + j]
      guard shape >= 0 else { return [] }
      let (down, across) = shapes[Int(shape)]
      steps.append(Step(printed: i - down..<i, observed: j - across..<j))
      (i, j) = (i - down, j - across)
    }
    return steps.reversed()
  }
}
