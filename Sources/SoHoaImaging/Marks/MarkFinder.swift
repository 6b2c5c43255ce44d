import SoHoaModel

/// Finds what is red and what is blue on a page and tells by its shape what it may be.
struct MarkFinder {
  private let map: ColourMap
  private let isPrintedInBlue: Bool

  init(map: ColourMap) {
    self.map = map
    let blue = map.blue.reduce(0) { $0 + ($1 >= ColourMap.leastBlue ? 1 : 0) }
    let black = map.black.reduce(0) { $0 + ($1 >= ColourMap.leastBlack ? 1 : 0) }
    isPrintedInBlue = Double(blue) > Self.ownInk * Double(black)
  }

  func marks() -> [FoundMark] {
    let red = redMarks()
    return red + paleSeals(beside: red) + blueMarks(beside: red)
  }

  // MARK: Pale red

  /// A seal of the back that shows through, or one with hardly any ink.
  private static let leastPale: UInt8 = 10
  /// Smaller is noise, in millimetres.
  private static let paleSize = 15.0
  private static let palePoints = 300

  /// Large and pale: taken out of the text, and a seal only if its ring is seen.
  private func paleSeals(beside red: [FoundMark]) -> [FoundMark] {
    guard isMarked(map.red, least: Self.leastPale) else { return [] }
    let reach = max(1, Int(map.squares(Self.paleReach)))
    let size = Int(map.squares(Self.paleSize))
    return Patch.find(map.red, width: map.width, least: Self.leastPale, reach: reach).compactMap { patch in
      guard patch.points.count >= Self.palePoints, min(patch.box.width, patch.box.height) >= size,
        !red.contains(where: { $0.patch.box.intersects(patch.box) }), let ring = rings(in: patch).first
      else { return nil }
      return FoundMark(
        shape: .seal, colour: .red, patch: patch, level: LevelBox(patch), confidence: ring.coverage * 0.6)
    }
  }

  private static let paleReach = 1.0

  // MARK: Red

  /// Weaker squares are paper, shadow or the fringe of black letters.
  private static let leastRed = ColourMap.leastRed
  /// A page with more of its squares in colour is coloured paper or a photograph.
  private static let most = 0.2
  /// Letters of one stamp stand no farther apart, in millimetres.
  private static let redReach = 2.0

  private func redMarks() -> [FoundMark] {
    guard isMarked(map.red, least: Self.leastRed) else { return [] }
    let reach = max(1, Int(map.squares(Self.redReach)))
    let patches = Patch.find(map.red, width: map.width, least: Self.leastRed, reach: reach)
    let frames = patches.filter { isLarge($0) }.map { loose($0, .red) }.filter { $0.shape == .frame }
    let rings = patches.filter { patch in
      isLarge(patch) && !frames.contains { $0.patch.box == patch.box }
    }.flatMap(rings)
    return frames + seals(rings, patches) + rest(patches, outside: rings, frames, reach: reach)
  }

  private func isMarked(_ plane: [UInt8], least: UInt8) -> Bool {
    let count = plane.reduce(0) { $0 + ($1 >= least ? 1 : 0) }
    return count > 0 && Double(count) <= Self.most * Double(plane.count)
  }

  /// Seals, from the small one in a banner to the largest, in millimetres.
  private static let sealRadii = 5.0...24.0

  /// Radius from which a ring may be incomplete, in millimetres.
  private static let sealRadius = 12.0
  /// Seals that touch one another.
  private static let mostRings = 3

  /// A ring is taken out of its patch, and what is left looked at again: stamps touch.
  private func rings(in patch: Patch) -> [Ring] {
    let radii = map.squares(Self.sealRadii.lowerBound)...map.squares(Self.sealRadii.upperBound)
    var rings: [Ring] = []
    var rest = patch
    while rings.count < Self.mostRings, let ring = Ring.find(in: rest, radii: radii),
      ring.isSeal(large: map.squares(Self.sealRadius))
    {
      if !rings.contains(where: { $0.isAround(ring) }) { rings.append(ring) }
      rest = Patch(rest.points.filter { !ring.contains($0, slack: reachOfSeal) })
    }
    return rings
  }

