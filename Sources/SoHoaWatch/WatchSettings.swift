/// How a folder is watched.
public struct WatchSettings: Hashable, Sendable {
  /// How long a file must stay as it is before it counts as whole.
  public var settle: Duration
  /// How often the whole folder is looked through, since shares tell nothing of what other machines do there.
  public var rescan: Duration
  /// Folders below the watched one that are left out, absolute.
  public var leftOut: Set<String>

  public init(
    settle: Duration = .seconds(2), rescan: Duration = .seconds(60), leftOut: Set<String> = []
  ) {
    self.settle = settle
    self.rescan = rescan
    self.leftOut = leftOut
  }

  /// A file without a byte is most often one that is about to be written: it settles so many times slower.
  static let patienceWithEmpty = 15
}
