import Foundation
import SoHoa
import SoHoaModel

/// The folders of a watch: none may feed another.
struct WatchFolders: Sendable {
  /// With links resolved, as all of them.
  let input: URL
  let done: URL?
  let failed: URL?
  /// Folders below the watched one that are not watched.
  let leftOut: Set<String>

  /// - Throws: `ConversionFailure` if the watched folder is none, or lies in one that files are put into.
  init(input: String, output: String, done: String?, failed: String?) throws(ConversionFailure) {
    self.input = Self.resolved(input)
    self.done = done.map(Self.resolved)
    self.failed = failed.map(Self.resolved)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: self.input.path, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw Self.noFolder(input)
    }
    let targets = [Self.resolved(output), self.done, self.failed].compactMap { $0 }
    for target in targets where Self.contains(target.path, self.input.path) {
      throw Self.circle(input, target.path)
    }
    leftOut = Set(targets.map(\.path))
  }

  /// Whether a path is a folder or lies below it.
  private static func contains(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// Also of a folder that is not there yet: its nearest one that is has its links resolved.
  private static func resolved(_ path: String) -> URL {
    var rest: [String] = []
    var url = URL(fileURLWithPath: path).standardizedFileURL
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
      rest.insert(url.lastPathComponent, at: 0)
      url = url.deletingLastPathComponent()
    }
    let base = realpath(url.path, nil).map { pointer in
      defer { free(pointer) }
      return URL(fileURLWithPath: String(cString: pointer))
    }
    return rest.reduce(base ?? url) { $0.appendingPathComponent($1) }
  }

  private static func noFolder(_ path: String) -> ConversionFailure {
    ConversionFailure(
      .nothingToDo,
      Message(
        en: "\(path): no such folder; make it, or mount the share, then begin again",
        vi: "\(path): không có thư mục này; hãy tạo thư mục hoặc kết nối thư mục chia sẻ rồi chạy lại"))
  }

  private static func circle(_ input: String, _ target: String) -> ConversionFailure {
    ConversionFailure(
      .invalidOutput,
      Message(
        en:
          "\(input) lies in \(target), where files are put: they would be taken again; choose a folder beside it, "
          + "or one below it",
        vi:
          "\(input) nằm trong \(target) là nơi ghi tệp: các tệp đó sẽ bị đọc lại; hãy chọn thư mục bên cạnh hoặc bên dưới"
      ))
  }
}
