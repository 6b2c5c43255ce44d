import SoHoaModel

/// Gathers the marks of a prepared page: those in colour, and frames in black.
struct MarkCollector {
  private let raster: Raster
  private let rotation: Int
  private let transform: PageTransform
  private let black: [(frame: BoundingBox, inside: BoundingBox, isLine: Bool)]

  /// - Parameters:
  ///   - parts: boxes of the connected ink of the prepared page.
  ///   - rules: among them.
  init(_ sheet: borrowing WorkSheet, _ parts: [BoundingBox], _ rules: [Rule], from raster: Raster) {
    self.raster = raster
    rotation = sheet.rotation
    transform = PageTransform(
      width: raster.width, height: raster.height, rotation: sheet.rotation, skew: sheet.skew,
      scale: sheet.scale)
    let finder = FrameFinder(perMillimetre: Double(sheet.resolution.dpi) * sheet.scale / 25.4)
    black = finder.frames(parts, rules, on: sheet.grey).map {
      ($0, finder.inside($0), finder.isLine($0))
    }
  }

  /// From the top.
  func marks(_ coloured: ColourMarks?) -> [CutMark] {
    let colours = coloured.map(colourMarks) ?? []
    let frames = black.map { frame in
      CutMark(
        shape: .frame, colour: .black, box: transform.original(frame.frame), confidence: 0.5,
        isLine: frame.isLine, reading: .region(frame.inside))
    }
    return (colours + frames).sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
  }

  private func colourMarks(_ coloured: ColourMarks) -> [CutMark] {
    let cutter = MarkCutter(raster: raster, map: coloured.map, rotation: rotation)
    return coloured.found.compactMap { mark in
      let isRead = mark.shape == .frame || mark.shape == .print
      if mark.shape == .print && !coloured.isReadable { return nil }
      let picture = isRead && coloured.isReadable ? cutter.cut(mark) : nil
      if mark.shape == .handwriting && !isInUpperHalf(mark, coloured.map) { return nil }
      let low = min(mark.level.width, mark.level.height) / coloured.map.perMillimetre
      return CutMark(
        shape: mark.shape, colour: mark.colour, box: mark.box(on: coloured.map).cut(to: raster),
        confidence: mark.confidence, isLine: low < (mark.shape == .frame ? 13 : 9),
        reading: picture.map { .picture($0) } ?? .none)
    }
  }

  private func isInUpperHalf(_ mark: FoundMark, _ map: ColourMap) -> Bool {
    let height = Double(rotation % 180 == 0 ? raster.height : raster.width) * transform.scale
    return Double(transform.upright(mark.box(on: map)).midY) < height / 2
  }
}
