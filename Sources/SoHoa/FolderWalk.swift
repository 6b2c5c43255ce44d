import Foundation

/// The files below a folder, in order of their paths, as the system names them.
///
/// Left out: hidden names, links (a drop folder must not reach what lies outside of it), pipes, devices, sockets. A
/// folder that cannot be listed is given itself, and a name that is no UTF-8 with U+FFFD in it: whoever opens them says
/// what is wrong, and nothing is passed over in silence.
struct FolderWalk {
  private(set) var files: [(url: URL, folder: String)] = []

  /// - Parameter output: what lies in it is left out.
  init(_ folder: URL, leavingOut output: URL?) {
    walk(folder.standardizedFileURL.path, "", output?.standardizedFileURL.path)
    files.sort { $0.url.path.utf8.lexicographicallyPrecedes($1.url.path.utf8) }
  }

  private mutating func walk(_ path: String, _ folder: String, _ output: String?) {
    guard path != output else { return }
    guard let names = Self.names(path) else {
      files.append((URL(fileURLWithPath: path), (folder as NSString).deletingLastPathComponent))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let full = path == "/" ? "/" + name : path + "/" + name
      switch Self.kind(full) {
      case S_IFDIR: walk(full, folder.isEmpty ? name : folder + "/" + name, output)
      case S_IFREG, nil: files.append((URL(fileURLWithPath: full, isDirectory: false), folder))
      default: break
      }
    }
  }

  /// Nil if the folder cannot be listed.
  private static func names(_ path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Nil if nothing is there under this name.
  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
