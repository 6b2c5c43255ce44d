import SoHoaModel

/// A Roman numeral of strokes as its ink shows it: `I.`, `II.`, `III.`
///
/// Strokes are counted, not read: each is as high as the letters and has nothing beside its middle; feet and heads
/// are the same on both sides, which a 1, an l or a T has not.
struct NumeralInk {
  let count: Int
  /// With the stop, in pixels of the picture that was looked at.
  let box: BoundingBox

  var text: String { String(repeating: "I", count: count) + "." }

  /// What begins the ink of a piece of a line.
  ///
  /// - Parameters:
  ///   - place: what is looked at, inside the picture; the numeral is the first thing of a letter's height in it.
  ///   - height: range of a capital's height, in pixels.
  /// - Returns: nil where anything else begins it.
  init?(_ picture: Raster, in place: BoundingBox, height: ClosedRange<Double>) {
    guard let ink = InkColumns(picture, place) else { return nil }
    let all = ink.runs.drop { Double(ink.rows($0).count) < height.lowerBound }
    guard let letters = all.first else { return nil }
    let rows = ink.rows(letters)
    guard height.contains(Double(rows.count)) else { return nil }
    let runs = all.prefix { Self.isStroke(ink.rows($0), rows) }
    guard (1...3).contains(runs.count), let last = runs.last, let stop = all.dropFirst(runs.count).first,
      Self.isStop(stop, ink.rows(stop), rows, after: last.upperBound),
      let count = Self.strokes(ink, letters.lowerBound..<last.upperBound, rows)
    else { return nil }
    self.count = count
    box = BoundingBox(
      left: place.left + letters.lowerBound, top: place.top + rows.lowerBound,
      right: place.left + stop.upperBound, bottom: place.top + rows.upperBound)
  }

  /// From head to foot of the letters.
  private static func isStroke(_ own: Range<Int>, _ rows: Range<Int>) -> Bool {
    let slack = max(2, rows.count / 10)
    return abs(own.lowerBound - rows.lowerBound) <= slack && abs(own.upperBound - rows.upperBound) <= slack
  }

  /// A dot on the line, close behind.
  private static func isStop(_ run: Range<Int>, _ own: Range<Int>, _ rows: Range<Int>, after end: Int) -> Bool
  {
    let height = Double(rows.count)
    return Double(own.lowerBound - rows.lowerBound) > 0.65 * height
      && abs(own.upperBound - rows.upperBound) <= max(2, rows.count / 8)
      && Double(run.count) < 0.35 * height && Double(run.lowerBound - end) < 0.4 * height
  }

  // MARK: Strokes

  /// How many there are; nil if it is something else.
  private static func strokes(_ ink: InkColumns, _ columns: Range<Int>, _ rows: Range<Int>) -> Int? {
    let stems = ink.stems(columns, rows)
    guard (1...3).contains(stems.count), areAlike(stems.map(\.count), height: rows.count) else { return nil }
    let shape = InkShape(ink: ink, rows: rows)
    let outside = [columns.lowerBound..<stems[0].lowerBound, stems.last!.upperBound..<columns.upperBound]
    guard shape.areMirrored(outside[0], outside[1]) else { return nil }
    for (left, right) in zip(stems, stems.dropFirst()) {
      let gap = left.upperBound..<right.lowerBound
      guard (0.08...0.65).contains(Double(gap.count) / Double(rows.count)), shape.isOpen(gap) else {
        return nil
      }
    }
    return stems.count
  }

  private static func areAlike(_ widths: [Int], height: Int) -> Bool {
    guard let least = widths.min(), let most = widths.max() else { return false }
    return most - least <= max(2, most / 3) && (0.05...0.35).contains(Double(most) / Double(height))
  }
}

/// The bands of a stroke: head, middle and foot.
private struct InkShape {
  let ink: InkColumns
  let rows: Range<Int>

  private var head: Range<Int> { rows.lowerBound..<(rows.lowerBound + rows.count * 3 / 10) }
  private var middle: Range<Int> {
    (rows.lowerBound + rows.count * 3 / 10)..<(rows.upperBound - rows.count * 3 / 10)
  }
  private var foot: Range<Int> { (rows.upperBound - rows.count * 3 / 10)..<rows.upperBound }
  private var area: Double { Double(rows.count * rows.count) }

  /// Feet and heads are the same on both sides, and nothing is beside the middle.
  func areMirrored(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    isSame(share(left, head), share(right, head)) && isSame(share(left, foot), share(right, foot))
      && isSame(share(left, head) + share(right, head), share(left, foot) + share(right, foot))
      && share(left, middle) + share(right, middle) < 0.02
  }

  /// Nothing but feet and heads between two strokes.
  func isOpen(_ columns: Range<Int>) -> Bool {
    share(columns, middle) < 0.01 && isSame(share(columns, head), share(columns, foot))
  }

  private func share(_ columns: Range<Int>, _ band: Range<Int>) -> Double {
    Double(ink.count(columns, band)) / area
  }

  private func isSame(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 0.35 * max(one, other) + 0.012
  }
}
