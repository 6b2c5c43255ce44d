import SoHoaModel

/// Lines that the engine's search for text passed over because they touch a seal, a signature or dirt: each is
/// read by itself.
///
/// What the ink shows and no word covers is looked at; a reading stays only if it is words.
struct MissedRows {
  let page: PreparedPage

  /// - Parameter engine: the page's picture does not stay under it.
  /// - Returns: the lines, with those that were missed in their places.
  func read(
    with engine: borrowing EngineReader, into lines: [RecognisedLine], until end: ContinuousClock.Instant
  ) -> [RecognisedLine] {
    guard let ink = page.ink else { return lines }
    let words = WordFilter().run(lines).flatMap(\.words).map(\.box)
    var result = lines
    for row in rows(ink, without: words).prefix(Self.most) where end > .now {
      let reach = reach(row, ink)
      let strip = InkStrip(page.picture, framed(reach, ink.letterHeight), letters: row.letters)
      let readings = strip.map { $0.pictures(isTouched: reach != row.box) } ?? []
      var found: RowReading?
      for picture in readings {
        engine.show(picture)
        let whole = BoundingBox(left: 0, top: 0, right: picture.width, bottom: picture.height)
        let read = engine.read(mark: whole, of: picture, isLine: true, until: end)
        let reading = RowReading(strip?.onPage(read) ?? [], without: words)
        if reading.isText, reading.share > found?.share ?? 0 { found = reading }
      }
      if let found { LinePlaces(page: page).insert(found.words, into: &result) }
    }
    return result
  }

  /// More are no lines but a picture.
  private static let most = 40

  // MARK: Where

  /// Rows that may be lines, from the top.
  private func rows(_ ink: PageInk, without words: [BoundingBox]) -> [InkRow] {
    let height = ink.letterHeight
    let taken = words.map { $0.grown(Int(height * 0.8), Int(height * 0.3)) } + closed
    let free = ink.parts.filter { part in
      Self.isLetter(part, height) && !taken.contains { $0.holdsMiddle(of: part) }
    }
    let rows = InkRow.group(free.sorted { $0.left < $1.left }, height: height)
    return rows.filter { Self.isLine($0, height) }.sorted { $0.box.top < $1.box.top }
  }

  /// Tables, and what is read as a mark.
  private var closed: [BoundingBox] {
    let marks = page.marks.compactMap { mark in
      if case .region(let box) = mark.reading { box } else { nil }
    }
    return page.tables.compactMap(\.box) + marks
  }

  /// One letter, or a few that touch.
  private static func isLetter(_ part: BoundingBox, _ height: Double) -> Bool {
    (0.6...2.2).contains(Double(part.height) / height) && (0.15...6).contains(Double(part.width) / height)
  }

  private static func isLine(_ row: InkRow, _ height: Double) -> Bool {
    row.letters.count >= 4 && Double(row.box.width) >= 3 * height && Double(row.box.height) <= 3 * height
  }

  /// The row with the letters that touch a seal or a signature: where something larger stands at an end of it,
  /// some of it may be letters.
  private func reach(_ row: InkRow, _ ink: PageInk) -> BoundingBox {
    let height = ink.letterHeight
    let near = row.box.grown(Int(height), 0)
    var wide = row.box
    for part in ink.parts
    where Double(part.height) > height && !Self.isLetter(part, height) && part.intersects(near) {
      let reach = Int(Self.reach * height)
      if part.left < row.box.left { wide.left = min(wide.left, max(part.left, row.box.left - reach)) }
      if part.right > row.box.right { wide.right = max(wide.right, min(part.right, row.box.right + reach)) }
    }
    return wide
  }

  /// How far letters are looked for in a larger part, in heights of letters.
  private static let reach = 6.0

  /// With room for marks above and tails below.
  private func framed(_ box: BoundingBox, _ height: Double) -> BoundingBox {
    BoundingBox(
      left: max(0, box.left - Int(height / 2)), top: max(0, box.top - Int(height * 0.6)),
      right: min(page.picture.width, box.right + Int(height / 2)),
      bottom: min(page.picture.height, box.bottom + Int(height * 0.4)))
  }
}

extension BoundingBox {
  func grown(_ wide: Int, _ high: Int) -> BoundingBox {
    BoundingBox(left: left - wide, top: top - high, right: right + wide, bottom: bottom + high)
  }

  func holdsMiddle(of other: BoundingBox) -> Bool {
    left <= other.midX && other.midX < right && top <= other.midY && other.midY < bottom
  }
}
