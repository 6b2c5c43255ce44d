import Foundation
import SoHoaFiles

#if canImport(Glibc)
  import Glibc
#endif

/// What the file system tells of a file without reading it: while it stays the same, so does the content.
///
/// The time of the last change of the inode (`ctime`) is among it: programs can set `mtime` back, not that one.
struct Footprint: Hashable, Sendable {
  var bytes: Int64
  /// Nanoseconds since 1970.
  var modified: Int64
  var changed: Int64
  var inode: Int64

  init(_ status: stat) {
    bytes = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = Int64(bitPattern: UInt64(status.st_ino))
  }

  init(bytes: Int64, modified: Int64, changed: Int64, inode: Int64) {
    self.bytes = bytes
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// Of a regular file, links followed.
  /// - Throws: `Trouble` with the system's number; `EINVAL` for what is no regular file.
  init(path: String) throws(FileTrouble) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileTrouble(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileTrouble(status) }
    self.init(status)
  }

  /// Whether a write could have come after `moment` without leaving a trace: the clock of files is coarse, and may have
  /// been set back.
  func isFresh(at moment: Int64) -> Bool { max(modified, changed) > moment - Self.coarseness }

  private static let coarseness: Int64 = 2_000_000_000

  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
  }
}

/// Why a file cannot be read.
public struct FileTrouble: Error, Hashable, Sendable {
  /// The system's `errno`; `EISDIR` for folders, `EINVAL` for devices, pipes and sockets.
  public var number: Int32

  init(_ number: Int32) { self.number = number }

  init(_ status: stat) { number = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL }

  public var isGone: Bool { number == ENOENT || number == ENOTDIR }
}

/// SHA-256 of a file, with the footprint that it had.
struct ContentDigest: Hashable, Sendable {
  /// Lower-case hexadecimal.
  var sha256: String
  var footprint: Footprint

  init(sha256: String, footprint: Footprint) {
    self.sha256 = sha256
    self.footprint = footprint
  }

  /// Never waits for a pipe.
  init(path: String) throws(FileTrouble) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw FileTrouble(errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileTrouble(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileTrouble(status) }
    footprint = Footprint(status)
    do { sha256 = try FileDigest(of: file).sha256 } catch { throw FileTrouble(error.code) }
  }
}

/// SHA-256 of a file as the ledger wants it.
public enum LedgerHash {
  /// - Returns: lower-case hexadecimal.
  public static func of(_ path: String) throws(FileTrouble) -> String { try ContentDigest(path: path).sha256 }
}
