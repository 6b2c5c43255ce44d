import SoHoaModel

/// Chooses the labels of all lines together: of all ways to number the text the one that has to suppose least.
///
/// A way is a row of choices, line by line: one of the readings that the line's form allows, and where it lies
/// under the labels still open; or none. Of ways that leave the same labels open the cheapest goes on, and of
/// all at most `width`, so that the cost grows with the number of lines only (beam search).
struct LabelPath {
  struct Choice {
    let label: Label
    /// Open labels that stay open above it.
    let depth: Int
    /// The label before it that it goes on from, and its line.
    let last: (label: Label, line: Int)?
  }

  /// Ways kept.
  static let width = 10
  /// Labels within labels.
  static let deepest = 10
  /// Words of a heading that fits on its line.
  private static let longestHeading = 12
  /// Ways that cost so much more than the cheapest are given up.
  private static let margin = 7.0

  private struct Frame {
    let parent: Int32
    let label: Int32
    let depth: Int16
    let hash: Int
    let indent: Double?
  }

  private struct Step {
    let parent: Int32
    let label: Int32
    let last: Int32
    let depth: Int16
  }

  private struct Way {
    var cost = 0.0
    var frame: Int32 = -1
    /// The last article, whatever is open: articles are counted through the chapters.
    var article: Int32 = -1
    var step: Int32 = -1
    var isAfterLabel = false
    /// What the line adds to it, not yet written down.
    var taken: (label: Int32, place: Place)?
  }

  private let flow: LineFlow
  private var labels: [Label] = []
  /// Of each label.
  private var lines: [Int32] = []
  private var frames: [Frame] = []
  private var steps: [Step] = []
  private var ways = [Way()]

  private init(flow: LineFlow) { self.flow = flow }

  /// - Parameter isBreak: the line closes all that is open (`QUYẾT ĐỊNH:`).
  /// - Returns: a choice for every line that carries a numbered label.
  /// - Complexity: O(lines).
  static func choices(_ lines: [Segment], flow: LineFlow, isBreak: (Segment) -> Bool) -> [Int: Choice] {
    var path = LabelPath(flow: flow)
    let quoted = QuotedLines.find(in: lines)
    var previous: Segment?
    for (index, line) in lines.enumerated() where !line.isEmpty {
      defer { previous = line }
      if line.blockKind == .table { continue }
      if isBreak(line) {
        path.close()
      } else if !quoted.contains(index) {
        path.advance(index, line, LabelContext(line, after: previous, flow))
      }
    }
    return path.best()
  }

  private mutating func advance(_ index: Int, _ line: Segment, _ context: LabelContext) {
    let readings = LabelReader.readings(of: line).filter { $0.kind != .dash && $0.kind != .plus }
    guard !readings.isEmpty else {
      for way in ways.indices { ways[way].isAfterLabel = false }
      return
    }
    let first = labels.count
    labels += readings
    lines += repeatElement(Int32(index), count: readings.count)
    var next: [Way] = []
    for way in ways {
      let omission = LabelCost.omission(of: labels[first...], context, isAfterLabel: way.isAfterLabel)
      next.append(Way(cost: way.cost + omission, frame: way.frame, article: way.article, step: way.step))
      for label in first..<labels.count {
        extend(way, Int32(label), context, isShort: line.words.count <= Self.longestHeading, &next)
      }
    }
    ways = survivors(next).map { $0.taken == nil ? $0 : written($0, context.indent) }
  }

  /// All ways that take the label.
  private func extend(
    _ way: Way, _ label: Int32, _ context: LabelContext, isShort: Bool, _ next: inout [Way]
  ) {
    let reading = labels[Int(label)]
    let form = way.cost + LabelCost.form(reading, context, isAfterLabel: way.isAfterLabel)
    for place in places(of: reading, in: way) where place.cost < LabelCost.unbearable {
      let indent = place.sibling < 0 ? nil : frames[Int(place.sibling)].indent
      var taken = way
      taken.cost = form + place.cost + LabelCost.place(context, sibling: indent)
      taken.isAfterLabel = isShort
      taken.taken = (label, place)
      if reading.kind == .article { taken.article = label }
      if reading.kind == .annex { taken.article = -1 }
      next.append(taken)
    }
  }

