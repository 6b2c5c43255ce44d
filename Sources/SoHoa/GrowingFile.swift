import Foundation
import SoHoaExport
import SoHoaFiles

#if canImport(Glibc)
  import Glibc
#endif

/// A file that grows while a run goes on and appears whole at its end.
struct GrowingFile: Sendable {
  let target: URL
  private let handle: FileHandle

  /// Opens it under a temporary name in the same folder.
  init(_ target: URL) throws(AtomicFile.Failure) {
    self.target = target
    let file = open(AtomicFile.temporary(for: target).path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw AtomicFile.Failure(step: "open", code: errno) }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  func append(_ data: Data) throws(AtomicFile.Failure) {
    try AtomicFile.append(data, to: handle.fileDescriptor)
  }

  func finish(_ place: Placing) throws {
    guard fsync(handle.fileDescriptor) == 0 else { throw AtomicFile.Failure(step: "flush", code: errno) }
    try? handle.close()
    try place(AtomicFile.temporary(for: target), target)
  }

  func discard() {
    try? handle.close()
    unlink(AtomicFile.temporary(for: target).path)
  }
}
