import Foundation
internal import GRDB

/// An output of the whole run: a register, a file of lines. It may lie outside of the folder.
public struct RunOutputNote: Hashable, Sendable {
  public var target: URL
  /// Beside the target; written and flushed.
  public var temporary: URL
  /// Rows or lines that it has.
  public var rows: Int
  /// Documents that are entered in it now and were not before.
  public var documents: [Int64]

  public init(target: URL, temporary: URL, rows: Int, documents: [Int64] = []) {
    self.target = target
    self.temporary = temporary
    self.rows = rows
    self.documents = documents
  }
}

/// What was kept of a document that is done.
public struct KeptRecord: Hashable, Sendable {
  public var document: Int64
  /// Of the input.
  public var path: String
  /// Relative to the folder; empty where the run made none.
  public var outputs: [String]
  /// The result without its pages.
  public var json: Data
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
      for document in output.documents {
        try db.run("INSERT OR IGNORE INTO entries (target, document) VALUES (?, ?)", [target, document])
      }
    }
    Placer.keepRights(of: output.target.path, at: output.temporary.path)
    guard rename(output.temporary.path, output.target.path) == 0 else {
      throw LedgerError(errno, at: output.target.path)
    }
    try FolderSync.flush(output.target.deletingLastPathComponent().path)
    try ledger.write { db in
      try db.run("DELETE FROM runOutputs WHERE target = ? AND sha256 <> ?", [target, digest.sha256])
      try db.run("UPDATE runOutputs SET placed = 1 WHERE target = ?", [target])
      try db.run("UPDATE entries SET placed = 1 WHERE target = ?", [target])
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

  /// Documents of inputs that are done and of which the result was kept, in the order of the paths: what a register or a
  /// file of lines is built of.
  public func recorded(_ paths: [String]) throws(LedgerError) -> [Int64] {
    try ledger.read { db in
      try paths.compactMap { path in
        try db.row(
          """
          SELECT documents.id AS id FROM paths JOIN documents ON documents.id = paths.document
            JOIN records ON records.document = documents.id
          WHERE path = ? AND documents.state = 'done' AND duplicate = 0
          """, [path])?["id"] as Int64?
      }
    }
  }

  /// Nil if nothing was kept, or the document is not done any more.
  public func record(of document: Int64) throws(LedgerError) -> KeptRecord? {
    try ledger.read { db in
      let row = try db.row(
        """
        SELECT source, json FROM documents JOIN records ON records.document = documents.id
        WHERE id = ? AND state = 'done'
        """, [document])
      guard let row else { return nil }
      let outputs = try db.rows(
        "SELECT path FROM outputs WHERE document = ? AND placed = 1 ORDER BY path", [document])
      return KeptRecord(
        document: document, path: row["source"], outputs: outputs.map { $0["path"] },
        json: row["json"])
    }
  }

  /// SHA-256 of a document that is done and was kept.
  public func content(of document: Int64) throws(LedgerError) -> String? {
    try ledger.read { db in
      try db.row(
        """
        SELECT sha256 FROM documents JOIN records ON records.document = documents.id WHERE id = ? AND state = 'done'
        """, [document])?["sha256"]
    }
  }

  /// Notes that an output holds documents although it was not written: it held them already.
  public func note(entered documents: [Int64], in target: URL) throws(LedgerError) {
    let path = ledger.place.path(target)
    try ledger.write { db in
      for document in documents {
        try db.run("INSERT OR REPLACE INTO entries VALUES (?, ?, 1)", [path, document])
      }
    }
  }

  /// Documents that an output of the run holds already, in the order in which they came to the ledger.
  public func entered(in target: URL) throws(LedgerError) -> [Int64] {
    let path = ledger.place.path(target)
    return try ledger.read { db in
      try db.rows("SELECT document FROM entries WHERE target = ? AND placed = 1 ORDER BY document", [path])
        .map { $0["document"] }
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