  /// The way with its new label open.
  private mutating func written(_ way: Way, _ indent: Double?) -> Way {
    guard let (label, place) = way.taken else { return way }
    steps.append(
      Step(parent: way.step, label: label, last: place.last, depth: depth(place.parent)))
    frames.append(
      Frame(
        parent: place.parent, label: label, depth: depth(place.parent) + 1,
        hash: hash(label, under: place.parent), indent: indent))
    var written = way
    written.taken = nil
    written.step = Int32(steps.count - 1)
    written.frame = Int32(frames.count - 1)
    return written
  }

  /// Of what is open.
  private func hash(_ label: Int32, under parent: Int32) -> Int {
    var hasher = Hasher()
    hasher.combine(parent < 0 ? 0 : frames[Int(parent)].hash)
    hasher.combine(labels[Int(label)].style)
    hasher.combine(labels[Int(label)].path)
    return hasher.finalize()
  }

  private func state(_ way: Way) -> State {
    let open = way.taken.map { hash($0.label, under: $0.place.parent) }
    return State(
      open: open ?? (way.frame < 0 ? 0 : frames[Int(way.frame)].hash),
      article: way.article < 0 ? 0 : labels[Int(way.article)].ordinal ?? 0, isAfterLabel: way.isAfterLabel)
  }

  private struct State: Hashable {
    let open: Int
    let article: Int
    let isAfterLabel: Bool
  }

  private func depth(_ frame: Int32) -> Int16 { frame < 0 ? 0 : frames[Int(frame)].depth }

  /// The cheapest of every state, then the cheapest of all.
  private func survivors(_ ways: [Way]) -> [Way] {
    var seen: Set<State> = []
    var kept: [Way] = []
    let sorted = ways.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
    for (_, way) in sorted {
      if kept.count == Self.width || way.cost > sorted[0].element.cost + Self.margin { break }
      if seen.insert(state(way)).inserted { kept.append(way) }
    }
    return kept
  }

  /// An annex stays open.
  private mutating func close() {
    for index in ways.indices {
      while ways[index].frame >= 0, labels[Int(frames[Int(ways[index].frame)].label)].kind != .annex {
        ways[index].frame = frames[Int(ways[index].frame)].parent
      }
      ways[index].isAfterLabel = false
    }
  }

  private func best() -> [Int: Choice] {
    var choices: [Int: Choice] = [:]
    var step = ways[0].step
    while step >= 0 {
      let taken = steps[Int(step)]
      choices[Int(lines[Int(taken.label)])] = Choice(
        label: labels[Int(taken.label)], depth: Int(taken.depth),
        last: taken.last < 0 ? nil : (labels[Int(taken.last)], Int(lines[Int(taken.last)])))
      step = taken.parent
    }
    return choices
  }
}

extension LabelPath {
  /// Where a label may lie.
  struct Place {
    let parent: Int32
    /// The open label that it takes the place of.
    var sibling: Int32 = -1
    /// The label that it goes on from.
    var last: Int32 = -1
    var cost: Double
  }

  private func places(of label: Label, in way: Way) -> [Place] {
    if label.kind == .article || label.kind == .annex { return [counted(label, in: way)] }
    var places: [Place] = []
    places += siblings(of: label, in: way)
    if !label.isSupposed {
      places += openings(of: label, in: way)
    }
    return places
  }

  /// Articles and annexes lie where their rank says, whatever is open.
  private func counted(_ label: Label, in way: Way) -> Place {
    let parent = ancestor(of: label, from: way.frame)
    let last = label.kind == .article ? way.article : lastAnnex(way.frame)
    let cost = last < 0 ? LabelCost.first(label) : LabelCost.step(label, after: labels[Int(last)])
    return Place(parent: parent, last: last, cost: cost)
  }

  private func lastAnnex(_ frame: Int32) -> Int32 {
    var frame = frame
    while frame >= 0 {
      if labels[Int(frames[Int(frame)].label)].kind == .annex { return frames[Int(frame)].label }
      frame = frames[Int(frame)].parent
    }
    return -1
  }

