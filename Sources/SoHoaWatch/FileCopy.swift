import Foundation
import SoHoaFiles

#if canImport(Glibc)
  import Glibc
#endif

/// A move from one file system to another: copied, flushed, read again and compared, named, and only then taken away.
struct FileCopy {
  private let file: SettledFile
  private let target: String

  init(_ file: SettledFile, to target: String) {
    self.file = file
    self.target = target
  }

  /// - Parameter candidate: the name of a number, where the target is taken.
  /// - Returns: where the file lies now. Where a move was cut off before, that is the copy which it left.
  func move(_ candidate: (Int) -> String) throws(MoveFailure) -> String {
    let temporary =
      (target as NSString).deletingLastPathComponent + "/.sohoa-\(getpid())-\(file.stamp.inode).tmp"
    defer { unlink(temporary) }
    let digest = try copy(to: temporary)
    guard try Self.digest(temporary, file.path) == digest else {
      throw .badCopy(path: file.path, target: target)
    }
    let place = try name(temporary, digest, candidate)
    Naming.flush((place as NSString).deletingLastPathComponent)
    guard file.isUnchanged else {
      unlink(place)
      throw .changed(path: file.path)
    }
    guard unlink(file.path) == 0 else { throw failure() }
    Naming.flush((file.path as NSString).deletingLastPathComponent)
    return place
  }

  private func name(
    _ temporary: String, _ digest: FileDigest, _ candidate: (Int) -> String
  ) throws(MoveFailure) -> String {
    var place = target
    var number = 1
    while true {
      let error = Naming.rename(temporary, to: place)
      if error == 0 { return place }
      guard error == EEXIST else { throw failure(error) }
      if FileStamp(path: place)?.bytes == file.stamp.bytes, try Self.digest(place, file.path) == digest {
        return place
      }
      number += 1
      place = candidate(number)
    }
  }

  private func copy(to temporary: String) throws(MoveFailure) -> FileDigest {
    let input = open(file.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else { throw failure() }
    defer { close(input) }
    var status = stat()
    guard fstat(input, &status) == 0, FileStamp(status) == file.stamp else { throw .changed(path: file.path) }
    let output = open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, status.st_mode & 0o777)
    guard output >= 0 else { throw failure() }
    defer { close(output) }
    let digest = try pour(input, output)
    var times = [status.st_atim, status.st_mtim]
    futimens(output, &times)
    guard fsync(output) == 0 else { throw failure() }
    return digest
  }

  private func pour(_ input: Int32, _ output: Int32) throws(MoveFailure) -> FileDigest {
    do {
      return try FileDigest(of: input) { piece throws(AtomicFile.Failure) in
        try AtomicFile.append(piece, to: output)
      }
    } catch {
      throw failure(error.code)
    }
  }

  /// Of the bytes on the disk, as far as the system can be made to read them there.
  private static func digest(_ path: String, _ source: String) throws(MoveFailure) -> FileDigest {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .notMoved(path: source, target: path, number: errno) }
    defer { close(file) }
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
    do { return try FileDigest(of: file) } catch {
      throw .notMoved(path: source, target: path, number: error.code)
    }
  }

  private func failure(_ number: Int32 = errno) -> MoveFailure {
    .notMoved(path: file.path, target: target, number: number)
  }
}
