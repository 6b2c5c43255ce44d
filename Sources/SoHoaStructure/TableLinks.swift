import SoHoaModel

/// Finds tables that go on from the page before: the first thing on a page, with the columns of the table that was
/// the last thing on the page before it.
public struct TableLinks: Sendable {
  public init() {}

  public func link(_ pages: [Page]) -> [Page] {
    var pages = pages
    for next in pages.indices.dropFirst() {
      guard let last = pages[next - 1].blocks.last(where: { !$0.isByTheWay }),
        let place = pages[next].blocks.firstIndex(where: { !$0.isByTheWay }),
        let edges = last.table?.edges(on: pages[next - 1]), let here = pages[next].blocks[place].table,
        let others = here.edges(on: pages[next]), last.table?.isRuled == here.isRuled,
        Self.agree(edges, others)
      else { continue }
      let head = Self.root(of: last, before: next, in: pages)
      let repeated = Self.repeatedRows(pages[next].blocks[place].grid ?? [], head.grid ?? [])
      pages[next].blocks[place].table?.continues = last.id
      pages[next].blocks[place].table?.repeatedRows = repeated
    }
    return pages
  }

  /// Largest difference between two edges, in parts of the page's width, once the sheets lie alike.
  private static let tolerance = 0.015
  /// How far one sheet may lie beside where the other lay.
  private static let farthest = 0.08

  private static func agree(_ edges: [Double], _ others: [Double]) -> Bool {
    guard edges.count == others.count else { return false }
    let shifts = zip(edges, others).map { $1 - $0 }.sorted()
    let shift = shifts[shifts.count / 2]
    return abs(shift) <= farthest && shifts.allSatisfy { abs($0 - shift) <= tolerance }
  }

  /// The first table of the chain: its head is what is repeated.
  private static func root(of block: Block, before page: Int, in pages: [Page]) -> Block {
    var block = block
    while let id = block.table?.continues,
      let earlier = pages[..<page].lazy.flatMap(\.blocks).first(where: { $0.id == id })
    {
      block = earlier
    }
    return block
  }

  /// Rows at the top that say what the head says, as well as an engine reads it twice.
  private static func repeatedRows(_ rows: [[String]], _ head: [[String]]) -> Int {
    let alike = zip(rows, head.prefix(longestHead)).prefix { row, other in isAlike(row, other) }.count
    return alike < rows.count ? alike : 0
  }

  /// In rows.
  private static let longestHead = 4

  private static func isAlike(_ row: [String], _ other: [String]) -> Bool {
    let left = Folding.fold(row.joined())
    let right = Folding.fold(other.joined())
    return !right.isEmpty && Approximate.distance(left[...], right[...], limit: right.count / 4) != nil
  }
}

extension Block {
  /// Furniture, or a scrap: a page number that was misread, a speck.
  fileprivate var isByTheWay: Bool {
    isFurniture || kind == .text && lines.count == 1 && lines[0].text.count <= 4
  }
}

extension Table {
  /// The edges of its columns, from left to right, in parts of the page's width; nil without boxes.
  fileprivate func edges(on page: Page) -> [Double]? {
    guard page.width > 0 else { return nil }
    let transform = page.transform
    let boxes = cells.compactMap { cell in cell.box.map { (cell, transform.upright($0)) } }
    guard let right = boxes.map(\.1.right).max() else { return nil }
    let lefts = (0..<columns).map { column in
      boxes.filter { $0.0.column == column }.map(\.1.left).sorted()
    }
    guard lefts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return (lefts.map { $0[$0.count / 2] } + [right]).map { Double($0) / Double(page.width) }
  }
}
