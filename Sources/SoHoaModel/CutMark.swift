/// A mark found on a page picture, and what there is to read of it.
public struct CutMark: Hashable, Codable, Sendable {
  /// What its shape says, before anything is read.
  public enum Shape: String, Hashable, Codable, Sendable {
    /// A ring: nothing to read.
    case seal
    /// Pen strokes: nothing to read.
    case signature, handwriting
    /// Print in a frame.
    case frame
    /// Print without a frame: a stamp, or text of the document in colour.
    case print
  }

  /// Where to read it.
  public enum Reading: Hashable, Codable, Sendable {
    case none
    /// A part of the prepared picture, in its pixels.
    case region(BoundingBox)
    /// A picture of its own, upright and straight.
    case picture(MarkPicture)
  }

  public var shape: Shape
  public var colour: PageMark.Colour
  /// Pixels of the page image as it came.
  public var box: BoundingBox
  /// 0...1: how sure the shape is.
  public var confidence: Double
  /// One line of print; else several.
  public var isLine: Bool
  public var reading: Reading

  public init(
    shape: Shape, colour: PageMark.Colour, box: BoundingBox, confidence: Double, isLine: Bool = false,
    reading: Reading = .none
  ) {
    self.shape = shape
    self.colour = colour
    self.box = box
    self.confidence = confidence
    self.isLine = isLine
    self.reading = reading
  }
}

/// The ink of one mark alone, turned level: a square cut around it.
public struct MarkPicture: Hashable, Codable, Sendable {
  /// Dark on white.
  public var picture: Raster
  /// The part to read, in its pixels: without the frame.
  public var region: BoundingBox
  /// Upper left corner of the square on the page image as it came; may lie outside.
  public var left, top: Int
  /// Between the square as it stood on the page and `picture`.
  public var transform: PageTransform

  public init(picture: Raster, region: BoundingBox, left: Int, top: Int, transform: PageTransform) {
    self.picture = picture
    self.region = region
    self.left = left
    self.top = top
    self.transform = transform
  }

  /// From `picture` to the page image as it came.
  public func original(_ box: BoundingBox) -> BoundingBox {
    let box = transform.original(box)
    return BoundingBox(
      left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top)
  }
}
