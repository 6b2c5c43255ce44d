import SoHoaModel

/// A thin straight line of ink, as scanners leave it: in pieces, not quite level.
struct Rule {
  enum Direction { case across, down }

  /// An unbroken piece; lengths in pixels.
  struct Piece {
    /// Along the rule.
    var range: Range<Int>
    /// The middle of the stroke.
    var place: Int
    let box: BoundingBox
  }

  let direction: Direction
  /// In order of their beginnings.
  private(set) var pieces: [Piece]

  var start: Int { pieces[0].range.lowerBound }
  var end: Int { pieces.map(\.range.upperBound).max() ?? start }
  /// Of the ink.
  var length: Int { pieces.map(\.range.count).reduce(0, +) }
  /// Mean of the pieces, by their lengths.
  var place: Int { pieces.map { $0.place * $0.range.count }.reduce(0, +) / max(1, length) }

  /// How much of a stretch has ink.
  func coverage(of range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    return Double(pieces.map { $0.range.clamped(to: range).count }.reduce(0, +)) / Double(range.count)
  }
}

extension Rule {
  /// Puts together what a worn plate or a bad scan has parted.
  ///
  /// - Parameters:
  ///   - boxes: of the pieces.
  ///   - gap: longest stretch without ink.
  ///   - offset: how far a piece may stand above or below the one before.
  static func join(_ boxes: [BoundingBox], _ direction: Direction, gap: Int, offset: Int) -> [Rule] {
    var rules: [Rule] = []
    for piece in boxes.map({ Piece($0, direction) }).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    {
      let next = rules.indices.filter { rules[$0].takes(piece, gap: gap, offset: offset) }
        .min { rules[$0].distance(to: piece) < rules[$1].distance(to: piece) }
      if let next { rules[next].pieces.append(piece) } else { rules.append(Rule(direction, piece)) }
    }
    return rules
  }

  private init(_ direction: Direction, _ piece: Piece) {
    self.direction = direction
    pieces = [piece]
  }

  private func distance(to piece: Piece) -> Int { abs((pieces.last?.place ?? 0) - piece.place) }

  private func takes(_ piece: Piece, gap: Int, offset: Int) -> Bool {
    distance(to: piece) <= offset && piece.range.lowerBound - end <= gap
  }
}

extension Rule.Piece {
  fileprivate init(_ box: BoundingBox, _ direction: Rule.Direction) {
    self.box = box
    switch direction {
    case .across: (range, place) = (box.left..<box.right, box.midY)
    case .down: (range, place) = (box.top..<box.bottom, box.midX)
    }
  }
}
