import CLeptonica
import Foundation
import SoHoaModel

/// A page picture to draw on: boxes in colours, with short labels, for people to look at.
public struct Canvas: ~Copyable {
  public struct Colour: Hashable, Sendable {
    public var red, green, blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }
  }

  private let pix: Pix
  /// Pixels of the canvas per pixel in which boxes are given.
  private let scale: Double

  /// Nil where there is no memory.
  ///
  /// - Parameter scale: pixels of `raster` per pixel in which boxes will be given.
  public init?(_ raster: Raster, scale: Double = 1) {
    guard let copy = Pix(raster), let colour = copy.map({ pixConvertTo32($0) }) else { return nil }
    pix = colour
    self.scale = scale
  }

  public func draw(_ box: BoundingBox, in colour: Colour, width: Int = 3) {
    withBox(box) { pixRenderBoxArb(pix.pointer, $0, Int32(width), colour.red, colour.green, colour.blue) }
  }

  /// Tints what lies in the box.
  public func fill(_ box: BoundingBox, in colour: Colour, strength: Double = 0.25) {
    let value = colour.word
    withBox(box) { pixBlendInRect(pix.pointer, $0, value, Float(strength)) }
  }

  /// Writes on the top left corner of the box, above it where there is room; letters of ASCII only.
  public func label(_ text: String, at box: BoundingBox, in colour: Colour, points: Int = 10) {
    guard let font = bmfCreate(nil, Int32(min(max(points, 4), 20) / 2 * 2)) else { return }
    defer {
      var owned: UnsafeMutablePointer<L_BMF>? = font
      bmfDestroy(&owned)
    }
    let baseline = max(Int32(points) * 4, Int32(Double(box.top) * scale) - 2)
    pixSetTextline(
      pix.pointer, font, text, colour.word, Int32(Double(box.left) * scale), baseline, nil, nil)
  }

  /// The picture as a file; nil where there is no memory.
  public func png() -> Data? {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMemPng(&bytes, &count, pix.pointer, 0) == 0, let bytes else { return nil }
    return Data(bytesNoCopy: bytes, count: count, deallocator: .free)
  }

  private func withBox(_ box: BoundingBox, _ body: (UnsafeMutablePointer<Box>?) -> l_ok) {
    var scaled = boxCreate(
      Int32(Double(box.left) * scale), Int32(Double(box.top) * scale),
      max(1, Int32(Double(box.width) * scale)), max(1, Int32(Double(box.height) * scale)))
    _ = body(scaled)
    boxDestroy(&scaled)
  }
}

extension Canvas.Colour {
  fileprivate var word: UInt32 { UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8 | 0xFF }
}

extension Raster {
  /// The picture as a PNG file; nil where there is no memory.
  public func png() -> Data? {
    guard let pix = Pix(self) else { return nil }
    if dpi > 0 { pixSetResolution(pix.pointer, Int32(dpi), Int32(dpi)) }
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMemPng(&bytes, &count, pix.pointer, 0) == 0, let bytes else { return nil }
    return Data(bytesNoCopy: bytes, count: count, deallocator: .free)
  }
}
