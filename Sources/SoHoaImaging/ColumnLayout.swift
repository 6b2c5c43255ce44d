import SoHoaModel

/// Cuts a page into regions that can be read by themselves, before anything is read: the cells of headers
/// and signature blocks, and the full width between them.
///
/// An engine that sees two columns at once lays one base line through letters of different heights, and
/// spoils both.
struct ColumnLayout {
  private let width: Int
  /// Median height of the letters, in pixels.
  private let letter: Double
  /// Stretches of print, as wide as their gaps are narrow.
  private let phrases: [BoundingBox]

  /// - Parameters:
  ///   - ink: the upright, straight page.
  ///   - letter: median height of its letters, in pixels.
  init(_ ink: borrowing InkMask, letter: Double) {
    width = ink.width
    self.letter = letter
    phrases = ink.phrases(joining: Int(letter * 0.6)).filter { Double($0.height) > Self.lowest * letter }
  }

  /// True if anything that may be a line stands there.
  func hasPrint(in band: Range<Int>) -> Bool { phrases.contains { band ~= $0.midY } }

  func whole(_ band: Range<Int>) -> BoundingBox {
    BoundingBox(left: 0, top: band.lowerBound, right: width, bottom: band.upperBound)
  }

  /// - Parameter band: rows of the picture, from one edge of it to the other.
  /// - Returns: regions in reading order that cover the band; none where nothing is parted.
  func regions(in band: Range<Int>) -> [BoundingBox] {
    let phrases = phrases.filter { band ~= $0.midY }
    return ColumnCuts(phrases: phrases, band: band, width: width, letter: letter).regions()
  }

  /// Lines of print in a band, from the top.
  func rows(in band: Range<Int>) -> [Row] {
    let phrases = phrases.filter { band ~= $0.midY }
    return ColumnCuts(phrases: phrases, band: band, width: width, letter: letter).rows()
  }

  /// In heights of letters. Lower are specks and rules.
  private static let lowest = 0.35
}

/// Cuts a band of a page where its columns begin and end.
private struct ColumnCuts {
  let phrases: [BoundingBox]
  let band: Range<Int>
  let width: Int
  let letter: Double

  func regions() -> [BoundingBox] {
    let rows = rows()
    let cells = ColumnZone.find(in: rows, lineHeight: letter * Self.lettersPerLine).compactMap { zone in
      cut(rows, before: zone.range.lowerBound).flatMap { top in
        cut(rows, before: zone.range.upperBound).map { bottom in
          (top: top, bottom: bottom, middle: zone.middle)
        }
      }
    }
    guard !cells.isEmpty else { return [] }
    var regions: [BoundingBox] = []
    var top = band.lowerBound
    for cell in cells {
      if cell.top > top { regions.append(BoundingBox(left: 0, top: top, right: width, bottom: cell.top)) }
      regions.append(BoundingBox(left: 0, top: cell.top, right: cell.middle, bottom: cell.bottom))
      regions.append(BoundingBox(left: cell.middle, top: cell.top, right: width, bottom: cell.bottom))
      top = cell.bottom
    }
    if top < band.upperBound {
      regions.append(BoundingBox(left: 0, top: top, right: width, bottom: band.upperBound))
    }
    return regions
  }

  /// Height of a line over that of its letters.
  private static let lettersPerLine = 1.6
  /// Taller is no line: seals, signatures, and lines whose marks and tails touch.
  private static let tallest = 2.6

  /// Lower are marks that stand apart from their letters.
  private static let low = 0.85

  private func isTall(_ box: BoundingBox) -> Bool { Double(box.height) > Self.tallest * letter }
  private func isLow(_ box: BoundingBox) -> Bool { Double(box.height) < Self.low * letter }

  /// Lines make rows; what is too tall or too low for one only stands in the way.
  func rows() -> [Row] {
    let lines = phrases.filter { !isTall($0) && !isLow($0) }
    var rows = Row.group(lines.enumerated().map { Row.Item(index: $0, box: $1, solid: [$1]) })
    for box in phrases where isTall(box) || isLow(box) {
      for index in rows.indices { rows[index].obstruct(by: box) }
    }
    return rows
  }

  /// Where to cut between a row and the one before it without cutting print.
  ///
  /// - Returns: nil if there is no such place.
  private func cut(_ rows: [Row], before row: Int) -> Int? {
    if row == 0 { return band.lowerBound }
    if row == rows.count { return band.upperBound }
    let above = rows[..<row].suffix(Self.reach).map(\.bottom).max() ?? 0
    let below = rows[row...].prefix(Self.reach).map(\.top).min() ?? band.upperBound
    let slack = Int(letter)
    let middle = (above + below) / 2
    let places = (min(above, below) - slack...max(above, below) + slack).filter { band.contains($0) }
    let free = places.filter { place in !phrases.contains { isLine($0) && isCut($0, at: place) } }
    return free.min { (marksCut(at: $0), abs($0 - middle)) < (marksCut(at: $1), abs($1 - middle)) }
  }

  /// Marks that stand apart from their letters and would lose them.
  private func marksCut(at place: Int) -> Int {
    phrases.count { isLow($0) && $0.top < place && place < $0.bottom }
  }

  /// Rows of unlike columns overlap: so many neighbours are looked at.
  private static let reach = 3

  /// One line or several that touch: wide for its height. Seals and signatures may be cut.
  private func isLine(_ box: BoundingBox) -> Bool {
    isTall(box) ? box.width > 3 * box.height : !isLow(box)
  }

  private func isCut(_ box: BoundingBox, at place: Int) -> Bool {
    let edge = Int(letter / 4)
    return box.top + edge < place && place < box.bottom - edge
  }
}
