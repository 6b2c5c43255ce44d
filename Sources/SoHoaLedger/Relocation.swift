import Foundation
internal import GRDB

extension LedgerRun {
  /// An input was moved by the program itself: it is known at its new place, as it was at the old one.
  ///
  /// - Parameters: absolute paths.
  public func relocated(_ old: String, to new: String) throws(LedgerError) {
    guard old != new else { return }
    try ledger.write { db in
      try db.run("DELETE FROM paths WHERE path = ?", [new])
      try db.run("UPDATE paths SET path = ? WHERE path = ?", [new, old])
      try db.run(
        "UPDATE documents SET source = ? WHERE source = ? AND id = (SELECT document FROM paths WHERE path = ?)",
        [new, old, new])
    }
  }

  /// Documents that are done with the settings of this run, of which the result was kept, and which an output of the run
  /// does not hold yet; in the order in which they came to the ledger.
  ///
  /// - Parameter target: the output.
  public func unentered(in target: URL) throws(LedgerError) -> [Int64] {
    let path = ledger.place.path(target)
    return try ledger.read { db in
      try db.rows(
        """
        SELECT documents.id AS id FROM documents JOIN records ON records.document = documents.id
        WHERE state = 'done' AND settings = ?
          AND id NOT IN (SELECT document FROM entries WHERE target = ? AND placed = 1)
        ORDER BY id
        """, [settings, path]
      ).map { $0["id"] as Int64 }
    }
  }
}
