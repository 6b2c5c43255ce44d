import CLeptonica
import SoHoaModel

/// Looks for the rules of a page at half its size: long thin runs of ink, level or upright.
final class RuleSearch {
  /// Rules in long unbroken runs, wherever they stand.
  let solid: [Rule]
  /// The same and what a bad plate or a copier left of others, in dashes and dots: rules where they make a
  /// table, elsewhere perhaps a dotted line to write on.
  let worn: [Rule]

  private let solidRuns: RuleRuns
  private let wornRuns: RuleRuns

  /// - Parameters:
  ///   - ink: one bit a pixel, upright and straight to a degree or so.
  ///   - letter: median height of its letters, in pixels.
  init?(_ ink: borrowing Pix, letter: Double) {
    guard let half = ink.map({ pixReduceRankBinary2($0, 1, nil) }),
      let solidRuns = RuleRuns(half, letter: letter, bridging: 0),
      let wornRuns = RuleRuns(half, letter: letter, bridging: Self.bridge)
    else { return nil }
    let unbroken = Int(letter / 2 * Self.unbroken)
    solid = solidRuns.rules(letter: letter) { run, direction in
      direction == .down || run.width >= unbroken || half.isAlone(run, along: direction)
    }
    worn = wornRuns.rules(letter: letter) { solidRuns.hold($0, along: $1) || half.isAlone($0, along: $1) }
    self.solidRuns = solidRuns
    self.wornRuns = wornRuns
  }

  /// The serifs of a word may join to a shorter run, with the word beside it; in heights of letters.
  private static let unbroken = 7.0
  /// Longest gap in a worn rule, in heights of letters.
  private static let bridge = 0.5

  /// The ink of rules and the grey at their edges, as large as the page.
  ///
  /// - Parameter tables: those of the worn rules that count; nil for all.
  func mask(tables: [Rule]?, width: Int, height: Int) -> Pix? {
    guard let half = wornRuns.blank() else { return nil }
    solidRuns.copy(solid, to: half)
    wornRuns.copy(tables ?? worn, to: half)
    guard let wide = half.map({ pixExpandReplicate($0, 2) }),
      let whole = Pix(owning: pixCreate(Int32(width), Int32(height), 1))
    else { return nil }
    pixRasterop(
      whole.pointer, 0, 0, Int32(wide.width), Int32(wide.height), Int32(PIX_SRC), wide.pointer, 0, 0)
    return whole.map { pixDilateBrick(nil, $0, 5, 5) }
  }
}

/// Long thin runs of ink in a picture of half the size.
struct RuleRuns: ~Copyable {
  private let across: Pix
  private let down: Pix

  /// - Parameters:
  ///   - half: the ink at half the size.
  ///   - letter: median height of the letters at the whole size.
  ///   - bridge: gaps up to this many heights of letters are closed.
  init?(_ half: borrowing Pix, letter: Double, bridging bridge: Double) {
    let unit = letter / 2
    let thick = Int32(max(3, unit * Self.thickest))
    let gap = Int32(unit * bridge)
    guard
      let across = half.thin((Int32(unit * Self.shortest), 1), thick: thick, closing: (gap, 1)),
      let down = half.thin((1, Int32(unit * Self.shortestDown)), thick: thick, closing: (1, gap))
    else { return nil }
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

  /// - Parameter isRule: whether a run, at half the size, is one.
  func rules(letter: Double, where isRule: (BoundingBox, Rule.Direction) -> Bool = { _, _ in true }) -> [Rule]
  {
    let offset = Int(letter * Self.offset)
    let level = Rule.join(
      InkMask.parts(across).filter { isRule($0, .across) }.map(\.doubled), .across,
      gap: Int(letter * Self.gap), offset: offset)
    let upright = Rule.join(
      InkMask.parts(down).filter { isRule($0, .down) }.map(\.doubled), .down,
      gap: Int(letter * Self.gapDown), offset: offset)
    return level.filter { Double($0.length) >= Self.least * letter }
      + upright.filter { Double($0.length) >= Self.shortestDown * letter }
  }

  /// Most of the run is here too.
  func hold(_ run: BoundingBox, along direction: Rule.Direction) -> Bool {
    let runs = direction == .across ? across.ink(in: run) : down.ink(in: run)
    return runs * 2 > max(run.width, run.height)
  }

  func blank() -> Pix? { Pix(owning: pixCreate(Int32(across.width), Int32(across.height), 1)) }

  /// The runs of these rules, to a picture of the same size.
  func copy(_ rules: [Rule], to target: borrowing Pix) {
    for rule in rules {
      let source = rule.direction == .across ? across.pointer : down.pointer
      for piece in rule.pieces { target.paint(piece.box, from: source) }
    }
  }
}

extension BoundingBox {
  /// The same at twice the size.
  fileprivate var doubled: BoundingBox {
    BoundingBox(left: 2 * left, top: 2 * top, right: 2 * right, bottom: 2 * bottom)
  }

  fileprivate func grown(_ direction: Rule.Direction, by margin: Int) -> BoundingBox {
    switch direction {
    case .across: BoundingBox(left: left, top: top - margin, right: right, bottom: bottom + margin)
    case .down: BoundingBox(left: left - margin, top: top, right: right + margin, bottom: bottom)
    }
  }
}

extension Pix {
  fileprivate func ink(in area: BoundingBox) -> Int {
    var box = boxCreate(Int32(area.left), Int32(area.top), Int32(area.width), Int32(area.height))
    defer { boxDestroy(&box) }
    var count: Int32 = 0
    return pixCountPixelsInRect(pointer, box, &count, nil) == 0 ? Int(count) : 0
  }

  /// Little else stands beside a run: what closing makes of a word has more strokes above or below.
  fileprivate func isAlone(_ run: BoundingBox, along direction: Rule.Direction) -> Bool {
    ink(in: run.grown(direction, by: 5)) * 2 <= ink(in: run.grown(direction, by: 1)) * 3
  }

  private typealias Size = (width: Int32, height: Int32)

  /// Runs of at least this size once gaps are closed, less what is thick.
  fileprivate func thin(
    _ size: (width: Int32, height: Int32), thick: Int32, closing gap: (width: Int32, height: Int32)
  ) -> Pix? {
    if gap.width <= 1, gap.height <= 1 { return thin(size, thick: thick) }
    return map { pixCloseSafeBrick(nil, $0, gap.width, gap.height) }?.thin(size, thick: thick)
  }

  private func thin(_ size: Size, thick: Int32) -> Pix? {
    guard let blocks = map({ pixOpenBrick(nil, $0, thick, thick) }), let rest = map({ pixCopy(nil, $0) })
    else { return nil }
    pixSubtract(rest.pointer, rest.pointer, blocks.pointer)
    return rest.map { pixOpenBrick(nil, $0, max(1, size.width), max(1, size.height)) }
  }

  /// - Parameter box: at twice the size.
  fileprivate func paint(_ box: BoundingBox, from source: UnsafeMutablePointer<CLeptonica.Pix>) {
    let (x, y) = (Int32(box.left / 2), Int32(box.top / 2))
    pixRasterop(
      pointer, x, y, Int32(box.width / 2), Int32(box.height / 2), Int32(PIX_SRC | PIX_DST), source, x, y)
  }
}
