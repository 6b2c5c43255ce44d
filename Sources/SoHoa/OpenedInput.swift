import SoHoaModel

/// An input that has been opened, no page of it read yet.
public struct OpenedInput: Sendable {
  public let source: SourceFile
  /// Pages that are asked for, ascending, from 1.
  public let pageNumbers: [Int]
  /// What is to be known of the file as a whole.
  let findings: [Finding]
  let pages: PageQueue
}
