import Foundation

/// The folder of lexicons, gazetteers, rules and models that the program reads (`dictionaries/`).
public struct DictionaryFolder: Hashable, Sendable {
  public let url: URL

  public init(_ url: URL) { self.url = url }

  /// Where the dictionaries lie, looked for in this order: the variable `SOHOA_DICTIONARIES`;
  /// `../share/sohoa/dictionaries` beside the program (as `make install` lays it out); a folder
  /// `dictionaries` beside the program or above it (a build in a clone).
  public static func locate(
    program: URL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(DictionaryError) -> DictionaryFolder {
    if let named = environment["SOHOA_DICTIONARIES"], !named.isEmpty {
      return try opened(URL(fileURLWithPath: named))
    }
    let candidates = places(around: program)
    guard let found = candidates.first(where: isDictionaryFolder) else {
      throw .notFound(searched: candidates.map(\.path))
    }
    return DictionaryFolder(found)
  }

  public func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  public func table(_ name: String) throws(DictionaryError) -> Table {
    try Table(contentsOf: file(name))
  }

  private static func opened(_ url: URL) throws(DictionaryError) -> DictionaryFolder {
    guard isDictionaryFolder(url) else { throw .notFound(searched: [url.path]) }
    return DictionaryFolder(url)
  }

  private static func places(around program: URL) -> [URL] {
    var folder = program.deletingLastPathComponent()
    var places = [folder.deletingLastPathComponent().appendingPathComponent("share/sohoa/dictionaries")]
    while folder.path != "/" {
      places.append(folder.appendingPathComponent("dictionaries"))
      folder.deleteLastPathComponent()
    }
    return places
  }

  private static func isDictionaryFolder(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent("document_kinds.tsv").path)
  }
}
