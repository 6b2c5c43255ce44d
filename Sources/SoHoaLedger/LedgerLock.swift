import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Who holds the lock of a folder.
public struct LockHolder: Hashable, Codable, Sendable {
  public var process: Int32
  public var host: String

  static var current: LockHolder {
    LockHolder(process: getpid(), host: ProcessInfo.processInfo.hostName)
  }

  /// `1234 host`, one line.
  init?(line: String) {
    let parts = line.split(whereSeparator: \.isWhitespace)
    guard parts.count >= 2, let process = Int32(parts[0]) else { return nil }
    self.init(process: process, host: String(parts[1]))
  }

  init(process: Int32, host: String) {
    self.process = process
    self.host = host
  }

  var line: String { "\(process) \(host)\n" }
}

/// One run at a time works on a folder. The kernel lets the lock go with the process that holds it, however that
/// ends; the file stays.
struct LedgerLock: ~Copyable {
  private let file: Int32

  init(_ place: LedgerPlace) throws(LedgerError) {
    file = open(place.lock.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw LedgerError(errno, at: place.lock.path) }
    guard Self.take(file) else {
      let number = errno
      let holder = Self.holder(file)
      close(file)
      if number == EWOULDBLOCK { throw .busy(folder: place.folder.path, holder: holder) }
      throw LedgerError(number, at: place.lock.path)
    }
    note()
  }

  /// Told to the kernel, since a process that is just being started may have the file open too for a moment.
  deinit {
    flock(file, LOCK_UN)
    close(file)
  }

  /// Who asks whether a folder is in work has its lock for a moment: a run does not give up for that.
  private static func take(_ file: Int32) -> Bool {
    for _ in 0..<patience {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK else { return false }
      usleep(pause)
    }
    return flock(file, LOCK_EX | LOCK_NB) == 0
  }

  private static let patience = 5
  /// Microseconds.
  private static let pause: UInt32 = 20_000

  /// For the message of others; that it cannot be written, on a full disk, harms nobody.
  private func note() {
    let line = LockHolder.current.line
    _ = ftruncate(file, 0)
    _ = line.withCString { pwrite(file, $0, strlen($0), 0) }
  }

  private static func holder(_ file: Int32) -> LockHolder? {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return LockHolder(line: String(decoding: bytes[..<count], as: UTF8.self))
  }

  /// Whether a run works on the folder now, and which.
  static func holder(_ place: LedgerPlace) -> LockHolder? {
    let file = open(place.lock.path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard flock(file, LOCK_SH | LOCK_NB) != 0 else {
      flock(file, LOCK_UN)
      return nil
    }
    return holder(file) ?? LockHolder(process: 0, host: "?")
  }
}
