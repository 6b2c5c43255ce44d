import Foundation
import SoHoaModel

/// One thing to convert.
public struct Input: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case file(URL)
    case standardInput
  }

  public var place: Place
  /// Folders below the folder that was named, kept in the output: `2025/08` for `scans/2025/08/a.pdf`.
  public var folder: String

  public init(_ place: Place, folder: String = "") {
    self.place = place
    self.folder = folder
  }

  /// As the user knows it.
  public var name: String {
    switch place {
    case .file(let url): url.relativePath
    case .standardInput: "-"
    }
  }

  /// Name without folders.
  public var fileName: String {
    switch place {
    case .file(let url): url.lastPathComponent.precomposedStringWithCanonicalMapping
    case .standardInput: "stdin"
    }
  }
}

extension Input {
  /// Files as they are, folders with all files below them in order of their paths. Hidden files, links and what
  /// lies in `output` are left out.
  ///
  /// - Parameter paths: as typed; `-` is standard input.
  public static func gather(_ paths: [String], leavingOut output: URL?) -> [Input] {
    paths.flatMap { path -> [Input] in
      if path == "-" { return [Input(.standardInput)] }
      let url = URL(fileURLWithPath: path)
      return isFolder(url)
        ? files(below: url, leavingOut: output) : [Input(.file(URL(fileURLWithPath: path)))]
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  private static func files(below folder: URL, leavingOut output: URL?) -> [Input] {
    FolderWalk(folder, leavingOut: output).files.map { Input(.file($0.url), folder: $0.folder) }
  }
}
