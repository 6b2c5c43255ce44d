import SoHoaModel

/// A line with its place on the upright page.
struct PlacedLine {
  /// In the page's present reading order, from 0.
  let position: Int
  let block: Int
  let line: Line
  /// From left to right.
  let words: [(word: Word, box: BoundingBox)]
  let box: BoundingBox

  /// The boxes of the words that are surely print: shreds of seals and signatures hide no gutter.
  var solid: [BoundingBox] {
    words.filter { $0.word.isLeader || ($0.word.confidence >= Self.print && $0.word.isWordly) }.map(\.box)
  }

  /// Probability of being read right above which ink is print at all, if not what it was read as: what the
  /// engine calls 0.5 is right in two words of five.
  private static let print = 0.38

  /// Empty if a word has no box.
  static func all(of blocks: some Collection<Block>, upright transform: PageTransform) -> [PlacedLine] {
    var lines: [PlacedLine] = []
    for (block, content) in blocks.enumerated() {
      for line in content.lines {
        let words = line.words.compactMap { word in word.box.map { (word: word, box: transform.upright($0)) }
        }
        guard words.count == line.words.count, let box = words.map(\.box).union() else { return [] }
        lines.append(
          PlacedLine(
            position: lines.count, block: block, line: line,
            words: words.sorted { $0.box.left < $1.box.left },
            box: box))
      }
    }
    return lines
  }

  /// Median height of the lines; nil if there are none.
  static func typicalHeight(_ lines: [PlacedLine]) -> Double? {
    let heights = lines.map(\.box.height).sorted()
    return heights.isEmpty ? nil : Double(max(1, heights[heights.count / 2]))
  }

  /// The words of one column as a line of their own; nil if there are none.
  func part(where isInside: (BoundingBox) -> Bool) -> (line: Line, box: BoundingBox)? {
    let words = words.filter { isInside($0.box) }
    guard let box = words.map(\.box).union() else { return nil }
    return (Line(id: line.id, box: nil, indent: line.indent, words: words.map(\.word)), box)
  }
}

extension Word {
  fileprivate var isWordly: Bool { text.contains { $0.isLetter || $0.isNumber } }
  /// Dots that lead the eye over a gap, or a line to write on.
  fileprivate var isLeader: Bool { text.count >= 3 && text.allSatisfy { "._…-".contains($0) } }
}
