import Foundation
import SoHoaModel

/// Makes grey from colour, so that black text stands and red seals step back.
struct GreyConversion {
  let ink: PrepareSettings.Ink

  /// One byte a pixel.
  ///
  /// - Parameter marks: coloured ink on the page, which `automatic` takes out.
  func run(_ raster: Raster, without marks: ColourMarks? = nil) -> Raster {
    guard raster.channels == .colour else { return raster }
    var bytes = Data(count: raster.width * raster.height)
    let chosen = ink == .automatic ? .luminance : ink
    raster.bytes.withUnsafeBytes { source in
      bytes.withUnsafeMutableBytes { target in
        Self.convert(
          source.assumingMemoryBound(to: UInt8.self), target.assumingMemoryBound(to: UInt8.self), by: chosen)
      }
    }
    if ink == .automatic { marks?.clear(from: raster, in: &bytes) }
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
}
