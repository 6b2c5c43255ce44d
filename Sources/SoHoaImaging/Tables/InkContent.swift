import SoHoaModel

/// The letters of a page, for asking what stands where.
struct InkContent {
  /// Boxes of parts as tall as letters, from the top.
  private let letters: [BoundingBox]
  /// All parts, for the stages that come after.
  let ink: PageInk
  private let tops: [Int]

  /// - Parameters:
  ///   - parts: connected ink, without the rules.
  ///   - letter: median height of the letters, in pixels.
  init(_ parts: [BoundingBox], letter: Double) {
    ink = PageInk(letterHeight: letter, parts: parts)
    letters = parts.filter { Self.heights.contains(Double($0.height) / letter) }.sorted { $0.top < $1.top }
    tops = letters.map(\.top)
    tallest = letters.map(\.height).max() ?? 0
  }

  private let tallest: Int
  /// In heights of letters: dashes, points and marks are lower, seals and pictures taller.
  private static let heights = 0.45...3.0

  /// Letters whose middle lies inside.
  func letters(in box: BoundingBox) -> [BoundingBox] {
    var index = tops.partitioningIndex { $0 >= box.top - tallest }
    var found: [BoundingBox] = []
    while index < letters.count, tops[index] < box.bottom {
      let letter = letters[index]
      if box.left..<box.right ~= letter.midX, box.top..<box.bottom ~= letter.midY { found.append(letter) }
      index += 1
    }
    return found
  }

  /// Printed lines, told apart where no letter stands; 0 if nothing is there.
  func lineCount(in box: BoundingBox) -> Int {
    var count = 0
    var bottom = Int.min
    for letter in letters(in: box) {
      if letter.top >= bottom { count += 1 }
      bottom = max(bottom, letter.bottom)
    }
    return count
  }
}

extension Array where Element == Int {
  /// The first index at which the condition holds; it holds for all behind it.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
