import SoHoaModel

/// The places of a ruled table's cells, read off its rules.
struct TableGrid {
  /// Edges of the columns and of the rows, in pixels, in order.
  let xs, ys: [Int]
  private let across: [Line]
  private let down: [Line]

  /// One line of the grid: the rules that lie on it, and where a border that is not drawn must be.
  private struct Line {
    var place: Int
    var rules: [Rule]

    var length: Int { rules.map(\.length).reduce(0, +) }

    func coverage(of range: Range<Int>) -> Double { rules.map { $0.coverage(of: range) }.reduce(0, +) }

    /// Stands from edge to edge of a row; a stem of a letter does not.
    func fills(oneOf ys: [Int]) -> Bool {
      zip(ys, ys.dropFirst()).contains { coverage(of: $0..<$1) >= TableGrid.whole }
    }
  }

  /// - Parameter letter: median height of the letters, in pixels.
  init(_ group: RuleGroup, letter: Double) {
    let close = Int(letter * Self.close)
    let margin = Int(letter * Self.margin)
    across = Self.closed(Self.lines(group.across, close: close), ends: group.down, margin: margin)
    let ys = across.map(\.place)
    let upright = Self.lines(group.down, close: close).filter {
      Double($0.length) >= Self.sureLength * letter || $0.fills(oneOf: ys)
    }
    down = Self.closed(upright, ends: group.across, margin: margin)
    xs = down.map(\.place)
    self.ys = ys
  }

  var rows: Int { max(0, ys.count - 1) }
  var columns: Int { max(0, xs.count - 1) }

  // In heights of letters. Rules nearer than this are one line of the grid.
  private static let close = 0.7
  /// Rules reach so far beyond the outermost one if a border is not drawn.
  private static let margin = 1.5
  /// An upright line of this length, all in all, is no letter.
  private static let sureLength = 3.5
  /// ... nor one that has this share of a row.
  private static let whole = 0.8
  /// So much of a cell's edge has ink where it is drawn at all.
  private static let drawn = 0.35

  private static func lines(_ rules: [Rule], close: Int) -> [Line] {
    var lines: [Line] = []
    for rule in rules.sorted(by: { $0.place < $1.place }) {
      if let last = lines.last, rule.place - last.place <= close {
        lines[lines.count - 1].rules.append(rule)
        lines[lines.count - 1].place = Self.place(lines[lines.count - 1].rules)
      } else {
        lines.append(Line(place: rule.place, rules: [rule]))
      }
    }
    return lines
  }

  private static func place(_ rules: [Rule]) -> Int {
    rules.map { $0.place * $0.length }.reduce(0, +) / max(1, rules.map(\.length).reduce(0, +))
  }

  /// With the borders that tables without sides, or cut by the end of a page, lack.
  private static func closed(_ lines: [Line], ends crossing: [Rule], margin: Int) -> [Line] {
    guard let first = lines.first, let last = lines.last else { return lines }
    var lines = lines
    let before = crossing.map(\.start).filter { $0 < first.place - margin }.sorted()
    let after = crossing.map(\.end).filter { $0 > last.place + margin }.sorted()
    if before.count >= 2 { lines.insert(Line(place: before[before.count / 2], rules: []), at: 0) }
    if after.count >= 2 { lines.append(Line(place: after[after.count / 2], rules: [])) }
    return lines
  }

  /// The cells, spans put together, without lines; row by row.
  func cells() -> [TableCell] {
    guard rows > 0, columns > 0 else { return [] }
    return rectangles().map { area in
      TableCell(
        row: area.rows.lowerBound, column: area.columns.lowerBound, rowSpan: area.rows.count,
        columnSpan: area.columns.count,
        box: BoundingBox(
          left: xs[area.columns.lowerBound], top: ys[area.rows.lowerBound],
          right: xs[area.columns.upperBound], bottom: ys[area.rows.upperBound]))
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  private struct Area {
    var rows, columns: Range<Int>

    func overlaps(_ other: Area) -> Bool {
      rows.overlaps(other.rows) && columns.overlaps(other.columns)
    }

    func union(_ other: Area) -> Area {
      Area(
        rows: min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound),
        columns: min(
          columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound))
    }
  }

  /// Places of the grid that no rule parts, widened to rectangles.
  private func rectangles() -> [Area] {
    var areas: [Area] = []
    for area in joined() {
      var area = area
      while let index = areas.firstIndex(where: { $0.overlaps(area) }) {
        area = area.union(areas.remove(at: index))
      }
      areas.append(area)
    }
    return areas
  }

  private func joined() -> [Area] {
    var sets = DisjointSets(count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let place = row * columns + column
        if column + 1 < columns, !isParted(down[column + 1], along: ys[row]..<ys[row + 1]) {
          sets.join(place, place + 1)
        }
        if row + 1 < rows, !isParted(across[row + 1], along: xs[column]..<xs[column + 1]) {
          sets.join(place, place + columns)
        }
      }
    }
    var areas: [Int: Area] = [:]
    for place in 0..<rows * columns {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      let area = Area(rows: row..<row + 1, columns: column..<column + 1)
      areas[sets.root(place)] = areas[sets.root(place)]?.union(area) ?? area
    }
    return areas.sorted { $0.key < $1.key }.map(\.value)
  }

  private func isParted(_ line: Line, along range: Range<Int>) -> Bool {
    line.rules.isEmpty || line.coverage(of: range) >= Self.drawn
  }
}
