import CWatch

#if canImport(Glibc)
  import Glibc
#endif

/// Asks the kernel whether somebody has a file open for writing: it grants a read lease (fcntl(2), F_SETLEASE) only where
/// nobody has. Known of one's own files on local file systems; others answer something else.
enum WriterProbe {
  enum Answer: Hashable, Sendable { case open, closed, unknown }

  static func ask(_ path: String) -> Answer {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return .unknown }
    defer { close(file) }
    guard watch_is_local(file) == 1 else { return .unknown }
    switch watch_has_no_writer(file) {
    case 1: return .closed
    case 0: return .open
    default: return .unknown
    }
  }
}
