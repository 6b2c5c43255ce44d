import SoHoaModel

/// Sets apart what stands on page after page without belonging to the text: page numbers, running headers and
/// footers. They become blocks of their own, with their boxes and words.
public struct PageFurniture: Sendable {
  public init() {}

  /// - Returns: the same lines and words by the same ids; blocks numbered anew where one was cut.
  public func mark(_ pages: [Page]) -> [Page] {
    let running = RunningLines(pages)
    var lastNumber = 1
    return pages.map { page in
      let edges = PageEdges(page)
      let kinds = page.blocks.map { block -> [Block.Kind] in
        guard block.kind == .text else { return block.lines.map { _ in block.kind } }
        return block.lines.map { line in
          kind(
            of: line, on: page.number, isEdge: edges.contains(line), isFirst: edges.first == line.id,
            after: &lastNumber)
            ?? running.kind(of: line) ?? .text
        }
      }
      return page.parted(kinds)
    }
  }

  private func kind(
    of line: Line, on page: Int, isEdge: Bool, isFirst: Bool, after lastNumber: inout Int
  ) -> Block.Kind? {
    guard let number = Self.number(line), number == lastNumber + 1 || (isEdge && number == page) else {
      return isFirst && page > 1 && Self.isMereNumber(line) ? .pageNumber : nil
    }
    lastNumber = number
    return .pageNumber
  }

  /// Nothing but a number alone above all text is a page number, if a misread one.
  private static func isMereNumber(_ line: Line) -> Bool {
    line.words.count == 1 && (1...3).contains(line.text.count) && line.text.allSatisfy(\.isNumber)
  }

  /// `2`, `- 2 -`, `Trang 2`, `2/5`: 2 and more, since page 1 shows no number.
  private static func number(_ line: Line) -> Int? {
    guard line.words.count <= 4 else { return nil }
    let text = line.text
    var parts = text.split { " -–—./|".contains($0) }
    if parts.first.map({ Folding.folded(String($0)) }) == "trang" { parts.removeFirst() }
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), parts[0].count <= 4,
      !text.hasSuffix("."), !text.hasSuffix(",")
    else { return nil }
    return Int(parts[0]).flatMap { $0 >= 2 ? $0 : nil }
  }
}

/// The first two and the last two lines of a page.
private struct PageEdges {
  let first: ID<Line>?
  let top, bottom: Set<ID<Line>>

  init(_ page: Page) {
    let lines = page.lines.filter { !$0.words.isEmpty }.map(\.id)
    first = lines.first
    top = Set(lines.prefix(2))
    bottom = Set(lines.suffix(2))
  }

  func contains(_ line: Line) -> Bool { top.contains(line.id) || bottom.contains(line.id) }
}

/// Lines at the edges of pages that recur, but for their numbers, on most of them.
private struct RunningLines {
  private var kinds: [ID<Line>: Block.Kind] = [:]

  init(_ pages: [Page]) {
    guard pages.count >= Self.leastPages else { return }
    let edges = pages.map(PageEdges.init)
    collect(zip(pages, edges.map(\.top)), .header, of: pages.count)
    collect(zip(pages, edges.map(\.bottom)), .footer, of: pages.count)
  }

  /// Fewer pages show no habit.
  private static let leastPages = 3

  private mutating func collect(
    _ pages: some Sequence<(Page, Set<ID<Line>>)>, _ kind: Block.Kind, of count: Int
  ) {
    var places: [String: [ID<Line>]] = [:]
    for (page, edge) in pages {
      let lines = page.blocks.filter { $0.kind == .text }.flatMap(\.lines).filter { edge.contains($0.id) }
      for (text, line) in Dictionary(lines.map { (Self.pattern($0), $0.id) }, uniquingKeysWith: { $1 })
      where text.count >= 3 {
        places[text, default: []].append(line)
      }
    }
    for lines in places.values where lines.count >= Self.leastPages && lines.count * 2 >= count {
      for line in lines { kinds[line] = kind }
    }
  }

  /// The letters alone: numbers of pages differ.
  private static func pattern(_ line: Line) -> String {
    Folding.folded(line.text).filter { !$0.isNumber }
  }

  func kind(of line: Line) -> Block.Kind? { kinds[line.id] }
}

extension Page {
  /// Cuts blocks where the kind of their lines changes.
  fileprivate func parted(_ kinds: [[Block.Kind]]) -> Page {
    let parts = zip(blocks, kinds).map { block, kinds in block.parted(kinds) }
    guard parts.contains(where: { $0.count > 1 }) || zip(blocks, parts).contains(where: { [$0] != $1 }) else {
      return self
    }
    var copy = self
    copy.blocks = parts.flatMap(\.self).enumerated().map { index, block in
      Block(
        id: ID(page: number, index: index + 1), kind: block.kind, box: block.box, lines: block.lines,
        table: block.table)
    }
    return copy
  }
}

extension Block {
  fileprivate func parted(_ kinds: [Kind]) -> [Block] {
    guard kinds.contains(where: { $0 != kind }) else { return [self] }
    var parts: [Block] = []
    for (line, kind) in zip(lines, kinds) {
      if parts.last?.kind == kind {
        parts[parts.count - 1].lines.append(line)
      } else {
        parts.append(Block(id: id, kind: kind, box: nil, lines: [line]))
      }
    }
    for index in parts.indices { parts[index].box = parts[index].lines.compactMap(\.box).union() }
    return parts
  }
}
