/// The command line of a run.
public struct RunCommand: Hashable, Sendable {
  /// Without the program's name.
  public var arguments: [String]
  /// In which paths of it are to be understood.
  public var directory: String

  public init(arguments: [String], directory: String) {
    self.arguments = arguments
    self.directory = directory
  }
}
