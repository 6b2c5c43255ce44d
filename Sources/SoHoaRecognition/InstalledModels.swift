import CTesseract
import Foundation

/// The recognition models installed on this machine.
public struct InstalledModels: Hashable, Sendable {
  /// Where they lie.
  public let folder: URL

  /// - Parameter dataPath: nil for `TESSDATA_PREFIX` or Tesseract's own default.
  public init(dataPath: String? = nil) {
    folder = URL(filePath: dataPath ?? Self.defaultPath(), directoryHint: .isDirectory)
  }

  /// Names as `--language` takes them: `eng`, `vie`, `Vietnamese`; ascending.
  public var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    let models = (files ?? []).filter { $0.hasSuffix(Self.suffix) }.map {
      String($0.dropLast(Self.suffix.count))
    }
    return models.filter { $0 != "osd" }.sorted()
  }

  /// The file of one model, for naming its version by hash; nil if it is not installed.
  public func file(of name: String) -> URL? {
    let file = folder.appending(path: name + Self.suffix)
    return FileManager.default.isReadableFile(atPath: file.path) ? file : nil
  }

  private static let suffix = ".traineddata"

  /// Asks Tesseract itself, with the engine off, so that the answer is the folder that it will use.
  private static func defaultPath() -> String {
    let candidates = [ProcessInfo.processInfo.environment["TESSDATA_PREFIX"]].compactMap(\.self) + builtIn
    return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? builtIn[0]
  }

  private static let builtIn = [
    "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata",
  ]
}