  /// The nearest open label of the same kind, and the nearest that is closed the same way: it goes on from one.
  private func siblings(of label: Label, in way: Way) -> [Place] {
    var places: [Place] = []
    var frame = way.frame
    while frame >= 0 {
      let other = labels[Int(frames[Int(frame)].label)]
      if other.kind == label.kind, other.path.count == label.path.count {
        let isAlike = other.style == label.style
        if isAlike || places.isEmpty, let place = sibling(label, frame, other) { places.append(place) }
        if isAlike { break }
      }
      if other.kind == .annex || other.rank < label.rank && !isNested(frame) { break }
      frame = frames[Int(frame)].parent
    }
    return places
  }

  private func sibling(_ label: Label, _ frame: Int32, _ other: Label) -> Place? {
    if label.isSupposed, label.ordinal != (other.ordinal ?? 0) + 1 { return nil }
    let cost =
      LabelCost.step(label, after: other) + prefixCost(label, beside: other)
      + (other.style == label.style ? 0 : 1) + LabelCost.likeness(label, other)
    return Place(
      parent: frames[Int(frame)].parent, sibling: frame, last: frames[Int(frame)].label, cost: cost)
  }

  /// The label lies under one that usually lies under it.
  private func isNested(_ frame: Int32) -> Bool {
    let parent = frames[Int(frame)].parent
    guard parent >= 0 else { return false }
    return labels[Int(frames[Int(parent)].label)].rank >= labels[Int(frames[Int(frame)].label)].rank
  }

  private func prefixCost(_ label: Label, beside other: Label) -> Double {
    label.path.dropLast().elementsEqual(other.path.dropLast()) ? 0 : 3
  }

  /// The first of its manner: under the last label of a higher rank; if it is number one, also right under the
  /// last label, whatever that is.
  private func openings(of label: Label, in way: Way) -> [Place] {
    let usual = ancestor(of: label, from: way.frame)
    let first = LabelCost.first(label)
    var places: [Place] = []
    if !hasSibling(label, from: way.frame, to: usual) {
      places.append(
        Place(parent: usual, cost: first + underCost(label, usual) + closingCost(way.frame, usual)))
    }
    if label.ordinal == 1, way.frame >= 0, way.frame != usual, depth(way.frame) < Self.deepest,
      canNest(label, labels[Int(frames[Int(way.frame)].label)])
    {
      places.append(Place(parent: way.frame, cost: first + 2.4 + underCost(label, way.frame)))
    }
    return places
  }

  /// Never one manner within the same, nor a heading under an item.
  private func canNest(_ label: Label, _ parent: Label) -> Bool {
    (label.kind != parent.kind || label.path.count != parent.path.count)
      && [.romanHeading, .letterHeading, .numberHeading, .letterItem, .romanItem].contains(label.kind)
      && parent.rank > 5 && !(parent.rank >= Label.itemRank - 1 && label.rank < Label.itemRank - 1)
  }

  private func hasSibling(_ label: Label, from frame: Int32, to parent: Int32) -> Bool {
    var frame = frame
    while frame >= 0, frame != parent {
      let other = labels[Int(frames[Int(frame)].label)]
      if other.style == label.style { return true }
      frame = frames[Int(frame)].parent
    }
    return false
  }

  private func ancestor(of label: Label, from frame: Int32) -> Int32 {
    var frame = frame
    while frame >= 0, labels[Int(frames[Int(frame)].label)].rank >= label.rank {
      frame = frames[Int(frame)].parent
    }
    return frame
  }

  /// `1.2.` stands under `1.`, `I.` or Điều 1.
  private func underCost(_ label: Label, _ parent: Int32) -> Double {
    guard label.path.count > 1 else { return 0 }
    let prefix = label.path.dropLast()
    var frame = parent
    while frame >= 0 {
      let other = labels[Int(frames[Int(frame)].label)]
      if other.path.elementsEqual(prefix) || other.path.last == prefix.last && prefix.count == 1 { return 0 }
      frame = frames[Int(frame)].parent
    }
    return 3.5
  }

  /// A first label of a higher rank that closes numberings of a lower one without having been there before.
  private func closingCost(_ frame: Int32, _ parent: Int32) -> Double {
    guard frame >= 0, frame != parent else { return 0 }
    return labels[Int(frames[Int(frame)].label)].rank < Label.itemRank - 1 ? 1 : 0
  }
}
