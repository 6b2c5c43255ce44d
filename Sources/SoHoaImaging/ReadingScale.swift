import CLeptonica
import SoHoaModel

/// Brings letters to the height that the engine reads best, whatever the resolution of the scan.
enum ReadingScale {
  struct Fit {
    let scale: Double
    let resolution: SheetResolution
  }

  /// - Parameters:
  ///   - full: the page, grey.
  ///   - targetDPI: resolution at which letters of 14 points have the right height.
  static func find(_ full: Raster, resolution: SheetResolution, targetDPI: Int) -> Fit {
    let claimed = Double(targetDPI) / Double(max(1, resolution.dpi))
    if resolution.dpi > 0, claimed <= surelyEnough {
      return Fit(scale: bounded(claimed, full), resolution: resolution)
    }
    guard let dpi = measured(full), !agrees(dpi, resolution) else {
      return Fit(scale: resolution.dpi > 0 ? bounded(claimed, full) : 1, resolution: resolution)
    }
    let found = SheetResolution(dpi: dpi, source: .letters)
    return Fit(scale: bounded(Double(targetDPI) / Double(max(1, dpi)), full), resolution: found)
  }

  /// The resolution at which letters of 14 points are as high as those of the page; nil where there are too
  /// few.
  private static func measured(_ full: Raster) -> Int? {
    let rough = bounded(Double(roughSide) / Double(max(full.width, full.height)), full)
    guard let small = apply(rough, to: full), let light = Light(small),
      let ink = InkMask(evened: light.evened),
      let height = LetterHeight.median(ink.parts())
    else { return nil }
    return Int((height / rough * 200 / LetterHeight.at200DPI).rounded())
  }

  /// Small print and large print are no reason to doubt a file.
  private static func agrees(_ dpi: Int, _ resolution: SheetResolution) -> Bool {
    resolution.dpi > 0 && (0.6...1.6).contains(Double(dpi) / Double(resolution.dpi))
  }

  /// A page that is to grow by more may have a file that lies.
  private static let surelyEnough = 1.25

  static func apply(_ scale: Double, to full: Raster) -> Pix? {
    switch scale {
    case ..<0.97: GreyScaler.shrink(full, by: scale)
    case ...1.03: Pix(full)
    default: Pix(full)?.map { pixScaleGrayLI($0, Float(scale), Float(scale)) }
    }
  }

  /// Long side, in pixels, of a page on which letters are measured roughly.
  private static let roughSide = 2300
  /// More is of no use to letters.
  private static let largest = 40_000_000.0

  /// Enlarging by less only spreads the grain: grey pages of 150 dpi read better as they are.
  private static let littleGain = 1.4

  private static func bounded(_ scale: Double, _ full: Raster) -> Double {
    let byArea = (largest / Double(full.width * full.height)).squareRoot()
    let useful = (1...littleGain).contains(scale) && !CopyGrain.isBilevel(full) ? 1 : scale
    return min(max(useful, 0.05), 3, max(byArea, 0.05))
  }
}

/// How tall the letters of a page are.
enum LetterHeight {
  /// Median of the parts of 14-point Times, in pixels at 200 dpi.
  static let at200DPI = 18.0

  /// - Parameter parts: boxes of connected ink.
  /// - Returns: pixels; nil where there are too few letters to tell.
  static func median(_ parts: [BoundingBox]) -> Double? {
    let letters = parts.filter { (6...120).contains($0.height) && (3...120).contains($0.width) }
    guard letters.count >= 30 else { return nil }
    let heights = letters.map(\.height).sorted()
    return Double(heights[heights.count / 2])
  }
}
