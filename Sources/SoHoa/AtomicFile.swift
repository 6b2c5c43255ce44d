import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Writes a file so that nobody ever sees half of it: under a temporary name in the same folder, flushed
/// to disk, then renamed.
enum AtomicFile {
  struct Failure: Error, CustomStringConvertible {
    let step: String
    let code: Int32
    var description: String { "\(step): \(String(cString: strerror(code)))" }
  }

  static func write(_ data: Data, to target: URL) throws(Failure) {
    let temporary = temporary(for: target).path
    do throws(Failure) {
      try fill(temporary, with: data)
      try move(temporary, to: target)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// - Parameter fill: writes the file under a temporary name.
  static func write<Result>(to target: URL, fill: (URL) throws -> Result) throws -> Result {
    let temporary = temporary(for: target)
    do {
      let result = try fill(temporary)
      try flush(temporary.path)
      try move(temporary.path, to: target)
      return result
    } catch {
      unlink(temporary.path)
      throw error
    }
  }

  /// In the same folder.
  static func temporary(for target: URL) -> URL {
    target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent.prefix(100)).\(getpid()).tmp")
  }

  private static func move(_ path: String, to target: URL) throws(Failure) {
    guard rename(path, target.path) == 0 else { throw Failure(step: "rename", code: errno) }
  }

  private static func flush(_ path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(step: "open", code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw Failure(step: "flush", code: errno) }
  }

  private static func fill(_ path: String, with data: Data) throws(Failure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Failure(step: "open", code: errno) }
    defer { close(file) }
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(step: "write", code: errno) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw Failure(step: "flush", code: errno) }
  }
}
