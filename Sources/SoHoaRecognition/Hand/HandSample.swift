import Foundation
import SoHoaModel

/// A blank as the network sees it in one look, to learn from.
public struct HandSample: Codable, Sendable {
  /// What is filled in there.
  public var slot: HandReading.Slot
  /// Between the words around it, and all that is shown; pixels of the page as it came.
  public var blank, shown: BoundingBox
  /// 32 rows of 144, 0 paper, 255 the darkest ink.
  public var levels: Data

  /// - Parameter onPage: from the picture to the page.
  init?(_ blank: FormBlank, _ view: HandView, of picture: Raster, onPage: (BoundingBox) -> BoundingBox) {
    guard let strip = view.strip(of: blank, in: picture) else { return nil }
    slot = blank.slot
    let top = blank.type.base - blank.type.em
    self.blank = onPage(
      BoundingBox(
        left: Int(blank.left), top: Int(top), right: Int(blank.right), bottom: Int(blank.type.base)))
    shown = onPage(strip.place(0..<HandStrip.width, 0..<HandStrip.height))
    levels = Data(strip.values.map { UInt8(($0 * 255).rounded()) })
  }
}

extension HandReader {
  /// All looks at all blanks of a page and its arrival stamps, whatever stands in them.
  ///
  /// - Parameter raster: the page as it came.
  public func samples(_ page: Page, from prepared: PreparedPage, _ raster: Raster) -> [HandSample] {
    let blanks = BlankFinder(page, prepared.transform)?.blanks() ?? []
    let header = blanks.flatMap { blank in
      HandView.all.compactMap {
        HandSample(blank, $0, of: prepared.picture, onPage: prepared.transform.original)
      }
    }
    return header + (page.rotation == 0 ? page.marks.flatMap { stampSamples($0, raster) } : [])
  }

  private func stampSamples(_ mark: PageMark, _ raster: Raster) -> [HandSample] {
    guard let blanks = StampBlanks(mark)?.blanks(), let box = mark.box,
      let stamp = StampPicture(raster, box, colour: mark.colour)
    else { return [] }
    return blanks.map(stamp.placed).flatMap { blank in
      HandView.all.compactMap { HandSample(blank, $0, of: stamp.picture, onPage: stamp.onPage) }
    }
  }
}
