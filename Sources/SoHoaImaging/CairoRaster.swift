import CPoppler
import Foundation
import SoHoaModel

extension CairoSurface {
  /// The pixels as a raster; grey where no pixel shows colour.
  func raster(dpi: Int) -> Raster? {
    guard let data = cairo_image_surface_get_data(pointer) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(pointer))
    let rows = PackedRows(
      base: UnsafeRawPointer(data), width: width, height: height, stride: stride, shift: 0)
    return rows.raster(dpi: dpi)
  }
}

/// Rows of 32-bit pixels in the byte order of the machine: 0x00RRGGBB as Cairo has them, or moved up by
/// `shift` bits, as Leptonica has them.
struct PackedRows {
  let base: UnsafeRawPointer
  let width, height, stride: Int
  let shift: UInt32

  func raster(dpi: Int) -> Raster {
    let isColoured = showColour()
    return Raster(
      width: width, height: height, channels: isColoured ? .colour : .grey, dpi: dpi,
      bytes: isColoured ? colourBytes() : greyBytes())
  }

  func row(_ y: Int) -> UnsafePointer<UInt32> {
    (base + y * stride).assumingMemoryBound(to: UInt32.self)
  }

  /// True if more than one in `rarity` of the pixels looked at is no shade of grey.
  func showColour(step: Int = 3, rarity: Int = 20_000) -> Bool {
    var coloured = 0
    for y in Swift.stride(from: 0, to: height, by: step) {
      let row = row(y)
      for x in Swift.stride(from: y % step, to: width, by: step) where Self.chroma(row[x] >> shift) > 32 {
        coloured += 1
      }
    }
    return coloured * rarity > (width / step) * (height / step)
  }

  func colourBytes() -> Data {
    var bytes = Data(count: width * height * 3)
    bytes.withUnsafeMutableBytes { target in
      var out = target.baseAddress!.assumingMemoryBound(to: UInt8.self)
      for y in 0..<height {
        let row = row(y)
        for x in 0..<width {
          let pixel = row[x] >> shift
          out[0] = UInt8(truncatingIfNeeded: pixel >> 16)
          out[1] = UInt8(truncatingIfNeeded: pixel >> 8)
          out[2] = UInt8(truncatingIfNeeded: pixel)
          out += 3
        }
      }
    }
    return bytes
  }

  func greyBytes() -> Data {
    var bytes = Data(count: width * height)
    bytes.withUnsafeMutableBytes { target in
      var out = target.baseAddress!.assumingMemoryBound(to: UInt8.self)
      for y in 0..<height {
        let row = row(y)
        for x in 0..<width { out[x] = UInt8(truncatingIfNeeded: row[x] >> (shift + 8)) }
        out += width
      }
    }
    return bytes
  }

  private static func chroma(_ pixel: UInt32) -> Int {
    let red = Int(pixel >> 16 & 255)
    let green = Int(pixel >> 8 & 255)
    let blue = Int(pixel & 255)
    return max(red, green, blue) - min(red, green, blue)
  }
}
