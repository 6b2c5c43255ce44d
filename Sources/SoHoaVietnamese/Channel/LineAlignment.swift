/// Aligns the words of two readings of one line: one to one, two to one, one to two.
enum LineAlignment {
  struct Match {
    var observed: [Scalars]
    var printed: [Scalars]
  }

  private static let shapes: [(Int, Int)] = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)]

  static func matches(_ observed: [Scalars], _ printed: [Scalars]) -> [Match] {
    let width = printed.count + 1
    var best = [Float](repeating: .infinity, count: (observed.count + 1) * width)
    var from = [Int8](repeating: -1, count: best.count)
    best[0] = 0
    for i in 0...observed.count {
      for j in 0...printed.count where best[i * width + j] < .infinity {
        for (shape, (rows, columns)) in shapes.enumerated()
        where i + rows <= observed.count && j + columns <= printed.count {
          let step = cost(Array(observed[i..<i + rows]), Array(printed[j..<j + columns]))
          let cell = (i + rows) * width + j + columns
          if best[i * width + j] + step < best[cell] {
            best[cell] = best[i * width + j] + step
            from[cell] = Int8(shape)
          }
        }
      }
    }
    return path(from, observed, printed)
  }

  private static func path(_ from: [Int8], _ observed: [Scalars], _ printed: [Scalars]) -> [Match] {
    var (i, j) = (observed.count, printed.count)
    var matches: [Match] = []
    while i > 0 || j > 0 {
      let shape = from[i * (printed.count + 1) + j]
      guard shape >= 0 else { return [] }
      let (rows, columns) = shapes[Int(shape)]
      matches.append(Match(observed: Array(observed[i - rows..<i]), printed: Array(printed[j - columns..<j])))
      (i, j) = (i - rows, j - columns)
    }
    return matches.reversed()
  }

  private static func cost(_ observed: [Scalars], _ printed: [Scalars]) -> Float {
    switch (observed.count, printed.count) {
    case (1, 1): distance(observed[0], printed[0])
    case (1, 2): distance(observed[0], printed[0] + printed[1]) + 1.5
    case (2, 1): distance(observed[0] + observed[1], printed[0]) + 1.5
    case (1, 0): Float(observed[0].count) * 0.8 + 1
    default: Float(printed[0].count) * 0.8 + 1
    }
  }

  /// Edits between two words, letters compared without marks and case.
  private static func distance(_ one: Scalars, _ other: Scalars) -> Float {
    let (a, b) = (one.map(folded), other.map(folded))
    var row = (0...b.count).map(Float.init)
    for i in 1...max(a.count, 1) where i <= a.count {
      var diagonal = row[0]
      row[0] = Float(i)
      for j in 1...max(b.count, 1) where j <= b.count {
        let change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
        diagonal = row[j]
        row[j] = min(change, row[j] + 1, row[j - 1] + 1)
      }
    }
    return row[b.count]
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    LetterTable.shared.letter(value)?.base.value ?? Case.lower(value)
  }
}
