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
  ///
  /// - Parameters:
  ///   - parts: what hangs together; a frame that no other ink touches is one of them.
  ///   - rules: a frame that text runs into is made of them.
  func frames(_ parts: [BoundingBox], _ rules: [Rule], on grey: borrowing Pix) -> [BoundingBox] {
    guard perMillimetre > 0 else { return [] }
    let alone = outer(parts.filter { isSized($0) && isDrawn($0, on: grey) })
    let ruled = corners(of: rules).filter { isDrawn($0, on: grey) }.sorted { $0.area > $1.area }
    let all = ruled.reduce(into: alone) { kept, box in
      if !kept.contains(where: { box.sharesHalf(with: $0) }) { kept.append(box) }
    }
    if all.count <= Self.most { return all.sorted { ($0.top, $0.left) < ($1.top, $1.left) } }
    return alone.count <= Self.most ? alone : []
  }

  private func isSized(_ box: BoundingBox) -> Bool {
    Self.widths.contains(Double(box.width) / perMillimetre)
      && Self.heights.contains(Double(box.height) / perMillimetre)
  }

  private func outer(_ frames: [BoundingBox]) -> [BoundingBox] {
    frames.filter { frame in !frames.contains { $0 != frame && $0.contains(frame) } }
  }

  /// Of the size of stamps, begun and ended by rules, with rules along two sides at least.
  private func corners(of rules: [Rule]) -> [BoundingBox] {
    let (across, down) = (rules.filter { $0.direction == .across }, rules.filter { $0.direction == .down })
    let sides = Sides(across: across, down: down, slack: band)
    let columns = sides.columns.filter { Self.widths.contains(Double($0.count) / perMillimetre) }
    let rows = sides.rows.filter { Self.heights.contains(Double($0.count) / perMillimetre) }
    guard rows.count * columns.count <= Self.mostCorners else { return [] }
    return rows.flatMap { rows in
      columns.filter { sides.drawn(rows, $0) >= 2 }.map {
        BoundingBox(left: $0.lowerBound, top: rows.lowerBound, right: $0.upperBound, bottom: rows.upperBound)
      }
    }
  }

  /// More are a form or a table.
  private static let mostCorners = 20_000

  /// A side that stands a little askew lies in it.
  private var band: Int { max(2, Int(perMillimetre * 1.5)) }

  func isLine(_ box: BoundingBox) -> Bool { Double(box.height) / perMillimetre < 13 }

  /// What is inside of the frame.
  func inside(_ box: BoundingBox) -> BoundingBox {
    box.grown(by: -max(2, Int(perMillimetre * (isLine(box) ? 0.8 : 1))))
  }

  /// Three of the four sides are drawn nearly all along.
  private func isDrawn(_ box: BoundingBox, on grey: borrowing Pix) -> Bool {
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

/// The edges that rules give, and how far rules run along what lies between them.
private struct Sides {
  private let across, down: [Rule]
  private let slack: Int
  let columns, rows: [Range<Int>]

  /// - Parameter slack: edges nearer than this are one, in pixels.
  init(across: [Rule], down: [Rule], slack: Int) {
    (self.across, self.down, self.slack) = (across, down, slack)
    columns = Self.ranges(
      from: across.map(\.start) + down.compactMap(\.box?.left),
      to: across.map(\.end) + down.compactMap(\.box?.right), slack)
    rows = Self.ranges(
      from: down.map(\.start) + across.compactMap(\.box?.top),
      to: down.map(\.end) + across.compactMap(\.box?.bottom), slack)
  }

  private static func ranges(from starts: [Int], to ends: [Int], _ slack: Int) -> [Range<Int>] {
    let ends = parted(ends.sorted(by: >), slack)
    return parted(starts.sorted(), slack).flatMap { start in ends.filter { $0 > start }.map { start..<$0 } }
  }

  /// The first of those that lie close together.
  private static func parted(_ sorted: [Int], _ slack: Int) -> [Int] {
    sorted.reduce(into: []) { kept, edge in
      if kept.last.map({ abs(edge - $0) > slack }) ?? true { kept.append(edge) }
    }
  }

  /// Of the four sides those that a rule runs along; none where one runs on, as in a table.
  func drawn(_ rows: Range<Int>, _ columns: Range<Int>) -> Int {
    let level = [rows.lowerBound..<rows.lowerBound + slack, rows.upperBound - slack..<rows.upperBound]
    let upright = [
      columns.lowerBound..<columns.lowerBound + slack, columns.upperBound - slack..<columns.upperBound,
    ]
    let along =
      level.flatMap { band in across.filter { band.contains($0.place) }.map { ($0, columns) } }
      + upright.flatMap { band in down.filter { band.contains($0.place) }.map { ($0, rows) } }
    if along.contains(where: runsOn) { return 0 }
    return level.count { band in isCovered(columns, by: across, band) }
      + upright.count { band in isCovered(rows, by: down, band) }
  }

  private func runsOn(_ rule: Rule, _ side: Range<Int>) -> Bool {
    let inside = rule.start < side.upperBound && side.lowerBound < rule.end
    return inside && (rule.start < side.lowerBound - 3 * slack || rule.end > side.upperBound + 3 * slack)
  }

  private func isCovered(_ side: Range<Int>, by rules: [Rule], _ band: Range<Int>) -> Bool {
    rules.contains { band.contains($0.place) && $0.coverage(of: side) >= 0.7 }
  }
}

extension Rule {
  fileprivate var box: BoundingBox? { pieces.map(\.box).union() }
}

extension BoundingBox {
  /// Half of the smaller one lies in the other.
  fileprivate func sharesHalf(with other: BoundingBox) -> Bool {
    2 * overlap(other) > min(area, other.area)
  }
}
