import SoHoaModel

/// The measures of one page that decide what its lines are. Lengths are pixels where the words have boxes,
/// else characters.
struct PageLayout: Sendable {
  let page: Int
  let hasBoxes: Bool
  /// Height of a usual word.
  let unit: Double
  /// Edges of the text area.
  let left, right: Double

  init(_ page: Page) {
    let lines = page.lines.filter { !$0.words.isEmpty }
    self.page = page.number
    hasBoxes = page.words.contains { $0.box != nil }
    if hasBoxes {
      let long = lines.filter { $0.words.count >= 5 }
      let boxes = (long.count >= 4 ? long : lines).compactMap { $0.words.compactMap(\.box).union() }
      unit = Double(Self.quantile(page.words.compactMap { $0.box?.height }, 0.5) ?? 1)
      left = Double(Self.quantile(boxes.map(\.left), 0.1) ?? 0)
      right = Double(Self.quantile(boxes.map(\.right), 0.9) ?? page.width)
    } else {
      unit = 1
      left = Double(Self.quantile(lines.map(\.indent), 0.25) ?? 0)
      right = Double(Self.quantile(lines.map { $0.indent + $0.text.count }, 0.9) ?? 0)
    }
  }

  var width: Double { max(right - left, 1) }
  var middle: Double { (left + right) / 2 }

  private static func quantile(_ values: [Int], _ share: Double) -> Int? {
    guard !values.isEmpty else { return nil }
    return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
  }
}

extension PageLayout {
  /// Left and right end of a segment in this page's lengths.
  func span(_ segment: Segment) -> ClosedRange<Double> {
    if let box = segment.box { return Double(box.left)...Double(max(box.left, box.right)) }
    let start = Double(segment.indent)
    return start...(start + Double(segment.length))
  }

  /// The line runs (nearly) to the right edge, so that what follows may be its continuation.
  func reachesRight(_ segment: Segment) -> Bool {
    span(segment).upperBound >= left + width * (hasBoxes ? 0.93 : 0.85)
  }

  /// The line begins to the right of the edge by a first-line indent.
  func isIndented(_ segment: Segment) -> Bool {
    span(segment).lowerBound > left + (hasBoxes ? 0.8 * unit : 0.5)
  }

  /// The line stands in the middle, free on both sides.
  func isCentred(_ segment: Segment) -> Bool {
    guard hasBoxes else { return false }
    let span = span(segment)
    let before = span.lowerBound - left
    let after = right - span.upperBound
    return before > 2 * unit && after > 2 * unit && abs(before - after) < max(3 * unit, 0.12 * width)
  }
}
