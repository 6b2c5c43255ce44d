import CLeptonica
import SoHoaModel

/// What a page picture is made of: tables, and the regions that are read one by one.
struct PageParts {
  private(set) var regions: [PageRegion] = []
  private(set) var tables: [Table] = []
  private(set) var ink: PageInk?

  init() {}

  /// - Parameters:
  ///   - ink: the upright, straight page, without rules.
  ///   - letter: median height of its letters, in pixels.
  ///   - tables: ruled ones, from the top.
  init(
    _ ink: borrowing InkMask, tables: [Table], content: InkContent, letter: Double, settings: PrepareSettings
  ) {
    let (findsColumns, findsTables) = (settings.findsColumns, settings.findsTables)
    self.ink = content.ink
    let layout = ColumnLayout(ink, letter: letter)
    let tables = findsTables ? Self.withUnruled(tables, layout, height: ink.height, letter) : tables
    self.tables = tables
    guard !tables.isEmpty else {
      regions = findsColumns ? layout.regions(in: 0..<ink.height).map { PageRegion($0) } : []
      return
    }
    var top = 0
    for (index, table) in tables.enumerated() {
      guard let box = table.box else { continue }
      addText(layout, top..<box.top, findsColumns)
      addTable(index, content, ink.width)
      top = max(top, box.bottom)
    }
    addText(layout, top..<ink.height, findsColumns)
  }

  /// With the tables that stand between the ruled ones.
  private static func withUnruled(
    _ ruled: [Table], _ layout: ColumnLayout, height: Int, _ letter: Double
  ) -> [Table] {
    let tops = ruled.compactMap(\.box?.top) + [height]
    let bottoms = [0] + ruled.compactMap(\.box?.bottom)
    let unruled = zip(bottoms, tops).filter { $0 < $1 }.flatMap { bottom, top in
      ColumnTables(rows: layout.rows(in: bottom..<top), letter: letter).find()
    }
    return (ruled + unruled).sorted { ($0.box?.top ?? 0) < ($1.box?.top ?? 0) }
  }

  private mutating func addText(_ layout: ColumnLayout, _ band: Range<Int>, _ findsColumns: Bool) {
    guard layout.hasPrint(in: band) else { return }
    let parts = findsColumns ? layout.regions(in: band) : []
    regions += (parts.isEmpty ? [layout.whole(band)] : parts).map { PageRegion($0) }
  }

  /// The cells, and what stands beside the table. Empty cells are not read: an engine sees letters in the
  /// grain of paper.
  private mutating func addTable(_ index: Int, _ content: InkContent, _ width: Int) {
    guard let box = tables[index].box else { return }
    let beside = [
      BoundingBox(left: 0, top: box.top, right: box.left, bottom: box.bottom),
      BoundingBox(left: box.right, top: box.top, right: width, bottom: box.bottom),
    ].filter { $0.width > 0 && content.letters(in: $0).count >= 3 }.map { PageRegion($0) }
    regions += beside.filter { $0.box.left == 0 }
    for (number, cell) in tables[index].cells.enumerated() {
      guard let inside = cell.box?.inset(by: Self.inset) else { continue }
      let lines = content.lineCount(in: inside)
      if lines > 0 {
        regions.append(PageRegion(inside, role: .cell(table: index, cell: number), lineCount: lines))
      }
    }
    regions += beside.filter { $0.box.left > 0 }
  }

  /// Half of a rule, in pixels.
  private static let inset = 3
}

extension BoundingBox {
  /// Nil if nothing is left.
  fileprivate func inset(by margin: Int) -> BoundingBox? {
    let box = BoundingBox(
      left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin)
    return box.width > 0 && box.height > 0 ? box : nil
  }
}

extension WorkSheet {
  /// Nil where there are no letters to measure by, or neither tables nor marks are asked for.
  ///
  /// - Parameter parts: boxes of the connected ink.
  func rules(among parts: [BoundingBox], for settings: PrepareSettings) -> RuleSearch? {
    guard settings.findsTables || settings.findsMarks, let letter = LetterHeight.median(parts) else {
      return nil
    }
    return RuleSearch(ink.pix, letter: letter)
  }

  /// Takes the rules out of the picture, so that they never turn into text, and parts the page into what is
  /// read one by one.
  mutating func part(_ parts: [BoundingBox], _ search: RuleSearch?, by settings: PrepareSettings) -> PageParts
  {
    guard let letter = LetterHeight.median(parts) else { return PageParts() }
    guard settings.findsTables, let search,
      let rules = search.mask(tables: nil, width: ink.width, height: ink.height)
    else {
      let content = InkContent(parts, letter: letter)
      return PageParts(
        ink, tables: [], content: content, letter: letter, settings: settings)
    }
    let content = InkContent(ink.parts(without: rules), letter: letter)
    let found = RuledTables(width: ink.width, letter: letter, content: content).find(search.worn)
    takeOut(search, of: found.flatMap(\.rules))
    return PageParts(
      ink, tables: found.map(\.table), content: content, letter: letter, settings: settings)
  }

  private func takeOut(_ search: RuleSearch, of tables: [Rule]) {
    guard let mask = search.mask(tables: tables, width: ink.width, height: ink.height) else { return }
    pixSetMasked(grey.pointer, mask.pointer, 255)
    ink.remove(mask)
  }
}

extension InkMask {
  /// Boxes of what is left of the connected parts.
  fileprivate func parts(without other: borrowing Pix) -> [BoundingBox] {
    let taken = other.pointer
    guard let rest = pix.map({ pixSubtract(nil, $0, taken) }) else { return [] }
    return Self.parts(rest)
  }
}
