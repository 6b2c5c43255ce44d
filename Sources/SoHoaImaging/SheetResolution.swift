import SoHoaModel

/// Pixels per inch of a page picture, from its file or, failing that, from the shape of its sheet.
struct SheetResolution: Hashable {
  enum Source: Hashable {
    /// The file says so and the sheet it makes is possible.
    case file
    /// The sheet has the proportions of A4, so it is taken to be A4.
    case shape
    /// The letters have the height of print at this resolution.
    case letters
    case unknown
  }

  let dpi: Int
  let source: Source

  init(_ raster: Raster) {
    let longSide = max(raster.width, raster.height)
    let shortSide = min(raster.width, raster.height)
    let byShape = Int((Double(longSide) / Self.longInches).rounded())
    if raster.dpi > 0, Self.possibleInches.contains(Double(longSide) / Double(raster.dpi)) {
      (dpi, source) = (raster.dpi, .file)
    } else if shortSide > 0, Self.proportions.contains(Double(longSide) / Double(shortSide)), byShape >= 40 {
      (dpi, source) = (byShape, .shape)
    } else {
      (dpi, source) = (0, .unknown)
    }
  }

  init(dpi: Int, source: Source) {
    self.dpi = dpi
    self.source = source
  }

  /// A4 is 8.27 x 11.69 inches; a photograph of it a little fatter.
  private static let longInches = 11.69
  private static let proportions = 1.28...1.52
  /// From a card to a map.
  private static let possibleInches = 2.0...60.0
}
