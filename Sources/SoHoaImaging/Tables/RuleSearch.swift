import CLeptonica
import SoHoaModel

/// Looks for the rules of a page at half its size: long thin runs of ink, level or upright.
struct RuleSearch: ~Copyable {
  /// What of the ink is rules, at half size.
  private let across: Pix
  private let down: Pix
  let rules: [Rule]

  /// - Parameters:
  ///   - ink: upright and straight to a degree or so.
  ///   - letter: median height of its letters, in pixels.
  init?(_ ink: borrowing InkMask, letter: Double) {
    let thick = Int32(max(3, letter * Self.thickest / 2))
    guard let half = ink.pix.map({ pixReduceRankBinary2($0, 1, nil) }),
      let across = half.thin(width: Int32(letter * Self.shortest / 2), height: 1, thick: thick),
      let down = half.thin(width: 1, height: Int32(letter * Self.shortestDown / 2), thick: thick)
    else { return nil }
    let offset = Int(letter * Self.offset)
    let level = Rule.join(Self.boxes(across), .across, gap: Int(letter * Self.gap), offset: offset)
    let upright = Rule.join(Self.boxes(down), .down, gap: Int(letter * Self.gapDown), offset: offset)
    rules =
      level.filter { Double($0.length) >= Self.least * letter }
      + upright.filter { Double($0.length) >= Self.shortestDown * letter }
    self.across = across
    self.down = down
  }

  // In heights of letters. No letter has a level run of 2.7, or an upright one of 2.2.
  private static let shortest = 2.7
  private static let shortestDown = 2.2
  /// A whole level rule: joined serifs are shorter.
  private static let least = 5.0
  private static let thickest = 0.5
  private static let offset = 0.35
  private static let gap = 3.0
  private static let gapDown = 2.0

  /// In pixels of the whole size.
  private static func boxes(_ half: borrowing Pix) -> [BoundingBox] {
    InkMask.parts(half).map {
      BoundingBox(left: 2 * $0.left, top: 2 * $0.top, right: 2 * $0.right, bottom: 2 * $0.bottom)
    }
  }

  /// The ink of the rules and the grey at their edges, so large as the page.
  func mask(width: Int, height: Int) -> Pix? {
    guard let half = Pix(owning: pixCreate(Int32(across.width), Int32(across.height), 1)) else { return nil }
    for rule in rules {
      let source = rule.direction == .across ? across.pointer : down.pointer
      for piece in rule.pieces { half.copy(piece.box, from: source) }
    }
    guard let wide = half.map({ pixExpandReplicate($0, 2) }),
      let whole = Pix(owning: pixCreate(Int32(width), Int32(height), 1))
    else { return nil }
    pixRasterop(
      whole.pointer, 0, 0, Int32(wide.width), Int32(wide.height), Int32(PIX_SRC), wide.pointer, 0, 0)
    return whole.map { pixDilateBrick(nil, $0, 5, 5) }
  }
}

extension Pix {
  /// Runs of at least this size, less what is thick.
  fileprivate func thin(width: Int32, height: Int32, thick: Int32) -> Pix? {
    guard let runs = map({ pixOpenBrick(nil, $0, max(2, width), max(1, height)) }),
      let blocks = runs.map({ pixOpenBrick(nil, $0, thick, thick) })
    else { return nil }
    pixSubtract(runs.pointer, runs.pointer, blocks.pointer)
    return runs
  }

  /// - Parameter box: at twice the size.
  fileprivate func copy(_ box: BoundingBox, from source: UnsafeMutablePointer<CLeptonica.Pix>) {
    let (x, y) = (Int32(box.left / 2), Int32(box.top / 2))
    pixRasterop(
      pointer, x, y, Int32(box.width / 2), Int32(box.height / 2), Int32(PIX_SRC | PIX_DST), source, x, y)
  }
}
