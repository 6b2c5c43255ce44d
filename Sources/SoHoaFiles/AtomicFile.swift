import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Writes a file so that nobody ever sees half of it: under a temporary name in the same folder, flushed
/// to disk, then renamed.
package enum AtomicFile {
  package struct Failure: Error, CustomStringConvertible {
    package let step: String
    package let code: Int32

    package init(step: String, code: Int32) {
      self.step = step
      self.code = code
    }

    package var description: String { "\(step): \(String(cString: strerror(code)))" }
  }

  package static func write(_ data: Data, to target: URL) throws(Failure) {
    let temporary = temporary(for: target).path
    do throws(Failure) {
      try fill(temporary, with: data)
      try move(temporary, to: target)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// - Parameter place: gives it its name.
  package static func write(
    _ data: Data, to target: URL, _ place: (_ temporary: URL, _ target: URL) throws -> Void
  ) throws {
    let temporary = temporary(for: target)
    do {
      try fill(temporary.path, with: data)
      try place(temporary, target)
    } catch {
      unlink(temporary.path)
      throw error
    }
  }

  /// - Parameter fill: writes the file under a temporary name.
  package static func write<Result>(to target: URL, fill: (URL) throws -> Result) throws -> Result {
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

  /// In the same folder; short, since the target's own name may be as long as names may be.
  package static func temporary(for target: URL) -> URL {
    let digest = target.lastPathComponent.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return target.deletingLastPathComponent()
      .appendingPathComponent(".sohoa-\(String(digest, radix: 36)).\(getpid()).tmp")
  }

  /// A file that is replaced keeps its rights.
  package static func move(_ path: String, to target: URL) throws(Failure) {
    keepRights(of: target.path, at: path)
    guard rename(path, target.path) == 0 else { throw Failure(step: "rename", code: errno) }
  }

  private static func keepRights(of target: String, at temporary: String) {
    var old = stat()
    guard stat(target, &old) == 0 else { return }
    _ = chown(temporary, old.st_uid, old.st_gid)
    _ = chmod(temporary, old.st_mode & 0o7777)
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
    try append(data, to: file)
    guard fsync(file) == 0 else { throw Failure(step: "flush", code: errno) }
  }

  /// - Parameter file: the number of an open file.
  package static func append(_ data: Data, to file: Int32) throws(Failure) {
    do { try data.withUnsafeBytes { try append($0, to: file) } } catch { throw error as! Failure }
  }

  package static func append(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(file, piece.baseAddress, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(step: "write", code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
