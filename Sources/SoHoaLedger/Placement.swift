import Foundation
internal import GRDB
import SoHoaModel

/// What becomes of a file that lies where an output belongs and is not an output of the folder's runs.
public enum ForeignFile: Hashable, Sendable {
  /// An error; nothing of the document is placed.
  case refuse
  case replace
  /// It stays, and that output is not placed.
  case keep
}

/// What placing a document's outputs brought to light.
public struct PlacedDocument: Hashable, Sendable {
  public var outputs: [LedgerOutput]
  /// Outputs of earlier attempts under other names, which nobody has changed: they belong to no input any more.
  public var leftOver: [String]
  public var alarms: [NumberAlarm]
}

extension LedgerRun {
  /// Gives outputs their names and notes that the document is done.
  ///
  /// First the ledger notes, on disk, which content gets which name; then the files are renamed and their folders
  /// flushed; then the document is done. Wherever that is cut off, the next run knows which files are its own.
  ///
  /// - Parameters:
  ///   - staged: written and flushed, on the same file system as the folder.
  ///   - foreign: as the person at work decided.
  /// - Throws: `outputExists` before anything is placed; what goes wrong later leaves the document in work: `fail` or
  ///   `putBack` must follow.
  public func place(
    _ staged: [StagedOutput], of document: LedgerDocument, _ outcome: Outcome, foreign: ForeignFile = .refuse
  ) throws(LedgerError) -> PlacedDocument {
    guard outcome.sha256 == document.sha256 else { throw .inputChanged(path: try source(of: document)) }
    let placer = Placer(place: ledger.place)
    let wanted = try ledger.write(isDurable: true) { db in
      let wanted = try placer.select(staged, own: OwnOutputs(db, place: ledger.place), foreign: foreign)
      try PlacementNote(db: db, document: document.id).write(wanted.map(\.output), outcome)
      return wanted
    }
    let footprints = try placer.move(wanted)
    return try ledger.write { db in
      let note = PlacementNote(db: db, document: document.id)
      let leftOver = try note.close(footprints, outcome.seconds, ledger.place)
      return PlacedDocument(
        outputs: wanted.map(\.output), leftOver: leftOver, alarms: try note.alarms())
    }
  }

  private func source(of document: LedgerDocument) throws(LedgerError) -> String {
    try ledger.read { db in
      try db.row("SELECT source FROM documents WHERE id = ?", [document.id])?["source"] ?? ""
    }
  }
}

/// Moves outputs from their stage to their places.
struct Placer {
  let place: LedgerPlace

  func select(
    _ staged: [StagedOutput], own: OwnOutputs, foreign: ForeignFile
  ) throws -> [StagedOutput] {
    try staged.filter { output in
      let url = try place.url(output.output.path)
      var status = stat()
      guard lstat(url.path, &status) == 0, try !own.isOwn(output.output.path) else { return true }
      switch foreign {
      case .refuse: throw LedgerError.outputExists(path: url.path)
      case .replace: return true
      case .keep: return false
      }
    }
  }

  /// - Returns: what the files look like at their places, by path.
  func move(_ staged: [StagedOutput]) throws(LedgerError) -> [(String, Footprint)] {
    var footprints: [(String, Footprint)] = []
    var folders: Set<String> = []
    for output in staged {
      let target = try place.url(output.output.path)
      guard Self.isRegular(output.staged) else {
        throw .notRegular(path: target.path)
      }
      folders.formUnion(try makeFolder(target.deletingLastPathComponent()))
      Self.keepRights(of: target.path, at: output.staged)
      guard rename(output.staged, target.path) == 0 else { throw LedgerError(errno, at: target.path) }
      do throws(FileTrouble) {
        footprints.append((output.output.path, try Footprint(path: target.path)))
      } catch {
        throw LedgerError(error.number, at: target.path)
      }
    }
    for folder in folders { try FolderSync.flush(folder) }
    return footprints
  }

  /// - Returns: the folders that got a new name, and this one.
  private func makeFolder(_ url: URL) throws(LedgerError) -> Set<String> {
    if mkdir(url.path, 0o777) == 0 {
      return [url.path, url.deletingLastPathComponent().path]
    }
    if errno == ENOENT {
      let above = try makeFolder(url.deletingLastPathComponent())
      return above.union(try makeFolder(url))
    }
    guard errno == EEXIST else { throw LedgerError(errno, at: url.path) }
    return [url.path]
  }

