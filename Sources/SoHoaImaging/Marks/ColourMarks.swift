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

  /// Handwriting stays: it is the document's text. So does a signature, unless it crosses print: there may be
  /// a stamped name in it.
  func clear(from raster: Raster, in grey: inout Data) {
    let margin = map.factor * 2
    let cleared = found.filter { mark in
      switch mark.shape {
      case .seal, .frame: true
      case .print: isReadable
      case .signature: crossesPrint(mark.patch.box)
      case .handwriting: false
      }
    }
    InkSeparation(paper: map.paper).clear(
      cleared.map { (map.pixels($0.patch.box).grown(by: margin), $0.colour) }, of: raster, in: &grey)
  }

  /// Share of the squares of a box that are black where print runs through it.
  private static let printShare = 0.04
  private static let leastBlack: UInt8 = 60

  private func crossesPrint(_ box: BoundingBox) -> Bool {
    let black = (box.top..<box.bottom).reduce(0) { sum, y in
      sum + (box.left..<box.right).count { map.black[y * map.width + $0] >= Self.leastBlack }
    }
    return Double(black) > Self.printShare * Double(box.width * box.height)
  }
}
