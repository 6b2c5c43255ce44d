import Foundation
import SoHoaModel

/// The coloured marks of a page and what is to be done to read the text below them.
struct ColourMarks {
  let map: ColourMap
  let found: [FoundMark]

  /// - Parameter dpi: 0 where unknown.
  /// - Returns: nil for a page without colours.
  init?(_ raster: Raster, dpi: Int) {
    guard let map = ColourMap(raster, dpi: dpi) else { return nil }
    self.map = map
    found = MarkFinder(map: map).marks()
  }

  /// More coloured print than this is a coloured page, not a stamped one.
  private static let mostRead = 12

  /// What is taken out of the text must be read by itself.
  var isReadable: Bool { found.count { $0.shape == .frame || $0.shape == .print } <= Self.mostRead }

  /// Handwriting stays: it is the document's text. So does a signature without a name in print below: a stamped
  /// name may be part of it.
  func clear(from raster: Raster, in grey: inout Data) {
    let margin = map.factor * 2
    let cleared = found.filter { mark in
      mark.shape == .seal || (isReadable && (mark.shape == .frame || mark.shape == .print))
    }
    let separation = InkSeparation(paper: map.paper)
    separation.clear(
      cleared.map { (map.pixels($0.patch.box).grown(by: margin), $0.colour) }, of: raster, in: &grey)
    for mark in cleared where mark.shape == .frame && mark.colour == .red {
      separation.erase(map.strokes(in: mark.patch.box), factor: map.factor, of: raster, in: &grey)
    }
    for mark in found where mark.shape == .signature && hasNameInPrint(mark.patch.box) {
      separation.erase(mark.patch.points, factor: map.factor, of: raster, in: &grey)
    }
  }

  /// Squares of black that a name has at least.
  private static let leastPrint = 40

  /// Black print through the lower half of a signature or right below it, on whichever side is down.
  private func hasNameInPrint(_ box: BoundingBox) -> Bool {
    let reach = Int(map.squares(14))
    let below = box.bottom - box.height / 2..<min(map.height, box.bottom + reach)
    let above = max(0, box.top - reach)..<box.top + box.height / 2
    return [below, above].allSatisfy { rows in
      rows.reduce(0) { sum, y in
        sum + (box.left..<box.right).count { map.isPrint($0, y) }
      } >= Self.leastPrint
    }
  }
}

extension ColourMap {
  /// Blue inside of a red stamp is what a clerk wrote into it.
  fileprivate func strokes(in box: BoundingBox) -> [Patch.Point] {
    (box.top..<box.bottom).flatMap { y in
      (box.left..<box.right).filter { blue[y * width + $0] >= Self.leastBlue }
        .map { Patch.Point(x: $0, y: y) }
    }
  }
}