  /// Print of a seal may stick out so far, in squares.
  private var reachOfSeal: Double { map.squares(0.7) }

  /// All that lies in a ring is the seal's: star, letters, inner rings.
  private func seals(_ rings: [Ring], _ patches: [Patch]) -> [FoundMark] {
    rings.map { ring in
      let points = patches.flatMap { $0.points.filter { ring.contains($0, slack: reachOfSeal) } }
      let patch = Patch(points)
      return FoundMark(
        shape: .seal, colour: .red, patch: patch, level: LevelBox(patch), confidence: min(1, ring.coverage))
    }
  }

  /// What is neither frame nor seal.
  private func rest(
    _ patches: [Patch], outside rings: [Ring], _ frames: [FoundMark], reach: Int
  ) -> [FoundMark] {
    let points = patches.filter { patch in !frames.contains { $0.patch.box.contains(patch.box) } }
      .flatMap(\.points).filter { point in !rings.contains { $0.contains(point, slack: reachOfSeal) } }
    return parts(points, reach: reach).filter(isWord).map { loose($0, .red) }.filter { mark in
      mark.shape == .frame || !standsInLine(mark.patch, within: Self.wordGap)
    }
  }

  private func parts(_ points: [Patch.Point], reach: Int) -> [Patch] {
    var plane = [UInt8](repeating: 0, count: map.width * map.height)
    for point in points { plane[point.y * map.width + point.x] = 255 }
    return Patch.find(plane, width: map.width, least: 1, reach: reach)
  }

  /// Smaller is a speck, in millimetres.
  private static let leastSize = 3.0

  /// Red words in a line of text are text; a stamp stands farther off, in millimetres.
  private static let wordGap = 4.0

  /// Longer and higher than a rule, a tick or a speck, in millimetres.
  private func isWord(_ patch: Patch) -> Bool {
    isLarge(patch) && Double(max(patch.box.width, patch.box.height)) >= map.squares(5)
      && Double(min(patch.box.width, patch.box.height)) >= map.squares(1.5)
  }

  private func isLarge(_ patch: Patch) -> Bool {
    let size = max(patch.box.width, patch.box.height)
    return Double(size) >= map.squares(Self.leastSize) && patch.points.count >= 12
  }

  /// A frame, or print without one.
  private func loose(_ patch: Patch, _ colour: PageMark.Colour) -> FoundMark {
    let level = LevelBox(patch)
    let drawn = level.drawnShare(of: patch, slack: map.squares(Self.frameSlack))
    let isFrame =
      drawn >= Self.leastDrawn && min(level.width, level.height) >= map.squares(6)
      && max(level.width, level.height) >= map.squares(12)
    return FoundMark(
      shape: isFrame ? .frame : .print, colour: colour, patch: patch, level: level,
      confidence: isFrame ? min(1, drawn) : 0.5)
  }

  /// A frame's line stands so near to the smallest rectangle, in millimetres.
  private static let frameSlack = 1.2
  private static let leastDrawn = 0.8

  // MARK: Blue

  private static let leastBlue = ColourMap.leastBlue
  private static let blueReach = 1.2
  /// So much more blue than black: the page itself is printed in blue.
  private static let ownInk = 1.0

