import CLeptonica
import Foundation
import SoHoaModel

/// Sole owner of one Leptonica picture: freed exactly once.
struct Pix: ~Copyable {
  /// Never kept beyond the life of this value.
  let pointer: UnsafeMutablePointer<CLeptonica.Pix>

  /// Takes over a picture that a Leptonica function made; nil if it failed.
  init?(owning pointer: UnsafeMutablePointer<CLeptonica.Pix>?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit {
    var pointer: UnsafeMutablePointer<CLeptonica.Pix>? = pointer
    pixDestroy(&pointer)
  }

  var width: Int { Int(pixGetWidth(pointer)) }
  var height: Int { Int(pixGetHeight(pointer)) }
  var depth: Int { Int(pixGetDepth(pointer)) }
  /// Pixels per inch; 0 where the file does not say.
  var dpi: Int { Int(max(pixGetXRes(pointer), pixGetYRes(pointer))) }

  /// A new picture made from this one; nil if Leptonica could not.
  func map(_ make: (UnsafeMutablePointer<CLeptonica.Pix>) -> UnsafeMutablePointer<CLeptonica.Pix>?) -> Pix? {
    Pix(owning: make(pointer))
  }
}

extension Pix {
  /// A copy of a raster: 8 bits a pixel for grey, 32 for colour.
  init?(_ raster: Raster) {
    let samples = raster.channels.rawValue
    guard
      let pix = pixCreateNoInit(Int32(raster.width), Int32(raster.height), Int32(8 * samples)),
      let words = pixGetData(pix)
    else { return nil }
    let stride = 4 * Int(pixGetWpl(pix))
    let rowLength = raster.width * samples
    raster.bytes.withUnsafeBytes { bytes in
      for row in 0..<raster.height {
        let target = UnsafeMutableRawPointer(words) + row * stride
        (target + rowLength).initializeMemory(as: UInt8.self, repeating: 255, count: stride - rowLength)
        target.copyMemory(from: bytes.baseAddress! + row * rowLength, byteCount: rowLength)
      }
    }
    pixEndianByteSwap(pix)
    self.init(owning: samples == 1 ? pix : Self.consume(pix) { pixConvert24To32($0) })
  }

  /// - Parameter dpi: taken over as it is.
  /// - Returns: nil if the picture is of a kind that Leptonica cannot give as bytes.
  func raster(dpi: Int) -> Raster? {
    guard let plain = plain() else { return nil }
    if plain.depth == 32, let words = pixGetData(plain.pointer) {
      let rows = PackedRows(
        base: UnsafeRawPointer(words), width: plain.width, height: plain.height,
        stride: 4 * Int(pixGetWpl(plain.pointer)), shift: 8)
      return rows.raster(dpi: dpi)
    }
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixGetRasterData(plain.pointer, &data, &count) == 0, let data else { return nil }
    guard count == plain.width * plain.height else {
      free(data)
      return nil
    }
    return Raster(
      width: plain.width, height: plain.height, channels: .grey, dpi: dpi,
      bytes: Data(bytesNoCopy: data, count: count, deallocator: .free))
  }

  /// 8 bits of grey or 32 of colour, opaque, without a colour map.
  private func plain() -> Pix? {
    guard let mapped = map({ pixRemoveColormap($0, Int32(REMOVE_CMAP_BASED_ON_SRC)) }) else { return nil }
    if mapped.depth == 32 && pixGetSpp(mapped.pointer) == 4 {
      return mapped.map { pixAlphaBlendUniform($0, 0xFFFF_FF00) }
    }
    return mapped.map { $0.pointee.d == 32 ? pixClone($0) : pixConvertTo8($0, 0) }
  }

  private static func consume(
    _ pix: UnsafeMutablePointer<CLeptonica.Pix>,
    _ make: (UnsafeMutablePointer<CLeptonica.Pix>) -> UnsafeMutablePointer<CLeptonica.Pix>?
  ) -> UnsafeMutablePointer<CLeptonica.Pix>? {
    var old: UnsafeMutablePointer<CLeptonica.Pix>? = pix
    defer { pixDestroy(&old) }
    return make(pix)
  }
}
