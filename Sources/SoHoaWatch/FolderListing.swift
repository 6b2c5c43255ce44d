#if canImport(Glibc)
  import Glibc
#endif

/// What lies in one folder: regular files and folders; links are not followed, hidden and temporary names left out.
struct FolderListing {
  var files: [(path: String, stamp: FileStamp)] = []
  var folders: [String] = []
  /// Names that are no UTF-8: nothing can be done with them here.
  var badNames = 0

  /// - Returns: nil if the folder cannot be read; `errno` says why.
  init?(_ folder: String) {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    errno = 0
    while let entry = readdir(handle) {
      guard let name = Self.name(entry) else {
        badNames += 1
        continue
      }
      if name != ".", name != "..", !TemporaryName.matches(name) { add(folder + "/" + name) }
      errno = 0
    }
    guard errno == 0 else { return nil }
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: files.append((path, FileStamp(status)))
    case S_IFDIR: folders.append(path)
    default: break
    }
  }

  private static func name(_ entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }
}
