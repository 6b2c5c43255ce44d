import CLeptonica

/// How the light falls on a page: the paper's own grey, place by place.
struct Light: ~Copyable {
  /// The page with its paper everywhere at the same light grey.
  let evened: Pix
  /// Paper that differs from place to place by more than a reader would overlook.
  let isUneven: Bool

  /// - Parameter grey: 8 bits a pixel.
  /// - Returns: nil if no paper was found.
  init?(_ grey: borrowing Pix) {
    var map: UnsafeMutablePointer<CLeptonica.Pix>?
    let status = pixGetBackgroundGrayMap(
      grey.pointer, nil, Self.tile, Self.tile, Self.darkest, Self.tile * Self.tile / 3, &map)
    guard status == 0, let map = Pix(owning: map),
      let inverse = map.map({ pixGetInvBackgroundMap($0, Self.paper, 2, 2) }),
      let evened = Pix(
        owning: pixApplyInvBackgroundGrayMap(grey.pointer, inverse.pointer, Self.tile, Self.tile))
    else { return nil }
    self.evened = evened
    isUneven = map.spread() > Self.spread
  }

  consuming func intoEvened() -> Pix { evened }

  /// Level that paper gets; darker is ink.
  static let paper: Int32 = 230
  /// Side of the squares in which paper is looked for, in pixels: less than a line of text.
  private static let tile: Int32 = 16
  /// Darker pixels are ink.
  private static let darkest: Int32 = 90
  /// Levels between the darkest and the lightest tenth of the paper.
  private static let spread = 40
}

extension Pix {
  /// Levels between the lightest and the darkest tenth.
  fileprivate func spread() -> Int {
    var low: Float = 0
    var high: Float = 0
    pixGetRankValueMasked(pointer, nil, 0, 0, 1, 0.1, &low, nil)
    pixGetRankValueMasked(pointer, nil, 0, 0, 1, 0.9, &high, nil)
    return Int(high - low)
  }
}
