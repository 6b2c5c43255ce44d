import CLeptonica
import Foundation
import SoHoaModel

/// Makes a page picture ready for recognition: grey, at the size that reads best, upright, straight,
/// evenly lit, without the black edge of the scanner.
public struct PagePreparer: Sendable {
  private let settings: PrepareSettings

  public init(settings: PrepareSettings = PrepareSettings()) {
    self.settings = settings
    _ = Silence.leptonica
  }

  /// Never fails: a step that cannot be done on a picture is left out.
  public func run(_ raster: Raster, page number: Int) -> PreparedPage {
    let resolution = SheetResolution(raster)
    let marks = settings.findsMarks ? ColourMarks(raster, dpi: resolution.dpi) : nil
    let grey = GreyConversion(ink: settings.ink).run(raster, without: marks)
    guard var sheet = WorkSheet(grey, resolution: resolution, settings: settings) else {
      return untouched(grey, resolution, number)
    }
    if settings.clearsBorders { sheet.clearBorder() }
    let isBlank = sheet.ink.isBlank
    if settings.findsOrientation && !isBlank { sheet.turn() }
    if settings.findsSkew && !isBlank { sheet.straighten() }
    let black = sheet.ink.parts()
    let search = isBlank ? nil : sheet.rules(among: black, for: settings)
    let rules = search?.worn ?? []
    let cut = settings.findsMarks ? MarkCollector(sheet, black, rules, from: raster).marks(marks) : []
    let parts = isBlank ? PageParts() : sheet.part(black, search, by: settings)
    return prepared(sheet, parts, cut, from: raster, isBlank: isBlank, number)
      ?? untouched(grey, resolution, number)
  }

  private func prepared(
    _ sheet: borrowing WorkSheet, _ parts: PageParts, _ marks: [CutMark], from raster: Raster, isBlank: Bool,
    _ number: Int
  ) -> PreparedPage? {
    let dpi = sheet.resolution.dpi
    guard let picture = sheet.grey.raster(dpi: Int((Double(dpi) * sheet.scale).rounded())) else { return nil }
    let notes = PageNotes(page: number)
    return PreparedPage(
      number: number, picture: picture, originalWidth: raster.width, originalHeight: raster.height,
      originalDPI: dpi, rotation: sheet.rotation, skew: sheet.skew, scale: sheet.scale, isBlank: isBlank,
      regions: parts.regions, tables: parts.tables, marks: marks, ink: parts.ink,
      findings: [
        isBlank ? notes.blank() : nil, sheet.rotation != 0 ? notes.turned(by: sheet.rotation) : nil,
        dpi > 0 && dpi < settings.leastDPI ? notes.lowResolution(dpi, least: settings.leastDPI) : nil,
      ].compactMap(\.self))
  }

  /// The picture as it is: hardly a pixel to work on, or no memory for more.
  private func untouched(_ grey: Raster, _ resolution: SheetResolution, _ number: Int) -> PreparedPage {
    let isBlank = grey.bytes.allSatisfy { $0 == grey.bytes.first } || min(grey.width, grey.height) < 16
    return PreparedPage(
      number: number, picture: grey, originalWidth: grey.width, originalHeight: grey.height,
      originalDPI: resolution.dpi, isBlank: isBlank,
      findings: isBlank ? [PageNotes(page: number).blank()] : [])
  }
}
