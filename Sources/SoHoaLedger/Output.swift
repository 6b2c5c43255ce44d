/// One file that a document became.
public struct LedgerOutput: Hashable, Codable, Sendable {
  /// Relative to the output folder.
  public var path: String
  public var format: String
  public var bytes: Int
  /// Lower-case hexadecimal.
  public var sha256: String

  public init(path: String, format: String, bytes: Int, sha256: String) {
    self.path = path
    self.format = format
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// An output in the stage, and where it belongs.
public struct StagedOutput: Hashable, Sendable {
  /// Absolute.
  public var staged: String
  public var output: LedgerOutput

  public init(staged: String, output: LedgerOutput) {
    self.staged = staged
    self.output = output
  }
}
