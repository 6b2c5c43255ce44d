import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Keeps other runs away from a register while it is read and written: `.register.xlsx.lock` beside it, gone afterwards.
struct RegisterLock: ~Copyable {
  /// How long another run may hold it, in seconds.
  private static let patience = 60.0
  private static let pause: useconds_t = 20_000

  private let file: Int32
  private let path: String

  init(_ register: URL) throws(RegisterError) {
    path =
      register.deletingLastPathComponent()
      .appendingPathComponent(".\(register.lastPathComponent).lock").path
    let end = Date(timeIntervalSinceNow: Self.patience)
    while true {
      if let file = try Self.take(path, register) {
        self.file = file
        return
      }
      guard Date() < end else { throw .busy(path: register.path) }
      usleep(Self.pause)
    }
  }

  /// Nil while another run has it, or had it and took it away.
  private static func take(_ path: String, _ register: URL) throws(RegisterError) -> Int32? {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw .notAccessible(path: register.path, reason: String(cString: strerror(errno)))
    }
    var ours = stat()
    var there = stat()
    if flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &ours) == 0, stat(path, &there) == 0,
      ours.st_ino == there.st_ino
    {
      return file
    }
    close(file)
    return nil
  }

  deinit {
    unlink(path)
    close(file)
  }
}