  private func blueMarks(beside red: [FoundMark]) -> [FoundMark] {
    guard isMarked(map.blue, least: Self.leastBlue), !isPrintedInBlue else { return [] }
    let reach = max(1, Int(map.squares(Self.blueReach)))
    let framed = red.filter { $0.shape == .frame }.map(\.patch.box)
    let seals = red.filter { $0.shape == .seal }.map { $0.patch.box.grown(by: Int(map.squares(5))) }
    let all = Patch.find(map.blue, width: map.width, least: Self.leastBlue, reach: reach)
    let patches = all.filter { patch in isLarge(patch) && !framed.contains { $0.contains(patch.box) } }
    let frames = patches.map { loose($0, .blue) }.filter { $0.shape == .frame }
    let rest = patches.filter { patch in !frames.contains { $0.patch.box.contains(patch.box) } }
    let marks = joined(rest, within: Self.apart).compactMap { strokes in
      let patch = Patch(strokes.flatMap(\.points))
      let isBySeal = seals.contains { $0.intersects(patch.box) }
      return blueMark(patch, tallest: strokes.map(\.box.height).max() ?? 0, isBySeal: isBySeal)
    }
    return frames + marks.filter { $0.shape != .signature }
      + whole(marks.filter { $0.shape == .signature })
  }

  /// Parts of one signature, where seal or print lies between them, in millimetres.
  private static let farApart = 9.0

  private func whole(_ signatures: [FoundMark]) -> [FoundMark] {
    joined(signatures.map(\.patch), within: Self.farApart).map { parts in
      let patch = Patch(parts.flatMap(\.points))
      return FoundMark(
        shape: .signature, colour: .blue, patch: patch, level: LevelBox(patch), confidence: 0.8)
    }
  }

  /// Strokes of one hand that do not touch, in millimetres.
  private static let apart = 4.0

  private func joined(_ patches: [Patch], within gap: Double) -> [[Patch]] {
    var groups: [[Patch]] = []
    for patch in patches {
      var group = [patch]
      while let index = groups.firstIndex(where: { isNear($0, group, gap) }) {
        group += groups.remove(at: index)
      }
      groups.append(group)
    }
    return groups
  }

  private func isNear(_ left: [Patch], _ right: [Patch], _ gap: Double) -> Bool {
    guard let near = left.map(\.box).union()?.grown(by: Int(map.squares(gap))) else { return false }
    return right.contains { $0.box.intersects(near) }
  }

  /// Print in blue is text: no mark.
  ///
  /// - Parameters:
  ///   - tallest: height of the tallest stroke, in squares: lines of print are low.
  ///   - isBySeal: beside a seal people sign, and fill nothing in.
  private func blueMark(_ patch: Patch, tallest: Int, isBySeal: Bool) -> FoundMark? {
    var mark = loose(patch, .blue)
    let (width, height) = (Double(patch.box.width), Double(patch.box.height))
    let isSmall = height <= map.squares(11) && width <= map.squares(35)
    if isSmall, !isBySeal, standsInLine(patch, within: Self.blankGap) {
      mark.shape = .handwriting
      mark.confidence = 0.7
      return mark
    }
    guard height >= map.squares(8), width >= map.squares(10), Double(tallest) >= map.squares(6),
      isThin(patch)
    else { return nil }
    mark.shape = .signature
    mark.confidence = 0.8
    return mark
  }

  /// Strokes, not print: a small part of the box is ink.
  private func isThin(_ patch: Patch) -> Bool {
    patch.points.count * 100 < patch.box.width * patch.box.height * 42
  }

  /// Black print close by on the same line, on either side.
  ///
  /// - Parameter gap: in millimetres.
  private func standsInLine(_ patch: Patch, within gap: Double) -> Bool {
    let box = patch.box
    let reach = Int(map.squares(gap))
    let rows = (box.top + box.height / 4)..<max(box.top + box.height / 4 + 1, box.bottom - box.height / 4)
    let left = max(0, box.left - reach)..<box.left
    let right = box.right..<min(map.width, box.right + reach)
    return [left, right].contains { columns in
      rows.reduce(0) { sum, y in sum + columns.count { isPrint($0, y) } }
        >= Self.leastNeighbours
    }
  }

  private func isPrint(_ x: Int, _ y: Int) -> Bool {
    map.isPrint(x, y) || (isPrintedInBlue && map.blue[y * map.width + x] >= Self.leastBlue)
  }

  /// Forms leave so much room for what is filled in, in millimetres.
  private static let blankGap = 9.0
  private static let leastNeighbours = 6
}
