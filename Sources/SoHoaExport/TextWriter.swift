import SoHoaModel

/// Writes the restored text as it stands on the pages: line by line, an empty line between blocks, a form
/// feed between pages.
public struct TextWriter: Sendable {
  public init() {}

  public func text(of file: ConvertedFile) -> String {
    file.pages.map(text(of:)).joined(separator: "\u{0C}") + "\n"
  }

  public func text(of page: Page) -> String {
    page.blocks.map { $0.lines.map(text(of:)).joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func text(of line: Line) -> String {
    String(repeating: " ", count: line.indent) + line.text
  }
}
