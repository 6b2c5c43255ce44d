import SoHoaModel

/// Neighbouring rows that one gutter parts into two columns.
struct ColumnZone {
  let rows: [Row]
  let gutter: Range<Int>
  /// Which of the rows they are.
  let range: Range<Int>

  var middle: Int { (gutter.lowerBound + gutter.upperBound) / 2 }

  /// Non-overlapping zones, from the top.
  static func find(in rows: [Row], lineHeight: Double) -> [ColumnZone] {
    let search = ColumnSearch(rows: rows, lineHeight: lineHeight)
    var zones: [ColumnZone] = []
    var next = 0
    while next < rows.count {
      if let found = search.zone(at: next, notBefore: zones.last?.range.upperBound ?? 0) {
        zones.append(ColumnZone(rows: Array(rows[found.rows]), gutter: found.gutter, range: found.rows))
        next = found.rows.upperBound
      } else {
        next += 1
      }
    }
    return zones
  }
}
