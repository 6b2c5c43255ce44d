import SoHoaModel

/// Which pixels of a small piece of a page are ink, and its columns that have some.
struct InkColumns {
  private let width, height: Int
  private let isInk: [Bool]
  /// Columns in a row that have ink, from the left.
  let runs: [Range<Int>]

  /// - Parameter place: inside the picture.
  /// - Returns: nil for pictures that are not grey, and where there is hardly any ink.
  init?(_ picture: Raster, _ place: BoundingBox) {
    guard picture.channels == .grey, place.width > 0, place.height > 0 else { return nil }
    let levels = (place.top..<place.bottom).flatMap { row in
      let start = picture.bytes.startIndex + row * picture.width
      return picture.bytes[start + place.left..<start + place.right].map(Int.init)
    }
    let (dark, paper) = (levels.min() ?? 0, levels.sorted()[levels.count / 2])
    guard paper - dark >= 60 else { return nil }
    let (width, height) = (place.width, place.height)
    let ink = Self.row(of: levels.map { $0 * 2 < dark + paper }, width)
    let columns = (0..<width).filter { column in (0..<height).contains { ink[$0 * width + column] } }
    runs = Self.runs(columns)
    isInk = ink
    self.width = width
    self.height = height
  }

  /// The highest band of ink only: marks over the letters of the next line reach into a line's box.
  private static func row(of ink: [Bool], _ width: Int) -> [Bool] {
    let rows = (0..<(ink.count / width)).filter { ink[($0 * width)..<(($0 + 1) * width)].contains(true) }
    guard let band = runs(rows).max(by: { $0.count < $1.count }) else { return ink }
    return ink.indices.map { ink[$0] && band.contains($0 / width) }
  }

  private static func runs(_ places: [Int]) -> [Range<Int>] {
    places.reduce(into: []) { runs, place in
      if runs.last?.upperBound == place {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<(place + 1)
      } else {
        runs.append(place..<(place + 1))
      }
    }
  }

  /// From the first to the last row with ink.
  func rows(_ columns: Range<Int>) -> Range<Int> {
    let rows = (0..<height).filter { count(columns, $0..<($0 + 1)) > 0 }
    return (rows.first ?? 0)..<((rows.last ?? -1) + 1)
  }

  func count(_ columns: Range<Int>, _ rows: Range<Int>) -> Int {
    rows.reduce(0) { sum, row in sum + columns.count { isInk[row * width + $0] } }
  }

  /// Columns in a row that are ink from head to foot.
  func stems(_ columns: Range<Int>, _ rows: Range<Int>) -> [Range<Int>] {
    Self.runs(columns.filter { Double(count($0..<($0 + 1), rows)) >= 0.88 * Double(rows.count) })
  }
}
