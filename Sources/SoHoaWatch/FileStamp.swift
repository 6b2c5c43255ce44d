#if canImport(Glibc)
  import Glibc
#endif

/// What tells whether a file is still the one that it was.
public struct FileStamp: Hashable, Sendable {
  public var bytes: Int
  /// Nanoseconds since 1970, as the file system has it.
  public var modified: Int
  public var inode: UInt
  public var device: UInt

  /// Of a regular file; nil for everything else, links too.
  public init?(path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    bytes = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    inode = UInt(status.st_ino)
    device = UInt(status.st_dev)
  }
}

/// A file that nobody writes to any more, as far as one can tell.
public struct SettledFile: Hashable, Sendable {
  /// Absolute.
  public var path: String
  public var stamp: FileStamp

  public init(path: String, stamp: FileStamp) {
    self.path = path
    self.stamp = stamp
  }

  /// Whether it still is as it was when it settled.
  public var isUnchanged: Bool { FileStamp(path: path) == stamp }
}
