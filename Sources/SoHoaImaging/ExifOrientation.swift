import CLeptonica

/// How a camera was held (EXIF tag 0x0112): the turn and flip that show the picture as it was seen.
enum ExifOrientation: Int {
  case upright = 1
  case flipped, turnedHalf, flippedHalf, flippedLeft, turnedRight, flippedRight, turnedLeft

  /// - Parameter jpeg: the whole file; only its leading segments are looked at.
  /// - Returns: nil if the file does not say.
  static func read(_ jpeg: UnsafeBufferPointer<UInt8>) -> ExifOrientation? {
    var offset = 2
    while offset + 4 <= jpeg.count, jpeg[offset] == 0xFF, jpeg[offset + 1] != 0xDA {
      let length = Int(jpeg[offset + 2]) << 8 | Int(jpeg[offset + 3])
      guard length >= 2, offset + 2 + length <= jpeg.count else { return nil }
      if jpeg[offset + 1] == 0xE1 {
        let segment = UnsafeBufferPointer(rebasing: jpeg[(offset + 4)..<(offset + 2 + length)])
        if let found = readSegment(segment) { return found }
      }
      offset += 2 + length
    }
    return nil
  }

  func apply(_ pix: consuming Pix) -> Pix? {
    switch self {
    case .upright: pix
    case .flipped: pix.map { pixFlipLR(nil, $0) }
    case .turnedHalf: pix.map { pixRotate180(nil, $0) }
    case .flippedHalf: pix.map { pixFlipTB(nil, $0) }
    case .flippedLeft: pix.map { pixFlipLR(nil, $0) }?.map { pixRotate90($0, -1) }
    case .turnedRight: pix.map { pixRotate90($0, 1) }
    case .flippedRight: pix.map { pixFlipLR(nil, $0) }?.map { pixRotate90($0, 1) }
    case .turnedLeft: pix.map { pixRotate90($0, -1) }
    }
  }

  /// An APP1 segment: `Exif\0\0`, then a TIFF directory in either byte order.
  private static func readSegment(_ segment: UnsafeBufferPointer<UInt8>) -> ExifOrientation? {
    guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let tiff = UnsafeBufferPointer(rebasing: segment.dropFirst(6))
    guard tiff.count >= 8 else { return nil }
    let isLittle = tiff[0] == 0x49
    func number(at offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= tiff.count else { return nil }
      return (0..<bytes).reduce(0) { $0 << 8 | Int(tiff[offset + (isLittle ? bytes - 1 - $1 : $1)]) }
    }
    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else {
      return nil
    }
    for entry in 0..<min(count, 512) {
      let offset = directory + 2 + 12 * entry
      guard number(at: offset, bytes: 2) == 0x0112 else { continue }
      return number(at: offset + 8, bytes: 2).flatMap(ExifOrientation.init)
    }
    return nil
  }
}
