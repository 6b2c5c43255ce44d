import CWatch
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Moves originals that are done into a folder, with the folders that they lay in, and never over another file.
public struct OriginalMover: Sendable {
  private static let mostNumbers = 100_000

  /// Folder that is watched.
  private let source: String
  private let target: String

  public init(from source: String, to target: URL) {
    self.source = source
    self.target = target.standardizedFileURL.path
  }

  /// Where a file will lie, as things stand: its own name, or a numbered one where that is taken.
  public func place(of path: String) -> String {
    for number in 1..<Self.mostNumbers {
      let place = candidate(path, number)
      var status = stat()
      if lstat(place, &status) != 0 { return place }
    }
    return candidate(path, Self.mostNumbers)
  }

  /// - Parameter wanted: as `place` told; where it is taken by now, the next free name is.
  /// - Returns: where the file lies now.
  public func move(_ file: SettledFile, wanted: String) throws(MoveFailure) -> String {
    guard file.isUnchanged else { throw .changed(path: file.path) }
    try makeFolder(for: wanted, of: file.path)
    var place = wanted
    var number = 1
    while true {
      let error = Naming.rename(file.path, to: place)
      switch error {
      case 0:
        flushFolders(file.path, place)
        return place
      case EEXIST where number < Self.mostNumbers:
        number += 1
        place = candidate(file.path, number)
      case EXDEV: return try FileCopy(file, to: place).move { self.candidate(file.path, $0) }
      default: throw .notMoved(path: file.path, target: place, number: error)
      }
    }
  }

  /// `a.pdf`, `a-2.pdf`, `a-3.pdf` …
  private func candidate(_ path: String, _ number: Int) -> String {
    let below = path.hasPrefix(source + "/") ? String(path.dropFirst(source.count + 1)) : path
    let name = target + "/" + below as NSString
    guard number > 1 else { return name as String }
    let ending = name.pathExtension
    return name.deletingPathExtension + "-\(number)" + (ending.isEmpty ? "" : "." + ending)
  }

  private func makeFolder(for place: String, of path: String) throws(MoveFailure) {
    let folder = (place as NSString).deletingLastPathComponent
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .notMoved(path: path, target: place, number: errno == 0 ? EACCES : errno)
    }
  }

  private func flushFolders(_ old: String, _ new: String) {
    for path in [new, old] { Naming.flush((path as NSString).deletingLastPathComponent) }
  }
}

/// Gives a file another name, never one that is taken.
enum Naming {
  /// - Returns: 0, or the system's number of the error: `EEXIST` where the name is taken.
  static func rename(_ old: String, to new: String) -> Int32 {
    if watch_rename_new(old, new) == 0 { return 0 }
    // Some file systems do not know how: the name is taken first, then the file put in the place of what took it.
    guard errno == EINVAL || errno == ENOSYS else { return errno }
    let claim = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { return errno }
    close(claim)
    if Glibc.rename(old, new) == 0 { return 0 }
    let number = errno
    unlink(new)
    return number
  }

  static func flush(_ folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }
}
