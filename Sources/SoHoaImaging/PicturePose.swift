import CLeptonica

/// How a stored picture lies on its page: turned by quarters, perhaps mirrored, never slanted.
struct PicturePose {
  private let turn: ExifOrientation
  /// Pixels per inch.
  let dpi: Int

  /// Nil for a picture that lies slanted, or that is stretched one way: its pixels are not the page's.
  init?(_ picture: PDFDrawing.Picture) {
    let place = picture.place
    // Along a row of the picture, and down a column.
    let (right, down) = ((x: place.a, y: place.b), (x: -place.c, y: -place.d))
    let isLevel = abs(right.y) < Self.slack * abs(right.x) && abs(down.x) < Self.slack * abs(down.y)
    let isUpended = abs(right.x) < Self.slack * abs(right.y) && abs(down.y) < Self.slack * abs(down.x)
    guard picture.width > 0, picture.height > 0, isLevel || isUpended else { return nil }
    turn =
      isLevel
      ? Self.level(isRightward: right.x > 0, isDownward: down.y > 0)
      : Self.upended(isDownward: right.y > 0, isRightward: down.x > 0)
    let across = Double(picture.width) * 72 / (isLevel ? abs(right.x) : abs(right.y))
    let along = Double(picture.height) * 72 / (isLevel ? abs(down.y) : abs(down.x))
    guard max(across, along) <= Self.stretch * min(across, along), across < 1e5 else { return nil }
    dpi = Int(across.rounded())
  }

  /// - Returns: the picture as it lies on the page; nil where there is no memory.
  func apply(_ pix: consuming Pix) -> Pix? { turn.apply(pix) }

  /// Of the turned picture, in pixels.
  func size(_ picture: PDFDrawing.Picture) -> (width: Int, height: Int) {
    turn.isSideways ? (picture.height, picture.width) : (picture.width, picture.height)
  }

  private static let slack = 0.001
  private static let stretch = 1.03

  private static func level(isRightward: Bool, isDownward: Bool) -> ExifOrientation {
    switch (isRightward, isDownward) {
    case (true, true): .upright
    case (false, true): .flipped
    case (false, false): .turnedHalf
    case (true, false): .flippedHalf
    }
  }

  private static func upended(isDownward: Bool, isRightward: Bool) -> ExifOrientation {
    switch (isDownward, isRightward) {
    case (true, true): .flippedLeft
    case (true, false): .turnedRight
    case (false, false): .flippedRight
    case (false, true): .turnedLeft
    }
  }
}

extension ExifOrientation {
  /// Rows become columns.
  var isSideways: Bool { rawValue >= ExifOrientation.flippedLeft.rawValue }
}

extension Pix {
  /// The part of a picture of `whole` that lies in `part`; the picture itself where that is nearly all.
  consuming func cropped(to part: PDFArea, of whole: PDFArea) -> Pix? {
    let (across, down) = (Double(width) / whole.width, Double(height) / whole.height)
    let left = Int(((part.left - whole.left) * across).rounded())
    let top = Int(((part.top - whole.top) * down).rounded())
    let right = Int(((part.right - whole.left) * across).rounded())
    let bottom = Int(((part.bottom - whole.top) * down).rounded())
    // The edge of a box is rarely on a pixel's.
    let slack = 2
    if left <= slack, top <= slack, right >= width - slack, bottom >= height - slack { return self }
    guard right > left, bottom > top else { return nil }
    var box = boxCreate(Int32(left), Int32(top), Int32(right - left), Int32(bottom - top))
    defer { boxDestroy(&box) }
    return map { pixClipRectangle($0, box, nil) }
  }
}
