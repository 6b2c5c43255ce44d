import SoHoaModel

/// Ink that was read beside ink of the same colour around it: coloured ink that goes on beyond what was read may be a
/// digit that was lost.
struct HandInk {
  /// Of all of it.
  let box: BoundingBox
  /// Its colour tells where it begins and ends.
  let isColoured: Bool
  /// Nothing lies to the left or right of what was read.
  let isWhole: Bool

  /// - Parameters:
  ///   - read: box of the ink that the network read.
  ///   - coloured: boxes of ink that is handwriting by its colour.
  init(read: BoundingBox, coloured: [BoundingBox]) {
    let own = coloured.filter { ink in
      let shared = min(ink.bottom, read.bottom) - max(ink.top, read.top)
      return ink.intersects(read) && 2 * shared > min(ink.height, read.height)
        && Double(ink.height) < Self.tallest * Double(read.height)
    }
    isColoured = !own.isEmpty
    box = (own + [read]).union() ?? read
    let room = Self.digit * Double(read.height)
    isWhole = Double(read.left - box.left) < room && Double(box.right - read.right) < room
  }

  /// Taller ink is a signature, or several lines. In heights of what was read.
  private static let tallest = 2.0
  /// A slim digit, in heights.
  private static let digit = 0.3
}
