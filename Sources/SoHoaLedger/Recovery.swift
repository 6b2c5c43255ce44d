import Foundation
internal import GRDB
import SoHoaModel

/// What a run found of one that ended in the middle.
public struct Recovery: Hashable, Sendable {
  /// Inputs that were in work: they will be done again.
  public var interrupted: [String] = []
  /// Inputs whose outputs all had their places already: they are done.
  public var completed: [String] = []
  /// Outputs of the run, relative to the folder, that had their place already.
  public var completedRunOutputs: [String] = []
  /// Outputs of the run that must be built again.
  public var discardedRunOutputs: [String] = []
}

/// Brings ledger and folder back together; only under the lock.
struct RecoveryWorker {
  let place: LedgerPlace

  /// Tries, a tenth of a second apart: a worker that outlives its parent by a moment may still write.
  private static let patience = 10

  /// Whatever lies in stages is half a result.
  func sweepStages() throws(LedgerError) {
    for attempt in 1...Self.patience {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.stages.path)) ?? []
      let left = names.map(place.stages.appendingPathComponent).filter {
        (try? FileManager.default.removeItem(at: $0)) == nil
      }
      guard let url = left.first else { return }
      if attempt == Self.patience { throw .notWritable(path: url.path, reason: "cannot be removed") }
      usleep(100_000)
    }
  }

  /// - Parameter db: outside of a transaction.
  func recover(_ db: Database) throws -> Recovery {
    var recovery = Recovery()
    try db.inTransaction(.immediate) {
      try recoverDocuments(db, &recovery)
      try recoverRunOutputs(db, &recovery)
      try db.run("UPDATE attempts SET outcome = 'interrupted' WHERE outcome = 'running'")
      try db.run("UPDATE runs SET outcome = 'interrupted' WHERE outcome = 'running'")
      return .commit
    }
    return recovery
  }

  private func recoverDocuments(_ db: Database, _ recovery: inout Recovery) throws {
    let rows = try db.rows("SELECT id, source, state FROM documents WHERE state IN ('running', 'placing')")
    for row in rows {
      let source: String = row["source"]
      if row["state"] == "placing" as String?, try complete(db, row["id"]) {
        recovery.completed.append(source)
      } else {
        try db.run("UPDATE documents SET state = 'waiting' WHERE id = ?", [row["id"] as Int64])
        recovery.interrupted.append(source)
      }
    }
  }

  /// A document whose outputs all lie at their places, with the content that was noted, is done.
  private func complete(_ db: Database, _ id: Int64) throws -> Bool {
    var footprints: [(String, Footprint)] = []
    for row in try db.rows("SELECT path, sha256 FROM outputs WHERE document = ? AND placed = 0", [id]) {
      let path: String = row["path"]
      guard let digest = try? ContentDigest(path: place.url(path).path),
        digest.sha256 == row["sha256"] as String?
      else { return false }
      footprints.append((path, digest.footprint))
    }
    let seconds: Double? = try db.row("SELECT seconds FROM documents WHERE id = ?", [id])?["seconds"]
    let note = PlacementNote(db: db, document: id)
    _ = try note.close(footprints, seconds, place)
    return true
  }

  /// Takes away what a run may have left beside a target, and nothing else, whatever a ledger of strangers says.
  private func discard(_ temporary: URL, of target: URL) {
    let name = temporary.lastPathComponent
    guard name.hasPrefix(".sohoa-"), name.hasSuffix(".tmp"),
      temporary.deletingLastPathComponent().standardizedFileURL
        == target.deletingLastPathComponent().standardizedFileURL
    else { return }
    unlink(temporary.path)
  }

  /// Where the target has not the noted content, the temporary file never got its name.
  private func recoverRunOutputs(_ db: Database, _ recovery: inout Recovery) throws {
    for row in try db.rows("SELECT target, temporary, sha256 FROM runOutputs WHERE placed = 0") {
      let target: String = row["target"]
      let isInPlace =
        (try? ContentDigest(path: place.runOutput(target).path))?.sha256 == row["sha256"] as String?
      if isInPlace {
        try db.run("DELETE FROM runOutputs WHERE target = ? AND placed = 1", [target])
        try db.run("UPDATE runOutputs SET placed = 1 WHERE target = ?", [target])
        try db.run("UPDATE entries SET placed = 1 WHERE target = ?", [target])
        recovery.completedRunOutputs.append(target)
      } else {
        discard(place.runOutput(row["temporary"]), of: place.runOutput(target))
        try db.run("DELETE FROM runOutputs WHERE target = ? AND placed = 0", [target])
        try db.run("DELETE FROM entries WHERE target = ? AND placed = 0", [target])
        recovery.discardedRunOutputs.append(target)
      }
    }
  }
}
