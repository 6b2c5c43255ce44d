import CLeptonica
import SoHoaModel

/// Where a page is black: one bit a pixel.
struct InkMask: ~Copyable {
  let pix: Pix

  /// - Parameter evened: grey, with all paper at `Light.paper`.
  init?(evened: borrowing Pix) {
    guard let pix = evened.map({ pixThresholdToBinary($0, Light.paper * 3 / 4) }) else { return nil }
    self.pix = pix
  }

  private init(bits pix: consuming Pix) { self.pix = pix }

  var width: Int { pix.width }
  var height: Int { pix.height }

  func turned(_ quarters: Int) -> InkMask? {
    guard let turned = pix.turned(quarters) else { return nil }
    return InkMask(bits: turned)
  }

  func remove(_ other: borrowing Pix) {
    pixSubtract(pix.pointer, pix.pointer, other.pointer)
  }

  /// Clockwise slant of the lines in degrees; 0 where none is sure.
  func slant() -> Double {
    var angle: Float = 0
    var confidence: Float = 0
    guard pixFindSkew(pix.pointer, &angle, &confidence) == 0, confidence >= Self.sureSlant else { return 0 }
    return -Double(angle)
  }

  /// Clockwise quarters that stand the page upright; 0 where that is not sure. The middle of the page tells,
  /// or else the whole of it.
  func quartersToUpright() -> Int {
    let middle = pix.map { pix in
      var box = boxCreate(Int32(width) / 6, Int32(height) / 6, Int32(width) * 2 / 3, Int32(height) * 2 / 3)
      defer { boxDestroy(&box) }
      return pixClipRectangle(pix, box, nil)
    }
    if let middle, let quarters = Self.quartersToUpright(middle) { return quarters }
    return Self.quartersToUpright(pix) ?? 0
  }

  /// - Returns: nil where that is not sure.
  private static func quartersToUpright(_ pix: borrowing Pix) -> Int? {
    var up: Float = 0
    var left: Float = 0
    var decision: Int32 = 0
    guard pixOrientDetect(pix.pointer, &up, &left, 0, 0) == 0,
      makeOrientDecision(up, left, 0, 0, &decision, 0) == 0
    else { return nil }
    switch decision {
    case Int32(L_TEXT_ORIENT_UP): return 0
    case Int32(L_TEXT_ORIENT_LEFT): return 1
    case Int32(L_TEXT_ORIENT_DOWN): return 2
    case Int32(L_TEXT_ORIENT_RIGHT): return 3
    default: return nil
    }
  }

  /// Large black at the edge of the picture: lid, desk, shadow of the spine. Nil if there is none.
  func border() -> Pix? {
    guard let small = pix.map({ pixReduceRankBinaryCascade($0, 1, 1, 0, 0) }),
      let touching = small.map({ pixExtractBorderConnComps($0, 8) }),
      let large = touching.map({
        pixSelectBySize(
          $0, Int32(small.width) / Self.borderPart, Int32(small.height) / Self.borderPart, 8,
          Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GTE), nil)
      })
    else { return nil }
    var isEmpty: Int32 = 1
    pixZero(large.pointer, &isEmpty)
    guard isEmpty == 0, let wide = large.map({ pixExpandReplicate($0, 4) }),
      let whole = Pix(owning: pixCreate(Int32(width), Int32(height), 1))
    else { return nil }
    pixRasterop(whole.pointer, 0, 0, Int32(width), Int32(height), Int32(PIX_SRC), wide.pointer, 0, 0)
    return whole.map { pixDilateBrick(nil, $0, 9, 9) }
  }

  /// Clockwise about the centre, in degrees.
  func spun(by degrees: Double) -> InkMask? {
    guard
      let spun = pix.map({
        pixRotate($0, Float(degrees * .pi / 180), Int32(L_ROTATE_SHEAR), Int32(L_BRING_IN_WHITE), 0, 0)
      })
    else { return nil }
    return InkMask(bits: spun)
  }

  /// Boxes of the connected black parts.
  func parts() -> [BoundingBox] { Self.parts(pix) }

  /// Boxes of what stands in a line with gaps of at most so many pixels.
  func phrases(joining gap: Int) -> [BoundingBox] {
    guard let joined = pix.map({ pixCloseSafeBrick(nil, $0, Int32(max(1, gap)), 1) }) else { return [] }
    return Self.parts(joined)
  }

  static func parts(_ pix: borrowing Pix) -> [BoundingBox] {
    var boxes = pixConnCompBB(pix.pointer, 8)
    defer { boxaDestroy(&boxes) }
    return (0..<boxaGetCount(boxes)).map { index in
      var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
      return BoundingBox(left: Int(x), top: Int(y), right: Int(x + width), bottom: Int(y + height))
    }
  }

  /// Share of the page that is black.
  func coverage() -> Double {
    var share: Float = 0
    pixForegroundFraction(pix.pointer, &share)
    return Double(share)
  }

  /// Leptonica's own measure: best score of the sweep over the worst.
  private static let sureSlant: Float = 3
  /// A border is at least one such part of the page long.
  private static let borderPart: Int32 = 12
}

extension InkMask {
  /// Nothing that could be a letter, and no picture either.
  var isBlank: Bool {
    guard coverage() < 0.002 else { return false }
    let letters = parts().filter { (6...100).contains($0.height) && (4...150).contains($0.width) }
    return letters.count < 3
  }
}
