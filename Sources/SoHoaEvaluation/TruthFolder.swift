import Foundation

/// Truth files of a folder: `NAME.truth.txt` (all pages), `NAME.p2.truth.txt` (one page) and
/// `NAME.record.json`.
struct TruthFolder {
  struct Text {
    let text: TruthText
    /// The page that it is the truth of; nil for the whole file.
    let page: Int?
  }

  private(set) var names: Set<String> = []
  private var textFiles: [String: [(url: URL, page: Int?)]] = [:]
  private var factFiles: [String: URL] = [:]

  init(_ folder: URL) throws(EvaluationError) {
    for url in try FolderListing.files(in: folder, suffix: ".truth.txt") {
      let stem = String(url.lastPathComponent.dropLast(".truth.txt".count))
      let (name, page) = Self.split(stem)
      textFiles[name, default: []].append((url, page))
      names.insert(name)
    }
    for url in try FolderListing.files(in: folder, suffix: ".record.json") {
      let name = String(url.lastPathComponent.dropLast(".record.json".count))
      factFiles[name] = url
      names.insert(name)
    }
  }

  /// The truth of a result: of the same name, or of the name before a dot (`plan.200dpi` → `plan`).
  func name(for result: String) -> String? {
    names.filter { result == $0 || result.hasPrefix($0 + ".") }.max { $0.count < $1.count }
  }

  func texts(of name: String) throws(EvaluationError) -> [Text] {
    var texts: [Text] = []
    for file in textFiles[name] ?? [] {
      guard let text = try? String(contentsOf: file.url, encoding: .utf8) else {
        throw .unreadable(file.url.path)
      }
      texts.append(Text(text: TruthText(text), page: file.page))
    }
    return texts
  }

  /// One sheet for each document of the file; empty where there is no record.
  func facts(of name: String) throws(EvaluationError) -> (sheets: [FactSheet], family: String?) {
    guard let url = factFiles[name] else { return ([], nil) }
    do {
      let data = try Data(contentsOf: url)
      let sheet = try JSONDecoder().decode(TruthSheet.self, from: data)
      return (try FactSheet.all(truth: data), sheet.family)
    } catch {
      throw .malformed(url.path, "\(error)")
    }
  }

  /// `plan.p2` → (`plan`, 2).
  private static func split(_ stem: String) -> (name: String, page: Int?) {
    guard let dot = stem.lastIndex(of: "."), stem[stem.index(after: dot)...].hasPrefix("p"),
      let page = Int(stem[stem.index(dot, offsetBy: 2)...])
    else { return (stem, nil) }
    return (String(stem[..<dot]), page)
  }
}

enum FolderListing {
  /// The files below a folder whose names end so, in order of their paths.
  static func files(in folder: URL, suffix: String) throws(EvaluationError) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    guard let found, FileManager.default.fileExists(atPath: folder.path) else {
      throw .unreadable(folder.path)
    }
    return found.compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(suffix) }
      .sorted { $0.path < $1.path }
  }
}

/// Why an evaluation could not be made.
public enum EvaluationError: Error, Hashable, CustomStringConvertible {
  case unreadable(String)
  case malformed(String, String)

  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read; check the path and its rights"
    case .malformed(let path, let reason): "\(path): not what its name says (\(reason))"
    }
  }
}
