import SoHoaModel

/// Where the ink of a hand lies on a strip: columns by the network, rows by what is dark in them.
struct HandExtent {
  /// Pixels of the strip; nil where no column holds ink by hand.
  private let columns: Range<Int>?

  /// - Parameter ink: of each two columns, how likely they hold ink by hand.
  init(_ ink: [Float]) {
    let held = ink.indices.filter { ink[$0] >= 0.5 }
    columns = held.first.map { 2 * $0..<2 * (held.last! + 1) }
  }

  /// In pixels of the picture.
  func box(in strip: HandStrip) -> BoundingBox? {
    guard let columns else { return nil }
    let parts = self.parts(of: strip, columns)
    let tall = parts.filter { $0.bottom - $0.top >= Self.leastHeight && Self.line.contains($0.midY + 1) }
    guard let box = (tall.isEmpty ? parts : tall).union() else { return nil }
    return strip.place(box.left..<box.right, box.top..<box.bottom)
  }

  /// Dots and rules are lower than this.
  private static let leastHeight = 4
  private static let leastInk: Float = 0.3

  /// Rows that a hand fills that keeps to the line.
  private static let line = 2..<25

  /// Boxes of connected ink. What goes on beyond the strip is a seal, or the line below, and what it touches ends
  /// where the line does.
  private func parts(of strip: HandStrip, _ columns: Range<Int>) -> [BoundingBox] {
    let least = least(strip, columns)
    let parts = connected(strip, columns, 0..<HandStrip.height, least)
    let (over, within) = (parts.filter(Self.goesOn), parts.filter { !Self.goesOn($0) })
    return over.isEmpty
      ? parts
      : within
        + connected(strip, columns, Self.line, least).filter { part in over.contains { $0.intersects(part) } }
  }

  private static func goesOn(_ part: BoundingBox) -> Bool { part.top == 0 || part.bottom == HandStrip.height }

  /// Of faint ink what is half as dark as its darkest counts.
  private func least(_ strip: HandStrip, _ columns: Range<Int>) -> Float {
    let levels = Self.line.flatMap { row in columns.map { strip.values[row * HandStrip.width + $0] } }
      .sorted()
    return min(Self.leastInk, max(Self.faintest, levels[levels.count * 19 / 20] / 2))
  }

  private static let faintest: Float = 0.15

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
