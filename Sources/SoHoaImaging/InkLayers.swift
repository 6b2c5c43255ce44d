import Foundation
import SoHoaModel

/// The inks of a colour page apart, as the search for marks sees them: small, each dark on white.
public enum InkLayers {
  /// - Parameter raster: the page as acquired.
  /// - Returns: `red`, `blue`, `black`; none for a page without colours.
  public static func pictures(of raster: Raster) -> [(name: String, picture: Raster)] {
    guard let map = ColourMap(raster, dpi: SheetResolution(raster).dpi) else { return [] }
    let dpi = Int((map.perMillimetre * 25.4).rounded())
    return [("red", map.red), ("blue", map.blue), ("black", map.black)].map { name, levels in
      let bytes = Data(levels.map { 255 - UInt8(min(255, Int($0) * strength)) })
      return (name, Raster(width: map.width, height: map.height, channels: .grey, dpi: dpi, bytes: bytes))
    }
  }

  /// Faint ink is to be seen, too.
  private static let strength = 2
}
