import SoHoaModel

/// Cuts lines that run across two columns where the gap between words is far wider than a space.
struct GapSplitter: Sendable {
  /// Least gap, in heights of a usual word. A justified line never stretches a space that far.
  static let leastGap = 1.7

  let layout: PageLayout

  func split(_ segment: Segment) -> [Segment] {
    guard layout.hasBoxes, segment.words.count > 1 else { return [placed(segment)] }
    var parts: [Range<Int>] = []
    var start = 0
    for index in 1..<segment.words.count where isGap(segment.words[index - 1], segment.words[index]) {
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<segment.words.count)
    return parts.map { placed(segment.slice($0)) }
  }

  /// A gap of columns lies before a word of the segment.
  func isGap(_ segment: Segment, before index: Int) -> Bool {
    layout.hasBoxes && index > 0 && isGap(segment.words[index - 1], segment.words[index])
  }

  private func isGap(_ left: Word, _ right: Word) -> Bool {
    guard let before = left.box, let after = right.box else { return false }
    return Double(after.left - before.right) > Self.leastGap * layout.unit
  }

  /// The segment with the column that it stands in.
  private func placed(_ segment: Segment) -> Segment {
    guard layout.hasBoxes, let box = segment.box else { return segment }
    var segment = segment
    let middle = layout.middle
    let isBeside = Double(box.midX) < middle - 0.06 * layout.width
    if isBeside, Double(box.right) <= middle + 0.06 * layout.width {
      segment.column = .left
    } else if Double(box.midX) > middle {
      segment.column = .right
    }
    return segment
  }
}
