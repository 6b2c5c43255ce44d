import Foundation
import SoHoaModel

/// Makes blocks of the lines that were read region by region: the cells of a table become one block.
struct PageAssembly {
  let page: PreparedPage

  func blocks(_ lines: [RecognisedLine]) -> [Block] {
    var builder = PageBuilder(page: page.number)
    var roles: [PageRegion.Role] = []
    for line in lines {
      if line.startsBlock && !(line.role.table != nil && line.role.table == roles.last?.table) {
        builder.endBlock()
      }
      guard !line.words.isEmpty else { continue }
      builder.addLine(words: line.words.map(piece))
      roles.append(line.role)
    }
    return tabled(builder.blocks(stage: "recognise"), roles)
  }

  /// - Returns: box in pixels of the page image as it came.
  private func piece(_ word: RecognisedWord) -> PageBuilder.Piece {
    PageBuilder.Piece(
      word.text, box: page.transform.original(word.box), confidence: word.confidence,
      stage: Self.stage(word.model),
      alternatives: word.others.map {
        Reading(text: $0.text, confidence: $0.confidence, stage: Self.stage($0.model))
      })
  }

  private static func stage(_ model: String) -> String { "recognise/\(model)" }

  /// - Parameter roles: of the lines of all blocks.
  private func tabled(_ blocks: [Block], _ roles: [PageRegion.Role]) -> [Block] {
    var rest = roles[...]
    return blocks.map { block in
      let own = rest.prefix(block.lines.count)
      rest = rest.dropFirst(block.lines.count)
      return own.first?.table.map { tabled(block, page.tables[$0], Array(own)) } ?? block
    }
  }

  private func tabled(_ block: Block, _ grid: Table, _ roles: [PageRegion.Role]) -> Block {
    var table = grid.placed(by: page.transform.original)
    for (line, role) in zip(block.lines, roles) {
      if case .cell(_, let cell) = role { table.cells[cell].lines.append(line.id) }
    }
    return Block(id: block.id, kind: .table, box: table.box, lines: block.lines, table: table)
  }
}

extension PageRegion.Role {
  /// The table that it is part of; nil for text.
  fileprivate var table: Int? { if case .cell(let table, _) = self { table } else { nil } }
}
