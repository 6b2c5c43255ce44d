import CLeptonica
import SoHoaModel

/// Finds frames of the size of stamps on pages without colours: their ink is black like all other.
///
/// Tables and boxes of forms look the same; only what is read inside tells them apart.
struct FrameFinder {
  /// Pixels of the prepared page per millimetre.
  let perMillimetre: Double

  /// In millimetres: from `MẬT` to the largest stamp "ĐẾN".
  private static let widths = 14.0...75.0
  private static let heights = 6.0...48.0
  /// More are a form.
  private static let most = 6

  /// Upright frames, from the top.
  func frames(_ parts: [BoundingBox], on grey: borrowing Pix) -> [BoundingBox] {
    guard perMillimetre > 0 else { return [] }
    let frames = parts.filter { box in
      Self.widths.contains(Double(box.width) / perMillimetre)
        && Self.heights.contains(Double(box.height) / perMillimetre) && isDrawn(box, on: grey)
    }
    let outer = frames.filter { frame in !frames.contains { $0 != frame && $0.contains(frame) } }
    return outer.count <= Self.most ? outer : []
  }

  func isLine(_ box: BoundingBox) -> Bool { Double(box.height) / perMillimetre < 13 }

  /// What is inside of the frame.
  func inside(_ box: BoundingBox) -> BoundingBox {
    box.grown(by: -max(2, Int(perMillimetre * (isLine(box) ? 0.8 : 1))))
  }

  /// Three of the four sides are drawn nearly all along.
  private func isDrawn(_ box: BoundingBox, on grey: borrowing Pix) -> Bool {
    let band = max(2, Int(perMillimetre * 1.5))
    let sides = [
      along(box.left..<box.right, box.top..<box.top + band, on: grey, isRow: true),
      along(box.left..<box.right, box.bottom - band..<box.bottom, on: grey, isRow: true),
      along(box.top..<box.bottom, box.left..<box.left + band, on: grey, isRow: false),
      along(box.top..<box.bottom, box.right - band..<box.right, on: grey, isRow: false),
    ]
    return sides.count { $0 >= Self.leastDrawn } >= 3 && sides.allSatisfy { $0 > 0.4 }
  }

  private static let leastDrawn = 0.85
  private static let darkest: UInt32 = 205

  /// Share of the places along a side that are dark somewhere across the band.
  private func along(_ side: Range<Int>, _ band: Range<Int>, on grey: borrowing Pix, isRow: Bool) -> Double {
    let dark = side.count { place in
      band.contains { across in
        var value: UInt32 = 255
        pixGetPixel(grey.pointer, Int32(isRow ? place : across), Int32(isRow ? across : place), &value)
        return value < Self.darkest
      }
    }
    return Double(dark) / Double(max(1, side.count))
  }
}
