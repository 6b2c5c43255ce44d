import Foundation
import SoHoaModel

/// Makes grey from colour, so that black text stands and red seals step back.
struct GreyConversion {
  let ink: PrepareSettings.Ink

  /// One byte a pixel.
  func run(_ raster: Raster) -> Raster {
    guard raster.channels == .colour else { return raster }
    var bytes = Data(count: raster.width * raster.height)
    let chosen = ink == .automatic ? (Self.hasRedInk(raster) ? .redChannel : .luminance) : ink
    raster.bytes.withUnsafeBytes { source in
      bytes.withUnsafeMutableBytes { target in
        Self.convert(
          source.assumingMemoryBound(to: UInt8.self), target.assumingMemoryBound(to: UInt8.self), by: chosen)
      }
    }
    return Raster(width: raster.width, height: raster.height, channels: .grey, dpi: raster.dpi, bytes: bytes)
  }

  private static func convert(
    _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>,
    by ink: PrepareSettings.Ink
  ) {
    switch ink {
    case .redChannel: for i in target.indices { target[i] = source[3 * i] }
    case .lightest:
      for i in target.indices { target[i] = max(source[3 * i], source[3 * i + 1], source[3 * i + 2]) }
    case .luminance, .automatic:
      for i in target.indices {
        let sum =
          77 * UInt32(source[3 * i]) + 150 * UInt32(source[3 * i + 1]) + 29 * UInt32(source[3 * i + 2])
        target[i] = UInt8(truncatingIfNeeded: sum >> 8)
      }
    }
  }

  /// True if at least one in 4000 of the pixels looked at is clearly red: a seal covers one in 200 of A4.
  static func hasRedInk(_ raster: Raster) -> Bool {
    let step = 3
    var red = 0
    raster.bytes.withUnsafeBytes { bytes in
      for y in stride(from: 0, to: raster.height, by: step) {
        for x in stride(from: 0, to: raster.width, by: step) {
          let pixel = 3 * (y * raster.width + x)
          if Int(bytes[pixel]) - Int(max(bytes[pixel + 1], bytes[pixel + 2])) > 48 { red += 1 }
        }
      }
    }
    return red * 4000 > (raster.width / step) * (raster.height / step)
  }
}
