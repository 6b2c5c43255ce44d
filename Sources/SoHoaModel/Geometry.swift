/// A rectangle in pixels of the page image as it came, origin top left (hOCR `bbox`).
///
/// `right` and `bottom` are exclusive.
public struct BoundingBox: Hashable, Codable, Sendable {
  public var left, top, right, bottom: Int

  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  public var width: Int { right - left }
  public var height: Int { bottom - top }
  public var midX: Int { (left + right) / 2 }
  public var midY: Int { (top + bottom) / 2 }

  package var area: Int { width * height }

  /// The area that both have in common.
  package func overlap(_ other: BoundingBox) -> Int {
    let wide = min(right, other.right) - max(left, other.left)
    let high = min(bottom, other.bottom) - max(top, other.top)
    return max(0, wide) * max(0, high)
  }

  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  public func intersects(_ other: BoundingBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  public func contains(_ other: BoundingBox) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }
}

extension Sequence<BoundingBox> {
  /// The smallest box around all; nil if there is none.
  public func union() -> BoundingBox? {
    reduce(nil) { whole, box in whole?.union(box) ?? box }
  }
}
