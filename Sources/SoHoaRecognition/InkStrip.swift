import Foundation
import SoHoaModel

/// One row of print cut out of a grey page, also without the ink that is lighter than its letters: a seal is
/// grey where letters are black.
struct InkStrip {
  private let picture: Raster
  private let place: BoundingBox
  /// Grey of the letters and of the paper between them.
  private let dark, paper: Int

  /// - Parameters:
  ///   - place: inside the page, in its pixels.
  ///   - letters: those that nothing touches.
  /// - Returns: nil for pages that are not grey, or have nothing there.
  init?(_ page: Raster, _ place: BoundingBox, letters: [BoundingBox]) {
    guard page.channels == .grey, place.width > 0, place.height > 0 else { return nil }
    self.place = place
    picture = page.cut(place)
    let levels = letters.flatMap { page.cut($0).bytes }.sorted()
    guard levels.count >= 20 else { return nil }
    dark = Int(levels[levels.count / 10])
    paper = Int(levels[levels.count * 9 / 10])
  }

  /// As it is; and where something touches the letters, with more and more of the lighter ink whitened.
  func pictures(isTouched: Bool) -> [Raster] {
    [picture] + (isTouched ? Self.shares.map(whitened) : [])
  }

  /// Ink lighter than this is whitened: parts of the way from letters to paper.
  private static let shares = [0.6, 0.4]

  private func whitened(from share: Double) -> Raster {
    let span = max(1, Double(paper - dark) * share)
    let map = (0...255).map { level in
      let light = min(1, max(0, Double(level - dark) / span))
      return UInt8(Double(min(level, dark)) + light * Double(255 - min(level, dark)))
    }
    return Raster(
      width: picture.width, height: picture.height, channels: .grey, dpi: picture.dpi,
      bytes: Data(picture.bytes.map { map[Int($0)] }))
  }

  /// The lines with their boxes in pixels of the page.
  func onPage(_ lines: [RecognisedLine]) -> [RecognisedLine] {
    lines.map { line in
      var line = line
      for index in line.words.indices { line.words[index].box = onPage(line.words[index].box) }
      return line
    }
  }

  private func onPage(_ box: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: box.left + place.left, top: box.top + place.top, right: box.right + place.left,
      bottom: box.bottom + place.top)
  }
}

extension Raster {
  /// - Parameter box: inside; of a grey picture.
  fileprivate func cut(_ box: BoundingBox) -> Raster {
    var data = Data(capacity: box.width * box.height)
    for row in box.top..<box.bottom {
      let start = bytes.startIndex + row * width
      data.append(bytes[start + box.left..<start + box.right])
    }
    return Raster(width: box.width, height: box.height, channels: .grey, dpi: dpi, bytes: data)
  }
}
