import SoHoaModel

/// Where lines that were read by themselves belong among those of the page.
struct LinePlaces {
  private let regions: [PageRegion]

  init(page: PreparedPage) {
    let whole = BoundingBox(left: 0, top: 0, right: page.picture.width, bottom: page.picture.height)
    regions = page.regions.isEmpty ? [PageRegion(whole)] : page.regions
  }

  /// Below the last line of the same region that stands above it.
  func insert(_ words: [RecognisedWord], into lines: inout [RecognisedLine]) {
    guard let box = words.map(\.box).union() else { return }
    let region = region(of: box)
    let places = lines.map { $0.box.map { (self.region(of: $0), $0.midY) } ?? (-1, 0) }
    let before = places.lastIndex { $0 < (region, box.midY) && $0.0 >= 0 }
    let index = before.map { $0 + 1 } ?? 0
    let isBetween = index < lines.count && !lines[index].startsBlock
    var line = RecognisedLine(startsBlock: !isBetween, words: words)
    line.role = regions[region].role
    lines.insert(line, at: index)
  }

  private func region(of box: BoundingBox) -> Int {
    regions.firstIndex { $0.box.holdsMiddle(of: box) } ?? regions.count - 1
  }
}
