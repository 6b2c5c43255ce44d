import SoHoaModel

/// A coloured mark on the colour map, before the page is turned upright.
struct FoundMark {
  var shape: CutMark.Shape
  var colour: PageMark.Colour
  var patch: Patch
  var level: LevelBox
  /// 0...1: how sure the shape is.
  var confidence: Double

  /// In pixels of the page image as it came.
  func box(on map: ColourMap) -> BoundingBox { map.pixels(patch.box) }
}

extension ColourMap {
  /// From squares to pixels.
  func pixels(_ box: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: box.left * factor, top: box.top * factor, right: box.right * factor, bottom: box.bottom * factor)
  }

  func squares(_ millimetres: Double) -> Double { millimetres * perMillimetre }
}
