import CLeptonica
import SoHoaModel

/// Lays the words of a digital text layer into the cells of the tables that its page shows.
struct TextLayerTables {
  let page: Page
  /// Median height of the letters, in pixels of the page.
  private let letter: Double

  /// - Returns: nil for a page without words.
  init?(_ page: Page) {
    let heights = page.words.compactMap { $0.box?.height }.sorted()
    guard !heights.isEmpty else { return nil }
    self.page = page
    letter = max(1, Double(heights[heights.count / 2]) * Self.letterShare)
  }

  /// Height of the usual letter in the box that a font gives its words.
  private static let letterShare = 0.42

  /// - Parameter picture: the page drawn small, for its rules; nil where nobody did.
  /// - Returns: the same words, each table a block.
  func run(_ picture: Raster?) -> Page {
    let ruled = picture.map(ruled) ?? []
    let tables = (ruled + unruled(beside: ruled)).sorted { ($0.box?.top ?? 0) < ($1.box?.top ?? 0) }
    return tables.isEmpty ? page : page.replacingBlocks(blocks(tables))
  }

  // MARK: Finding

  private func ruled(_ picture: Raster) -> [Table] {
    let scale = Double(page.width) / Double(picture.width)
    let grey = GreyConversion(ink: .luminance).run(picture)
    guard let ink = Pix(grey)?.map({ pixThresholdToBinary($0, Self.lightestRule) }),
      let search = RuleSearch(ink, letter: letter / scale)
    else { return [] }
    let words = page.words.compactMap { $0.box?.scaled(by: 1 / scale).core }
    let content = InkContent(words, letter: letter / scale)
    let found = RuledTables(width: picture.width, letter: letter / scale, content: content).find(search.worn)
    return found.map { $0.table.placed { $0.scaled(by: scale) } }
  }

  /// Drawn rules are clean, but thinner than a pixel.
  private static let lightestRule: Int32 = 225

  private func unruled(beside ruled: [Table]) -> [Table] {
    let boxes = ruled.compactMap(\.box)
    let items = page.lines.enumerated().compactMap { index, line -> Row.Item? in
      guard let box = line.box, !boxes.contains(where: { $0.intersects(box) }) else { return nil }
      return Row.Item(index: index, box: box, solid: line.words.compactMap(\.box))
    }
    return ColumnTables(rows: Row.group(items), letter: letter).find()
  }

  // MARK: Filling

  /// A table stands where its first word stood.
  private func blocks(_ tables: [Table]) -> [Block] {
    var blocks: [Block] = []
    var done: Set<Int> = []
    for block in page.blocks {
      var isOpen = false
      for line in block.lines {
        for (table, words) in runs(line, tables) {
          if let table {
            isOpen = false
            if done.insert(table).inserted { blocks.append(filled(tables[table])) }
            continue
          }
          let part = Line(id: line.id, box: nil, indent: line.indent, words: words)
          if isOpen {
            blocks[blocks.count - 1].lines.append(part)
          } else {
            blocks.append(Block(id: block.id, box: nil, lines: [part]))
          }
          isOpen = true
        }
      }
    }
    return blocks
  }

  /// The words of a line, parted where they enter or leave a table.
  private func runs(_ line: Line, _ tables: [Table]) -> [(table: Int?, words: [Word])] {
    line.words.reduce(into: []) { runs, word in
      let table = word.box.flatMap { box in tables.firstIndex { $0.box?.holds(box) == true } }
      if let last = runs.last, last.table == table {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append((table, [word]))
      }
    }
  }

  private func filled(_ table: Table) -> Block {
    var table = table
    var lines: [Line] = []
    let words = page.words.filter { word in word.box.map { table.box?.holds($0) == true } ?? false }
    for cell in table.cells.indices {
      guard let box = table.cells[cell].box else { continue }
      for words in Self.lines(words.filter { $0.box.map(box.holds) ?? false }) {
        let id = ID<Line>(page: page.number, index: lines.count + 1)
        lines.append(Line(id: id, box: nil, words: words))
        table.cells[cell].lines.append(id)
      }
    }
    return Block(
      id: ID(page: page.number, index: 0), kind: .table, box: table.box, lines: lines, table: table)
  }

  /// Words of one cell as they stand, from the top.
  private static func lines(_ words: [Word]) -> [[Word]] {
    let items = words.enumerated().compactMap { index, word in
      word.box.map { Row.Item(index: index, box: $0.core, solid: [$0]) }
    }
    return Row.group(items).map { row in
      row.items.sorted { $0.box.left < $1.box.left }.map { words[$0.index] }
    }
  }
}

extension BoundingBox {
  fileprivate func scaled(by factor: Double) -> BoundingBox {
    func scaled(_ value: Int) -> Int { Int((Double(value) * factor).rounded()) }
    return BoundingBox(left: scaled(left), top: scaled(top), right: scaled(right), bottom: scaled(bottom))
  }

  /// Without what a font keeps free above and below: boxes of neighbouring lines overlap.
  fileprivate var core: BoundingBox {
    BoundingBox(
      left: left, top: top + height / 4, right: right, bottom: max(top + height / 4 + 1, bottom - height / 4))
  }

  fileprivate func holds(_ other: BoundingBox) -> Bool {
    left..<max(left + 1, right) ~= other.midX && top..<max(top + 1, bottom) ~= other.midY
  }
}
