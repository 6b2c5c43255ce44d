/// A part of a PDF page as a reader sees it: upright, in points (1/72 inch), origin top left.
public struct SheetArea: Hashable, Codable, Sendable {
  public var left, top, right, bottom: Double

  /// Kept to three digits.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left.toThreeDigits
    self.top = top.toThreeDigits
    self.right = right.toThreeDigits
    self.bottom = bottom.toThreeDigits
  }

  public var width: Double { right - left }
  public var height: Double { bottom - top }
}
