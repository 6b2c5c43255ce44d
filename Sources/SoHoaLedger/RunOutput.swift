import Foundation
import GRDB

/// An output of the whole run: a register, a file of lines. It may lie outside of the folder.
public struct RunOutputNote: Hashable, Sendable {
  public var target: URL
  /// Beside the target; written and flushed.
  public var temporary: URL
  /// Rows or lines that it has.
  public var rows: Int

  public init(target: URL, temporary: URL, rows: Int) {
    self.target = target
    self.temporary = temporary
    self.rows = rows
  }
}

extension LedgerRun {
  /// Gives an output of the run its name, with a note before and after, as `place` does for those of a document.
  public func place(_ output: RunOutputNote) throws(LedgerError) {
    let target = ledger.place.path(output.target)
    let digest: ContentDigest
    do throws(FileTrouble) { digest = try ContentDigest(path: output.temporary.path) } catch {
      throw LedgerError(error.number, at: output.temporary.path)
    }
    try ledger.write(isDurable: true) { db in
      try db.run(
        """
        INSERT INTO runOutputs VALUES (?, ?, ?, ?, ?, ?, 0)
        ON CONFLICT DO UPDATE SET temporary = excluded.temporary, rows = excluded.rows, run = excluded.run, placed = 0
        """,
        [
          target, ledger.place.path(output.temporary), output.rows, digest.footprint.bytes, digest.sha256, id,
        ])
    }
    guard rename(output.temporary.path, output.target.path) == 0 else {
      throw LedgerError(errno, at: output.target.path)
    }
    try FolderSync.flush(output.target.deletingLastPathComponent().path)
    try ledger.write { db in
      try db.run("DELETE FROM runOutputs WHERE target = ? AND sha256 <> ?", [target, digest.sha256])
      try db.run("UPDATE runOutputs SET placed = 1 WHERE target = ?", [target])
    }
  }

  /// Whether an output of a run lies there as a run on this folder left it, so that it may be replaced without asking.
  public func isOwn(_ target: URL) throws(LedgerError) -> Bool {
    guard let digest = try? ContentDigest(path: target.path) else { return false }
    let path = ledger.place.path(target)
    return try ledger.read { db in
      try db.row("SELECT 1 FROM runOutputs WHERE target = ? AND sha256 = ?", [path, digest.sha256]) != nil
    }
  }

  /// Results that were kept of documents that are done, in the order of the paths: what a register or a file of lines is
  /// built of when a run goes on. Paths without one are left out.
  public func records(of paths: [String], _ body: (String, Data) throws -> Void) throws(LedgerError) {
    for path in paths {
      let record = try ledger.read { db in
        try db.row(
          """
          SELECT json FROM paths JOIN documents ON documents.id = paths.document
            JOIN records ON records.document = documents.id
          WHERE path = ? AND documents.state = 'done' AND duplicate = 0
          """, [path])?["json"] as Data?
      }
      guard let record else { continue }
      do { try body(path, record) } catch { throw LedgerError(error, at: ledger.place.database.path) }
    }
  }
}

extension LedgerPlace {
  /// Relative where it lies in the folder, so that the folder can be moved; else absolute.
  func path(_ url: URL) -> String {
    let path = url.standardizedFileURL.path
    let base = folder.path + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  func runOutput(_ path: String) -> URL {
    path.hasPrefix("/") ? URL(fileURLWithPath: path) : folder.appendingPathComponent(path)
  }
}
