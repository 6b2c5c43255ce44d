import CLeptonica
import Foundation
import SoHoaModel

/// A grey page under preparation: each step leaves a better picture and notes what it did.
struct WorkSheet: ~Copyable {
  private(set) var grey: Pix
  /// Black letters on white, as large as `grey`: what the steps look at.
  private(set) var ink: InkMask
  private(set) var resolution: SheetResolution
  /// Pixels of `grey` per pixel of the page image as it came.
  private(set) var scale: Double
  private(set) var rotation = 0
  private(set) var skew = 0.0

  /// - Parameter full: the page image, grey, at its own size.
  /// - Returns: nil where there is no memory, or hardly a pixel.
  init?(_ full: Raster, resolution: SheetResolution, settings: PrepareSettings) {
    guard min(full.width, full.height) >= Self.leastSide else { return nil }
    let fit = ReadingScale.find(full, resolution: resolution, targetDPI: settings.targetDPI)
    guard let scaled = ReadingScale.apply(fit.scale, to: full) else { return nil }
    let isCopy = settings.clearsGrain && CopyGrain.isBilevel(full)
    guard let grey = isCopy ? CopyGrain.cleared(scaled, smooths: fit.scale > Self.coarse) : .some(scaled),
      let light = Light(grey)
    else { return nil }
    let shines = settings.clearsShine && ShineThrough.clear(light.evened)
    guard let ink = InkMask(evened: light.evened) else { return nil }
    scale = fit.scale
    self.resolution = fit.resolution
    self.ink = ink
    self.grey = shines || settings.evensLight && light.isUneven ? light.intoEvened() : grey
  }

  /// Less scaling than this leaves black and white as they are.
  private static let coarse = 0.8

  /// Whitens what the scanner saw beside the sheet.
  mutating func clearBorder() {
    guard let border = ink.border() else { return }
    pixSetMasked(grey.pointer, border.pointer, 255)
    ink.remove(border)
  }

  /// Stands the page upright.
  mutating func turn() {
    let quarters = ink.quartersToUpright()
    guard quarters != 0, let turned = grey.turned(quarters), let turnedInk = ink.turned(quarters) else {
      return
    }
    grey = turned
    ink = turnedInk
    rotation = 90 * quarters
  }

  /// Turns the lines level.
  mutating func straighten() {
    let slant = ink.slant()
    guard abs(slant) >= Self.leastSlant, let straight = grey.spun(by: -slant),
      let straightInk = ink.spun(by: -slant)
    else { return }
    grey = straight
    ink = straightInk
    skew = slant
  }

  /// In degrees; less is not worth the blur of another resampling.
  private static let leastSlant = 0.1
  /// In pixels.
  private static let leastSide = 16
}

extension Pix {
  /// Clockwise, by quarters.
  borrowing func turned(_ quarters: Int) -> Pix? {
    map { quarters == 2 ? pixRotate180(nil, $0) : pixRotate90($0, quarters == 1 ? 1 : -1) }
  }
}
