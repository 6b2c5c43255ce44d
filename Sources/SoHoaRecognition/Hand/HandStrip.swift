import Foundation
import SoHoaModel

/// A blank of the form and what stands beside it, as the network sees it: 32 rows of 144 pixels, an em of the print
/// 16 pixels, its base line below row 21; 0 paper, 1 the darkest ink.
struct HandStrip: Sendable {
  static let height = 32
  static let width = 144
  static let em = 16.0
  static let base = 21.0

  let values: [Float]
  /// Upper left corner in the picture, and its pixels a pixel of the strip.
  let left, top, scale: Double

  /// - Parameters:
  ///   - left, right: what part of the row is shown, in pixels of the picture; at most nine ems.
  ///   - base: base line of the print, y.
  ///   - em: size of the print in pixels.
  init?(_ picture: Raster, left: Double, right: Double, base: Double, em: Double) {
    guard picture.channels == .grey, em >= 8, right > left else { return nil }
    scale = em / Self.em
    self.left = left
    top = base - Self.base * scale
    let columns = min(Self.width, Int((right - left) / scale))
    let levels = Self.levels(picture, left: left, top: top, scale: scale, columns: columns)
    values = Self.evened(levels, columns: columns)
  }

  /// From the strip to the picture.
  func place(_ columns: Range<Int>, _ rows: Range<Int>) -> BoundingBox {
    BoundingBox(
      left: Int((left + Double(columns.lowerBound) * scale).rounded()),
      top: Int((top + Double(rows.lowerBound) * scale).rounded()),
      right: Int((left + Double(columns.upperBound) * scale).rounded()),
      bottom: Int((top + Double(rows.upperBound) * scale).rounded()))
  }

  /// Means of squares, row by row; white beyond the picture.
  private static func levels(_ picture: Raster, left: Double, top: Double, scale: Double, columns: Int)
    -> [Float]
  {
    var levels = [Float](repeating: 255, count: height * columns)
    picture.bytes.withUnsafeBytes { bytes in
      for row in 0..<height {
        let ys = span(top + Double(row) * scale, scale, picture.height)
        for column in 0..<columns {
          let xs = span(left + Double(column) * scale, scale, picture.width)
          guard !xs.isEmpty, !ys.isEmpty else { continue }
          var sum = 0
          for y in ys { for x in xs { sum += Int(bytes[y * picture.width + x]) } }
          levels[row * columns + column] = Float(sum) / Float(xs.count * ys.count)
        }
      }
    }
    return levels
  }

  private static func span(_ start: Double, _ length: Double, _ end: Int) -> Range<Int> {
    let first = max(0, Int(start.rounded()))
    return first..<max(first, min(end, max(first + 1, Int((start + length).rounded()))))
  }

  /// Paper and ink of the strip itself; what lies right of it is paper.
  private static func evened(_ levels: [Float], columns: Int) -> [Float] {
    let ordered = levels.sorted()
    guard let last = ordered.last else { return [Float](repeating: 0, count: height * width) }
    let paper = ordered.count > 3 ? ordered[ordered.count * 3 / 4] : last
    let dark = ordered[ordered.count / 50]
    let reach = max(60, paper - dark)
    var values = [Float](repeating: 0, count: height * width)
    for row in 0..<height {
      for column in 0..<columns {
        values[row * width + column] = min(1, max(0, (paper - levels[row * columns + column]) / reach))
      }
    }
    return values
  }
}
