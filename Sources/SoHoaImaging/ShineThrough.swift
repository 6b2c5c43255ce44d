import CLeptonica
import SoHoaModel

/// Print of the sheet's other side, seen through it: letters much paler than the page's own, and away from them.
enum ShineThrough {
  /// Whitens what is not the page's own print.
  ///
  /// - Returns: false if nothing shines through; then the page stays as it is.
  static func clear(_ evened: borrowing Pix) -> Bool {
    guard let clearing = clearing(evened) else { return false }
    return pixSetMasked(evened.pointer, clearing.pointer, UInt32(Light.paper)) == 0
  }

  /// Where there is paper and nothing of the page's own print.
  ///
  /// - Parameter evened: grey, all paper at `Light.paper`.
  /// - Returns: nil if nothing shines through.
  private static func clearing(_ evened: borrowing Pix) -> Pix? {
    guard let contrast = contrast(evened), contrast >= leastContrast,
      let own = darker(evened, by: contrast * ownPrint),
      let pale = darker(evened, by: contrast * palePrint),
      let near = own.map({ pixDilateBrick(nil, $0, reach, reach) }),
      let clearing = near.map({ pixInvert(nil, $0) }),
      let stray = pale.map({ pixAnd(nil, $0, clearing.pointer) }),
      pixels(stray) * 20 > pixels(own), letters(stray) > max(leastLetters, letters(own) / 10)
    else { return nil }
    return clearing
  }

  /// Levels between paper and the darkest hundredth of the page.
  private static func contrast(_ evened: borrowing Pix) -> Double? {
    var ink: Float = 0
    guard pixGetRankValueMasked(evened.pointer, nil, 0, 0, 4, 0.01, &ink, nil) == 0 else { return nil }
    return Double(Light.paper) - Double(ink)
  }

  private static func darker(_ evened: borrowing Pix, by levels: Double) -> Pix? {
    evened.map { pixThresholdToBinary($0, Light.paper - Int32(levels)) }
  }

  private static func pixels(_ bits: borrowing Pix) -> Int {
    var count: Int32 = 0
    return pixCountPixels(bits.pointer, &count, nil) == 0 ? Int(count) : 0
  }

  /// Parts that have the size of letters.
  private static func letters(_ bits: borrowing Pix) -> Int {
    InkMask.parts(bits).count { (7...60).contains($0.height) && (4...80).contains($0.width) }
  }

  /// Shares of the contrast: own print is darker than this, what shines through is not ...
  private static let ownPrint = 0.45
  /// ... but darker than this.
  private static let palePrint = 0.12
  /// Own print may be pale so many pixels around its dark core: marks on letters, thin strokes.
  private static let reach: Int32 = 9
  private static let leastLetters = 60
  /// Paler pages are worn, and everything on them counts.
  private static let leastContrast = 90.0
}
