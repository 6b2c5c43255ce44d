import SoHoaModel

/// Where the ink of a hand lies on a strip: the columns and rows that the network tells, drawn to what is dark there.
struct HandExtent {
  /// Pixels of the strip; nil where no column holds ink by hand.
  private let columns: Range<Int>?
  private let rows: Range<Int>

  init(_ output: HandNetwork.Output) {
    let held = output.ink.indices.filter { output.ink[$0] >= 0.5 }
    columns = held.first.map { 2 * $0..<2 * (held.last! + 1) }
    let top = max(0, Int(output.top.rounded()))
    rows = top..<max(top, min(HandStrip.height, Int(output.bottom.rounded())))
  }

  /// What the network may be off, in rows.
  private static let slack = 2

  /// In pixels of the picture.
  func box(in strip: HandStrip) -> BoundingBox? {
    guard let columns, !rows.isEmpty else { return nil }
    let around = max(0, rows.lowerBound - Self.slack)..<min(HandStrip.height, rows.upperBound + Self.slack)
    let parts = connected(strip, columns, around, least(strip, columns))
    let tall = parts.filter { $0.bottom - $0.top >= Self.leastHeight }
    guard let ink = (tall.isEmpty ? parts : tall).union() else { return nil }
    return strip.place(columns.drawn(to: ink.left..<ink.right), rows.drawn(to: ink.top..<ink.bottom))
  }

  /// Dots and rules are lower than this.
  private static let leastHeight = 4
  private static let leastInk: Float = 0.3

  /// Of faint ink what is half as dark as its darkest counts.
  private func least(_ strip: HandStrip, _ columns: Range<Int>) -> Float {
    let levels = rows.flatMap { row in columns.map { strip.values[row * HandStrip.width + $0] } }.sorted()
    return min(Self.leastInk, max(Self.faintest, levels[levels.count * 19 / 20] / 2))
  }

  private static let faintest: Float = 0.15

  /// Boxes of connected ink.
  private func connected(
    _ strip: HandStrip, _ columns: Range<Int>, _ rows: Range<Int>, _ least: Float
  ) -> [BoundingBox] {
    var isOpen = [Bool](repeating: false, count: HandStrip.height * HandStrip.width)
    for row in rows {
      for column in columns where strip.values[row * HandStrip.width + column] >= least {
        isOpen[row * HandStrip.width + column] = true
      }
    }
    var boxes: [BoundingBox] = []
    for start in isOpen.indices where isOpen[start] { boxes.append(Self.part(from: start, &isOpen)) }
    return boxes
  }

  private static func part(from start: Int, _ isOpen: inout [Bool]) -> BoundingBox {
    var box = BoundingBox(left: .max, top: .max, right: 0, bottom: 0)
    var stack = [start]
    isOpen[start] = false
    while let place = stack.popLast() {
      let (x, y) = (place % HandStrip.width, place / HandStrip.width)
      box = BoundingBox(
        left: min(box.left, x), top: min(box.top, y), right: max(box.right, x + 1),
        bottom: max(box.bottom, y + 1))
      for (dx, dy) in [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
        let (x, y) = (x + dx, y + dy)
        guard (0..<HandStrip.width).contains(x), (0..<HandStrip.height).contains(y),
          isOpen[y * HandStrip.width + x]
        else { continue }
        isOpen[y * HandStrip.width + x] = false
        stack.append(y * HandStrip.width + x)
      }
    }
    return box
  }
}

extension Range<Int> {
  /// Its ends at those of the ink, where these are near: what lies far within was lost, or is no part of it.
  fileprivate func drawn(to ink: Self) -> Self {
    let lower = abs(ink.lowerBound - lowerBound) <= 3 ? ink.lowerBound : lowerBound
    let upper = abs(ink.upperBound - upperBound) <= 3 ? ink.upperBound : upperBound
    return lower..<Swift.max(lower, upper)
  }
}
