internal import GRDB
import SoHoaModel

/// What the ledger holds of a path.
struct KnownPath {
  var footprint: Footprint?
  var sha256: String?

  init(_ db: Database, _ path: String) throws {
    guard
      let row = try db.row("SELECT bytes, modified, changed, inode, sha256 FROM paths WHERE path = ?", [path])
    else { return }
    sha256 = row["sha256"]
    footprint = Footprint(row)
  }
}

/// What lies at a path now.
enum Content {
  /// - Parameter isLasting: the footprint tells whether the content is still the same.
  case file(ContentDigest, isLasting: Bool)
  case unreadable(FileTrouble)

  init(_ path: String, known: KnownPath) {
    let moment = Footprint.now
    do throws(FileTrouble) {
      if let sha256 = known.sha256, let footprint = known.footprint, try Footprint(path: path) == footprint {
        self = .file(ContentDigest(sha256: sha256, footprint: footprint), isLasting: true)
        return
      }
      let digest = try ContentDigest(path: path)
      self = .file(digest, isLasting: !digest.footprint.isFresh(at: moment))
    } catch {
      self = .unreadable(error)
    }
  }
}

/// Decides on inputs, within a transaction.
struct Planner {
  let db: Database
  let place: LedgerPlace
  let run: Int64
  let settings: String
  let demand: PlanDemand

  func task(_ path: String, _ content: Content) throws -> Plan.Task {
    switch content {
    case .unreadable(let trouble):
      try note(path, trouble)
      return .unreadable(trouble)
    case .file(let digest, let isLasting):
      let earlier = try earlierContent(path)
      let (entry, isNew) = try entry(digest, path)
      let duplicate = try self.duplicate(of: entry, at: path)
      try note(path, digest, isLasting, entry.id, isDuplicate: duplicate != nil)
      if let duplicate { return .duplicate(entry.document, of: duplicate) }
      let moved = try takeOver(entry, path)
      return try task(entry, isNew: isNew, moved: moved, earlier: earlier, sha256: digest.sha256)
    }
  }

  // MARK: The document

  private func entry(_ digest: ContentDigest, _ path: String) throws -> (DocumentEntry, isNew: Bool) {
    if let entry = try DocumentEntry(db, sha256: digest.sha256, settings: settings) { return (entry, false) }
    try db.run(
      "INSERT INTO documents (sha256, bytes, settings, source, state) VALUES (?, ?, ?, ?, 'waiting')",
      [digest.sha256, digest.footprint.bytes, settings, path])
    return (try DocumentEntry(db, sha256: digest.sha256, settings: settings)!, true)
  }

  private func earlierContent(_ path: String) throws -> Int64? {
    try db.row("SELECT document FROM paths WHERE path = ?", [path])?["document"]
  }

  /// The path that has the same content and comes first: one that is done and still there, or one of this run.
  private func duplicate(of entry: DocumentEntry, at path: String) throws -> String? {
    guard entry.source.utf8.elementsEqual(path.utf8) == false,
      let row = try db.row(
        "SELECT document, run, bytes, modified, changed, inode, sha256 FROM paths WHERE path = ?",
        [entry.source]),
      row["document"] == entry.id as Int64?
    else { return nil }
    let isOfThisRun = row["run"] == run as Int64?
    guard isOfThisRun || entry.state == .done else { return nil }
    return isThere(entry.source, row) ? entry.source : nil
  }

  /// The file of a path that was noted earlier; where its footprint is another, its content decides.
  private func isThere(_ path: String, _ row: Row) -> Bool {
    guard let now = try? Footprint(path: path) else { return false }
    if now == Footprint(row) { return true }
    return (try? ContentDigest(path: path))?.sha256 == row["sha256"] as String?
  }

  /// - Returns: the path that the document had before, if it is another.
  private func takeOver(_ entry: DocumentEntry, _ path: String) throws -> String? {
    guard !entry.source.utf8.elementsEqual(path.utf8) else { return nil }
    try db.run("UPDATE documents SET source = ? WHERE id = ?", [path, entry.id])
    return entry.source
  }

  // MARK: What is to be done

  private func task(
    _ entry: DocumentEntry, isNew: Bool, moved: String?, earlier: Int64?, sha256: String
  ) throws -> Plan.Task {
    switch entry.state {
    case .failed where !entry.isWanted && !demand.everything && !entry.failure.isPassing:
      return .failed(entry.document, entry.failure)
    case .done where !entry.isWanted && !demand.everything:
      if try demand.records && !hasRecord(entry) {
        return .convert(entry.document, .recordMissing)
      }
      let check = try OwnOutputs(db, place: place).check(entry.id)
      if check.missing.isEmpty { return .upToDate(entry.document, edited: check.edited, movedFrom: moved) }
      return .convert(entry.document, .outputsMissing)
    default:
      let reason =
        entry.isWanted || (demand.everything && !isNew)
        ? .retried : isNew ? try self.reason(earlier, sha256) : try self.reason(entry)
      return .convert(entry.document, reason)
    }
  }

  private func hasRecord(_ entry: DocumentEntry) throws -> Bool {
    try db.row("SELECT 1 FROM records WHERE document = ?", [entry.id]) != nil
  }

  /// Of a document that was not known.
  private func reason(_ earlier: Int64?, _ sha256: String) throws -> Plan.Reason {
    let same = try db.row("SELECT 1 FROM documents WHERE sha256 = ? AND settings <> ?", [sha256, settings])
    if same != nil { return .settingsChanged }
    return earlier == nil ? .new : .contentChanged
  }

  private func reason(_ entry: DocumentEntry) throws -> Plan.Reason {
    guard entry.state != .replaced else { return .outputsMissing }
    let last = try db.row(
      "SELECT outcome FROM attempts WHERE document = ? ORDER BY id DESC LIMIT 1", [entry.id])
    switch last?["outcome"] as String? {
    case nil: return .waiting
    case "done": return .outputsMissing
    default: return .interrupted
    }
  }

  // MARK: Notes

  private func note(_ path: String, _ trouble: FileTrouble) throws {
    try db.run(
      """
      INSERT INTO paths (path, trouble, run) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET
        trouble = excluded.trouble, run = excluded.run, document = NULL, sha256 = NULL, bytes = NULL
      """, [path, trouble.number, run])
  }

  /// A footprint that tells too little is left out, so that the file is read again next time.
  private func note(
    _ path: String, _ digest: ContentDigest, _ isLasting: Bool, _ document: Int64, isDuplicate: Bool
  ) throws {
    let footprint = digest.footprint
    try db.run(
      """
      INSERT INTO paths (path, bytes, modified, changed, inode, sha256, document, duplicate, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET
        bytes = excluded.bytes, modified = excluded.modified, changed = excluded.changed, inode = excluded.inode,
        sha256 = excluded.sha256, document = excluded.document, duplicate = excluded.duplicate, trouble = NULL,
        run = excluded.run
      """,
      [
        path, footprint.bytes, isLasting ? footprint.modified : nil, footprint.changed, footprint.inode,
        digest.sha256, document, isDuplicate, run,
      ])
  }
}
