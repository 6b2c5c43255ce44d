/// What a page paints, as far as that tells how the page is to be had.
struct PDFDrawing {
  struct Picture {
    /// Nil for an inline image.
    let stream: PDFObject?
    /// In pixels.
    let width, height: Int
    /// From the unit square to the upright page, in points.
    let place: PDFMatrix
    /// Opaque, not clipped, not blended: the page shows its pixels as they are.
    let isPlain: Bool
    /// The part of the page that it takes.
    let area: PDFArea

    /// Pixels per inch, the finer of both ways.
    var dpi: Double {
      let across = (place.a * place.a + place.b * place.b).squareRoot()
      let down = (place.c * place.c + place.d * place.d).squareRoot()
      guard across > 0, down > 0 else { return 0 }
      return 72 * max(Double(width) / across, Double(height) / down)
    }
  }

  let page: PDFPageBox
  private(set) var pictures: [Picture] = []
  /// Characters shown that nothing covers later.
  private(set) var visibleText = 0
  /// Characters shown invisibly, or covered by a picture of the whole page.
  private(set) var hiddenText = 0
  /// Pieces of lines and curves drawn that nothing covers later.
  private(set) var strokes = 0
  /// Whether anything was painted before the picture that covers the page.
  private var isUnderlaid = false
  /// The last plain picture that covers the page.
  private var coverIndex: Int?
  /// False where something is painted that is not followed here.
  var isKnown = true

  init(page: PDFPageBox) { self.page = page }

  mutating func add(_ picture: Picture) {
    if picture.isPlain, share(picture.area) >= Self.coverShare {
      isUnderlaid = isUnderlaid || !pictures.isEmpty || strokes > 0 || visibleText > 0
      hiddenText += visibleText
      (visibleText, strokes) = (0, 0)
      coverIndex = pictures.count
    }
    pictures.append(picture)
  }

  mutating func addText(_ count: Int, isVisible: Bool) {
    if isVisible { visibleText += count } else { hiddenText += count }
  }

  mutating func addStrokes(_ count: Int) { strokes += count }

  /// The picture that covers the page.
  var cover: Picture? { coverIndex.map { pictures[$0] } }

  /// The picture that is all the page shows.
  var sole: Picture? {
    guard isKnown, let coverIndex, coverIndex == pictures.count - 1, visibleText == 0, strokes == 0 else {
      return nil
    }
    let picture = pictures[coverIndex]
    return !isUnderlaid || share(picture.area) >= Self.wholeShare ? picture : nil
  }

  /// True if pictures take most of the page: a scan, in whatever pieces.
  var isScan: Bool { cover != nil || pictures.reduce(0) { $0 + share($1.area) } >= Self.scanShare }

  /// Pixels per inch that lose nothing of the pictures that matter; nil if none does.
  var pictureDPI: Double? {
    let finest = pictures.sorted { $0.dpi > $1.dpi }
    var taken = 0.0
    return finest.first { picture in
      taken += share(picture.area)
      return taken >= Self.leastShare
    }?.dpi
  }

  /// Part of the page, 0...1.
  func share(_ area: PDFArea) -> Double { area.intersection(page.area).size / page.area.size }

  /// Pictures that leave a little of the page free still cover it.
  private static let coverShare = 0.9
  private static let wholeShare = 0.99
  private static let scanShare = 0.5
  /// Smaller pictures are seals, banners and emblems.
  private static let leastShare = 0.08
}
