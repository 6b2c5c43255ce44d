import CLeptonica
import Foundation
import SoHoaModel

/// Cuts the coloured ink of a mark out of the full page image, turned level, large enough to be read.
struct MarkCutter {
  let raster: Raster
  let map: ColourMap
  /// Clockwise, 0, 90, 180 or 270: what stands the page upright.
  let rotation: Int

  /// Resolution at which the small print of stamps reads.
  private static let targetDPI = 300.0
  /// White around the ink, in millimetres.
  private static let margin = 2.0
  /// A frame is left out with so much of what is inside of it, in millimetres.
  private static let frame = 1.0

  func cut(_ mark: FoundMark) -> MarkPicture? {
    let factor = Double(map.factor)
    let margin = Self.margin * map.perMillimetre * factor
    let side = Int((hypot(mark.level.width, mark.level.height) * factor + 2 * margin).rounded(.up))
    let left = Int(mark.level.x * factor) - side / 2
    let top = Int(mark.level.y * factor) - side / 2
    let dpi = map.perMillimetre * 25.4 * factor
    let scale = min(3, max(0.3, Self.targetDPI / dpi))
    guard let picture = level(layer(left, top, side), angle: mark.level.angle, scale: scale) else {
      return nil
    }
    return MarkPicture(
      picture: picture, region: region(of: mark, in: picture, scale: scale), left: left, top: top,
      transform: PageTransform(
        width: side, height: side, rotation: rotation, skew: mark.level.angle, scale: scale))
  }

  private func level(_ layer: Raster, angle: Double, scale: Double) -> Raster? {
    guard let square = Pix(layer),
      let turned = rotation == 0 ? square.map({ pixCopy(nil, $0) }) : square.turned(rotation / 90),
      let straight = angle == 0 ? turned.map({ pixCopy(nil, $0) }) : turned.spun(by: -angle),
      let level = straight.raster(dpi: 0), let scaled = ReadingScale.apply(scale, to: level)
    else { return nil }
    return scaled.raster(dpi: Int(Self.targetDPI))
  }

  /// The mark's rectangle in the middle of the level picture, without its frame.
  private func region(of mark: FoundMark, in picture: Raster, scale: Double) -> BoundingBox {
    let isSideways = rotation == 90 || rotation == 270
    let inset = (mark.shape == .frame ? -Self.frame : Self.margin / 2) * map.perMillimetre
    let wide = ((isSideways ? mark.level.height : mark.level.width) + 2 * inset) * Double(map.factor) * scale
    let high = ((isSideways ? mark.level.width : mark.level.height) + 2 * inset) * Double(map.factor) * scale
    let (midX, midY) = (picture.width / 2, picture.height / 2)
    return BoundingBox(
      left: max(0, midX - Int(wide / 2)), top: max(0, midY - Int(high / 2)),
      right: min(picture.width, midX + Int(wide / 2)), bottom: min(picture.height, midY + Int(high / 2)))
  }

  /// Coloured ink alone, dark on white; white beyond the page.
  private func layer(_ left: Int, _ top: Int, _ side: Int) -> Raster {
    let square = BoundingBox(left: left, top: top, right: left + side, bottom: top + side).cut(to: raster)
    var levels = [UInt8](repeating: 255, count: side * side)
    raster.bytes.withUnsafeBytes { (source: UnsafeRawBufferPointer) in
      for y in square.top..<max(square.top, square.bottom) {
        for x in square.left..<max(square.left, square.right) {
          levels[(y - top) * side + x - left] = Pixel(source, 3 * (y * raster.width + x)).darkest
        }
      }
      for y in square.top..<max(square.top, square.bottom) {
        for x in square.left..<max(square.left, square.right)
        where Pixel(source, 3 * (y * raster.width + x)).isBlack {
          whiten(around: (x, y), source, square, &levels, at: (left, top), side)
        }
      }
    }
    return Raster(width: side, height: side, channels: .grey, dpi: 0, bytes: Data(levels))
  }

  /// Takes out a black pixel with the grey of its edge.
  private func whiten(
    around pixel: (x: Int, y: Int), _ source: UnsafeRawBufferPointer, _ square: BoundingBox,
    _ levels: inout [UInt8], at corner: (left: Int, top: Int), _ side: Int
  ) {
    let reach = max(1, map.factor * 2 / 3)
    for y in max(square.top, pixel.y - reach)..<min(square.bottom, pixel.y + reach + 1) {
      for x in max(square.left, pixel.x - reach)..<min(square.right, pixel.x + reach + 1)
      where !Pixel(source, 3 * (y * raster.width + x)).isColoured {
        levels[(y - corner.top) * side + x - corner.left] = 255
      }
    }
  }

  /// Black has hardly any colour for its darkness.
  private struct Pixel {
    let low, high, luminance: Int

    init(_ bytes: UnsafeRawBufferPointer, _ at: Int) {
      let (red, green, blue) = (Int(bytes[at]), Int(bytes[at + 1]), Int(bytes[at + 2]))
      low = min(red, green, blue)
      high = max(red, green, blue)
      luminance = (77 * red + 150 * green + 29 * blue) >> 8
    }

    var darkest: UInt8 { UInt8(low) }
    var isBlack: Bool { luminance < 75 && (high - low) * 4 < 255 - low }
    var isColoured: Bool { (high - low) * 20 > (255 - low) * 9 }
  }
}
