/// A region that the layout analysis took for one (hOCR `ocr_carea`); in text input, a run of lines
/// without an empty line between them.
public struct Block: Hashable, Codable, Sendable {
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    case text
    /// `table` says how its lines lie in cells.
    case table
    /// The same on page after page, at the top or at the bottom: not part of the document's text.
    case header, footer
    case pageNumber
  }

  public let id: ID<Block>
  public var kind: Kind
  public var box: BoundingBox?
  /// In reading order; of a table row by row, cell by cell.
  public var lines: [Line]
  public var table: Table?

  public init(id: ID<Block>, kind: Kind = .text, box: BoundingBox?, lines: [Line], table: Table? = nil) {
    self.id = id
    self.kind = kind
    self.box = box
    self.lines = lines
    self.table = table
  }
}

extension Block {
  enum CodingKeys: CodingKey { case id, kind, box, lines, table }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(box, forKey: .box)
    try container.encode(lines, forKey: .lines)
    try container.encode(table, forKey: .table)
  }
}

extension Block {
  /// Running headers, footers and page numbers stand on a page without belonging to its text.
  public var isFurniture: Bool { kind == .header || kind == .footer || kind == .pageNumber }

  /// Which lines belong together: those of each cell of a table, all lines of another block.
  public var lineRuns: [Range<Int>] {
    guard let table else { return [lines.indices] }
    var end = 0
    return table.cells.map { cell in
      let start = end
      end = min(start + cell.lines.count, lines.count)
      return start..<end
    }
  }
}
