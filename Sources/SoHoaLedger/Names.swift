import Foundation
internal import GRDB

extension LedgerRun {
  /// Whether a name belongs to a document of another content, done and still there: outputs of this one would take
  /// the place of the other's.
  ///
  /// - Parameters:
  ///   - outputs: all that the name would give, relative to the folder.
  ///   - sha256: of the content that wants the name.
  public func isTaken(_ outputs: [String], by sha256: String) throws(LedgerError) -> Bool {
    try ledger.read { db in
      try outputs.contains { path in
        let other = try db.row(
          """
          SELECT 1 FROM outputs JOIN documents ON documents.id = outputs.document
          WHERE path = ? AND placed = 1 AND state IN ('done', 'failed') AND documents.sha256 <> ?
          """, [path, sha256])
        return try other != nil && exists(path)
      }
    }
  }

  /// Those that are there and that no run on this folder made, or somebody has changed since.
  ///
  /// - Parameter outputs: relative to the folder.
  public func foreign(among outputs: [String]) throws(LedgerError) -> [String] {
    try ledger.write { db in
      let own = OwnOutputs(db, place: ledger.place)
      return try outputs.filter { try exists($0) && !own.isOwn($0) }
    }
  }

  private func exists(_ path: String) throws(LedgerError) -> Bool {
    var status = stat()
    return lstat(try ledger.place.url(path).path, &status) == 0
  }
}
