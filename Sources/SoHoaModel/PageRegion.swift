/// A part of a prepared picture that is read by itself, and what it is part of.
public struct PageRegion: Hashable, Codable, Sendable {
  public enum Role: Hashable, Codable, Sendable {
    /// Running text, or a cell of a header or a signature block.
    case text
    /// A cell of a table; indices into `PreparedPage.tables` and its cells.
    case cell(table: Int, cell: Int)
  }

  /// In pixels of the prepared picture.
  public var box: BoundingBox
  public var role: Role
  /// Printed lines that the ink shows in it; nil where nobody counted.
  public var lineCount: Int?

  public init(_ box: BoundingBox, role: Role = .text, lineCount: Int? = nil) {
    self.box = box
    self.role = role
    self.lineCount = lineCount
  }
}
