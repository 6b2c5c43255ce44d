import Foundation

/// Where things lie in an output folder.
public struct LedgerPlace: Hashable, Sendable {
  public let folder: URL

  public init(_ folder: URL) { self.folder = folder.standardizedFileURL }

  /// What a run keeps for itself.
  public var home: URL { folder.appendingPathComponent(".sohoa", isDirectory: true) }
  public var database: URL { home.appendingPathComponent("ledger.sqlite") }
  public var lock: URL { home.appendingPathComponent("lock") }
  /// A folder a document in work; swept when a run begins.
  public var stages: URL { home.appendingPathComponent("stage", isDirectory: true) }

  /// - Parameter path: relative to the folder.
  /// - Throws: `LedgerError.outside` if it leads out of it, or into what runs keep for themselves.
  func url(_ path: String) throws(LedgerError) -> URL {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSound =
      !parts.isEmpty && parts.first != ".sohoa" && !path.utf8.contains(0)
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard isSound else { throw .outside(path: path) }
    return folder.appendingPathComponent(path)
  }
}
