import Foundation
import SoHoaModel

/// A part of a page in grey, the ink of a red stamp taken out, so that what is written into it stands alone.
struct StampPicture {
  let picture: Raster
  private let origin: (x: Int, y: Int)

  /// - Parameters:
  ///   - raster: the page as it came.
  ///   - box: the stamp.
  init?(_ raster: Raster, _ box: BoundingBox, colour: PageMark.Colour) {
    let (left, top) = (max(0, box.left), max(0, box.top))
    let (width, height) = (min(raster.width, box.right) - left, min(raster.height, box.bottom) - top)
    guard width > 0, height > 0 else { return nil }
    var levels = [UInt8]()
    levels.reserveCapacity(width * height)
    raster.bytes.withUnsafeBytes { source in
      for y in top..<top + height {
        for x in left..<left + width {
          let at = (y * raster.width + x) * raster.channels.rawValue
          levels.append(Self.level(source, at, raster.channels, isRed: colour == .red))
        }
      }
    }
    picture = Raster(width: width, height: height, channels: .grey, dpi: raster.dpi, bytes: Data(levels))
    origin = (left, top)
  }

  /// Red ink is as bright as paper in the red channel.
  private static func level(
    _ source: UnsafeRawBufferPointer, _ at: Int, _ channels: Raster.Channels, isRed: Bool
  ) -> UInt8 {
    guard channels == .colour, !isRed else { return source[at] }
    let sum = 77 * UInt32(source[at]) + 150 * UInt32(source[at + 1]) + 29 * UInt32(source[at + 2])
    return UInt8(truncatingIfNeeded: sum >> 8)
  }

  /// A blank of the page on the picture.
  func placed(_ blank: FormBlank) -> FormBlank {
    var blank = blank
    blank.left -= Double(origin.x)
    blank.right -= Double(origin.x)
    blank.type = TypeSize(em: blank.type.em, base: blank.type.base - Double(origin.y))
    return blank
  }

  func onPage(_ box: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: box.left + origin.x, top: box.top + origin.y, right: box.right + origin.x,
      bottom: box.bottom + origin.y)
  }
}
