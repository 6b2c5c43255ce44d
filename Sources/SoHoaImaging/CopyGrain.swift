import CLeptonica
import Foundation
import SoHoaModel

/// Pages of black and white only, as copiers and faxes make them: specks beside the print, ragged letters in
/// it. The engine reads letters with soft edges better.
enum CopyGrain {
  /// Only black and white, as far as every eleventh row tells.
  static func isBilevel(_ raster: Raster) -> Bool {
    guard raster.channels == .grey else { return false }
    return raster.bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: raster.height, by: 11).allSatisfy { row in
        bytes[row * raster.width..<(row + 1) * raster.width].allSatisfy { $0 == 0 || $0 == 255 }
      }
    }
  }

  /// - Parameter grey: at the size to be read.
  static func cleared(_ grey: borrowing Pix, smooths: Bool) -> Pix? {
    guard let cleared = grey.map({ pixCopy(nil, $0) }) else { return nil }
    if let specks = specks(grey) { pixSetMasked(cleared.pointer, specks.pointer, 255) }
    guard smooths else { return cleared }
    guard isWorn(cleared), let full = cleared.map({ pixErodeGray($0, 1, 3) }) else {
      return cleared.map { pixBlockconv($0, 1, 1) }
    }
    return full.map { pixBlockconv($0, 1, 1) }
  }

  /// Toner was short: many crumbs for every letter.
  private static func isWorn(_ grey: borrowing Pix) -> Bool {
    guard let bits = grey.map({ pixThresholdToBinary($0, 170) }) else { return false }
    let parts = InkMask.parts(bits)
    let crumbs = parts.count { $0.height <= 3 && $0.width <= 3 }
    let letters = parts.count { (7...60).contains($0.height) && (4...80).contains($0.width) }
    return crumbs * 2 > letters
  }

  /// Small black parts with no other black near: full stops and marks stand by their letters.
  private static func specks(_ grey: borrowing Pix) -> Pix? {
    guard let bits = grey.map({ pixThresholdToBinary($0, 170) }),
      let joined = bits.map({ pixCloseSafeBrick(nil, $0, reach, reach) }),
      let small = joined.map({
        pixSelectBySize($0, largest, largest, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil)
      })
    else { return nil }
    return small.map { pixDilateBrick(nil, $0, 3, 3) }
  }

  /// In pixels: letters are about 18 high.
  private static let reach: Int32 = 15
  private static let largest: Int32 = 7
}
