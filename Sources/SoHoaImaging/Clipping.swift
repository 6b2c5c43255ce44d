import CLeptonica
import Foundation
import SoHoaModel

extension Raster {
  /// A part of the picture as a JPEG file, for people to look at.
  ///
  /// - Parameters:
  ///   - box: pixels; what lies outside of the picture is left out.
  ///   - height: pixels that it has at most; a taller part is made smaller.
  /// - Returns: nil where nothing of the part lies in the picture, or where there is no memory.
  public func clipping(_ box: BoundingBox, height most: Int, quality: Int = 70) -> Data? {
    let samples = channels.rawValue
    let (left, top) = (max(0, box.left), max(0, box.top))
    let (right, bottom) = (min(width, box.right), min(height, box.bottom))
    guard left < right, top < bottom else { return nil }
    let (xs, ys) = (left..<right, top..<bottom)
    var part = Data(capacity: xs.count * ys.count * samples)
    for y in ys {
      let start = bytes.startIndex + (y * width + xs.lowerBound) * samples
      part += bytes[start..<start + xs.count * samples]
    }
    let raster = Raster(width: xs.count, height: ys.count, channels: channels, dpi: 0, bytes: part)
    guard let pix = Pix(raster) else { return nil }
    let scale = Float(most) / Float(ys.count)
    guard scale < 1 else { return pix.jpeg(quality) }
    return pix.map { pixScale($0, scale, scale) }?.jpeg(quality)
  }
}

extension Pix {
  fileprivate borrowing func jpeg(_ quality: Int) -> Data? {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMemJpeg(&bytes, &count, pointer, Int32(quality), 0) == 0, let bytes else { return nil }
    return Data(bytesNoCopy: bytes, count: count, deallocator: .free)
  }
}
