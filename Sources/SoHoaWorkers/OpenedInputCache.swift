import SoHoa
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The input that was opened last, for the next part of it; opened anew once the file is another.
final class OpenedInputCache: Sendable {
  private struct Key: Hashable {
    var path: String
    var device: UInt
    var inode: UInt
    var bytes: Int
    var seconds: Int
    var nanoseconds: Int

    /// Nil if there is no such file.
    init?(_ path: String) {
      var found = stat()
      guard stat(path, &found) == 0 else { return nil }
      self.path = path
      device = UInt(found.st_dev)
      inode = UInt(found.st_ino)
      bytes = Int(found.st_size)
      seconds = found.st_mtim.tv_sec
      nanoseconds = found.st_mtim.tv_nsec
    }
  }

  private let last = Mutex<(key: Key, input: OpenedInput)?>(nil)

  func opened(
    _ path: String, open: () throws(ConversionFailure) -> OpenedInput
  ) throws(ConversionFailure) -> OpenedInput {
    let key = Key(path)
    if let kept = last.withLock({ $0 }), kept.key == key { return kept.input }
    last.withLock { $0 = nil }
    let input = try open()
    if let key { last.withLock { $0 = (key, input) } }
    return input
  }
}
