import Foundation
import SoHoaModel

/// Takes coloured ink out of a grey page picture where marks were found, and leaves what is black.
///
/// In the channel of its own colour an ink is nearly as light as the paper; what darkness is left to it there
/// is in proportion to its colour, and is given back.
struct InkSeparation {
  let paper: InkColour

  /// Part of the colour that is added to the ink's own channel, in 16ths.
  private static let gain = 8

  /// - Parameters:
  ///   - marks: what to take out, in pixels.
  ///   - grey: luminance of `raster`, row by row; changed in place.
  func clear(_ marks: [(box: BoundingBox, colour: PageMark.Colour)], of raster: Raster, in grey: inout Data) {
    raster.bytes.withUnsafeBytes { source in
      grey.withUnsafeMutableBytes { target in
        for mark in marks {
          let box = mark.box.cut(to: raster)
          for y in box.top..<max(box.top, box.bottom) {
            for x in box.left..<max(box.left, box.right) {
              let pixel = y * raster.width + x
              let value = cleared(source, 3 * pixel, mark.colour)
              if value > target[pixel] { target[pixel] = value }
            }
          }
        }
      }
    }
  }

  /// Whitens the strokes of a pen: along their edges the colour is too weak to be told from grey, so all that
  /// is near them and not black goes.
  ///
  /// - Parameter squares: where the strokes are, on a map with so many pixels a square.
  func erase(_ squares: [Patch.Point], factor: Int, of raster: Raster, in grey: inout Data) {
    raster.bytes.withUnsafeBytes { (source: UnsafeRawBufferPointer) in
      grey.withUnsafeMutableBytes { (target: UnsafeMutableRawBufferPointer) in
        for square in squares {
          let box = BoundingBox(
            left: (square.x - 1) * factor, top: (square.y - 1) * factor, right: (square.x + 2) * factor,
            bottom: (square.y + 2) * factor
          ).cut(to: raster)
          for y in box.top..<box.bottom {
            for x in box.left..<box.right where !isBlack(source, 3 * (y * raster.width + x)) {
              target[y * raster.width + x] = paper.luminance
            }
          }
        }
      }
    }
  }

  /// Print that the pen crossed.
  private func isBlack(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let pixel = InkColour(red: bytes[at], green: bytes[at + 1], blue: bytes[at + 2])
    return pixel.luminance < Self.black && pixel.blueness < Self.neutral
  }

  private static let black: UInt8 = 90
  private static let neutral: UInt8 = 44

  /// Level of one pixel without the ink.
  private func cleared(_ bytes: UnsafeRawBufferPointer, _ at: Int, _ colour: PageMark.Colour) -> UInt8 {
    let (red, green, blue) = (Int(bytes[at]), Int(bytes[at + 1]), Int(bytes[at + 2]))
    let own = colour == .red ? red : blue
    let other = max(green, colour == .red ? blue : red)
    let cast = colour == .red ? redCast : blueCast
    let excess = own - other - cast
    guard excess > 0 else { return 0 }
    return UInt8(min(own + excess * Self.gain / 16, Int(paper.luminance)))
  }

  /// How coloured the paper itself is.
  private var redCast: Int { max(0, Int(paper.red) - Int(max(paper.green, paper.blue))) }
  private var blueCast: Int { max(0, Int(paper.blue) - Int(max(paper.red, paper.green))) }
}

extension InkColour {
  /// As the eye sees it.
  var luminance: UInt8 {
    UInt8(truncatingIfNeeded: (77 * UInt32(red) + 150 * UInt32(green) + 29 * UInt32(blue)) >> 8)
  }
}

extension BoundingBox {
  /// The part that lies on the picture.
  func cut(to raster: Raster) -> BoundingBox {
    BoundingBox(
      left: max(0, left), top: max(0, top), right: min(raster.width, right),
      bottom: min(raster.height, bottom))
  }

  func grown(by margin: Int) -> BoundingBox {
    BoundingBox(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}
