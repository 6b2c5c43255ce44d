import SoHoaModel

/// Writes the restored text as it stands on the pages: line by line, an empty line between blocks, a form
/// feed between pages. A row of a table is a line, its cells parted by tabs. Page numbers and running headers
/// are left out.
public struct TextWriter: Sendable {
  public init() {}

  public func text(of file: ConvertedFile) -> String {
    file.pages.map(text(of:)).joined(separator: "\u{0C}") + "\n"
  }

  public func text(of page: Page) -> String {
    page.blocks.filter { !$0.isFurniture }.map(text(of:)).joined(separator: "\n\n")
  }

  private func text(of block: Block) -> String {
    if let grid = block.grid { return grid.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
    return block.lines.map(text(of:)).joined(separator: "\n")
  }

  private func text(of line: Line) -> String {
    String(repeating: " ", count: line.indent) + line.text
  }
}