  /// Who reads hostile files may have been taken over: a link would have others write elsewhere later.
  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A file that is replaced keeps its rights.
  static func keepRights(of target: String, at staged: String) {
    var old = stat()
    guard stat(target, &old) == 0 else { return }
    _ = chown(staged, old.st_uid, old.st_gid)
    _ = chmod(staged, old.st_mode & 0o7777)
  }
}

/// The ledger's two entries about outputs: before and after they get their names.
struct PlacementNote {
  let db: Database
  let document: Int64

  private var id: Int64 { document }

  func write(_ outputs: [LedgerOutput], _ outcome: Outcome) throws {
    // What was noted before still proves that a file is our own, until this attempt is through.
    try db.run("UPDATE outputs SET placed = 2 WHERE document = ?", [id])
    for output in outputs {
      try db.run(
        """
        INSERT INTO outputs (path, document, format, bytes, sha256) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET placed = 0, format = excluded.format
        """, [output.path, id, output.format, output.bytes, output.sha256])
    }
    try db.run(
      """
      UPDATE documents SET state = 'placing', seconds = ?, pages = ?, findings = ?, review = ?, kind = ?, en = ?, vi = ?
      WHERE id = ?
      """,
      [
        outcome.seconds, outcome.pages, try Self.json(outcome.findings), outcome.needsReview,
        outcome.failure?.kind, outcome.failure?.message.en, outcome.failure?.message.vi, id,
      ])
    try note(outcome)
    try displace()
  }

  private func note(_ outcome: Outcome) throws {
    try db.run("DELETE FROM records WHERE document = ?", [id])
    try db.run("DELETE FROM numbers WHERE document = ?", [id])
    try db.run("DELETE FROM dated WHERE document = ?", [id])
    if let record = outcome.record { try db.run("INSERT INTO records VALUES (?, ?)", [id, record]) }
    for (place, number) in outcome.numbers.enumerated() {
      try db.run(
        "INSERT INTO numbers VALUES (?, ?, ?, ?, ?)", [id, place, number.key, number.year, number.shown])
      guard let dated = number.dated else { continue }
      try db.run(
        "INSERT INTO dated VALUES (?, ?, ?, ?, ?, ?)",
        [id, place, dated.series, dated.day, dated.number, number.shown])
    }
  }

  /// Documents that lose an output to this one wait again where a path still has their content.
  private func displace() throws {
    try db.run(
      """
      UPDATE documents SET state = iif(EXISTS (SELECT 1 FROM paths WHERE document = documents.id), 'waiting', 'replaced')
      WHERE state = 'done' AND id <> ?1 AND id IN (
        SELECT document FROM outputs WHERE path IN (SELECT path FROM outputs WHERE document = ?1 AND placed = 0))
      """, [id])
  }

  /// - Parameter footprints: of the files at their places.
  /// - Returns: outputs of earlier attempts under other names.
  func close(
    _ footprints: [(String, Footprint)], _ seconds: Double?, _ place: LedgerPlace
  ) throws -> [String] {
    let own = OwnOutputs(db, place: place)
    try db.run(
      """
      DELETE FROM outputs WHERE (document <> ?1 OR placed = 2)
        AND path IN (SELECT path FROM outputs WHERE document = ?1 AND placed = 0)
      """, [id])
    let old = try db.rows("SELECT path FROM outputs WHERE document = ? AND placed = 2", [id])
    let leftOver = try old.map { $0["path"] as String }.filter(own.isOwn)
    try db.run("DELETE FROM outputs WHERE document = ? AND placed = 2", [id])
    try db.run("UPDATE outputs SET placed = 1 WHERE document = ?", [id])
    for (path, footprint) in footprints { try own.note(path, id, footprint) }
    try db.run(
      "UPDATE documents SET state = iif(kind IS NULL, 'done', 'failed'), wanted = 0 WHERE id = ?", [id])
    let kind: String? = try db.row("SELECT kind FROM documents WHERE id = ?", [id])?["kind"]
    try db.closeAttempt(of: document, kind == nil ? "done" : "failed", seconds: seconds, kind: kind)
    return leftOver
  }

  func alarms() throws -> [NumberAlarm] {
    let clashes = try NumberClashes(db: db).of(id).map {
      NumberAlarm(.duplicate, shown: $0.shown, other: $0.other)
    }
    let breaks = try NumberSequence(db: db).of(id).map {
      NumberAlarm(.sequence, shown: $0.shown, other: $0.other)
    }
    return clashes + breaks
  }

  private static func json(_ counts: [String: Int]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(counts), as: UTF8.self)
  }
}
