internal import GRDB

/// Which files in the folder are outputs of its runs: those that have the content that the ledger noted before they got
/// their names.
struct OwnOutputs {
  let db: Database
  let place: LedgerPlace

  init(_ db: Database, place: LedgerPlace) {
    self.db = db
    self.place = place
  }

  struct Check {
    var missing: [String] = []
    var edited: [String] = []
  }

  /// Looks at the outputs of a document that is done; only what looks different is read.
  func check(_ document: Int64) throws -> Check {
    var check = Check()
    for row in try db.rows("SELECT * FROM outputs WHERE document = ? AND placed = 1", [document]) {
      let path: String = row["path"]
      switch try standing(path, row) {
      case .missing: check.missing.append(path)
      case .other: check.edited.append(path)
      case .own: break
      }
    }
    return check
  }

  func isOwn(_ path: String) throws -> Bool {
    for row in try db.rows("SELECT * FROM outputs WHERE path = ?", [path])
    where try standing(path, row) == .own { return true }
    return false
  }

  private enum Standing { case own, other, missing }

  private func standing(_ path: String, _ row: Row) throws -> Standing {
    let file = try place.url(path).path
    guard let now = try? Footprint(path: file) else { return .missing }
    if now == Footprint(row) { return .own }
    let bytes: Int64 = row["bytes"]
    guard now.bytes == bytes, let digest = try? ContentDigest(path: file) else { return .other }
    guard digest.sha256 == row["sha256"] as String? else { return .other }
    if row["placed"] == 1 as Int? { try note(path, row["document"], digest.footprint) }
    return .own
  }

  /// - Parameter footprint: of the file as it lies at its place.
  func note(_ path: String, _ document: Int64, _ footprint: Footprint) throws {
    try db.run(
      "UPDATE outputs SET modified = ?, changed = ?, inode = ? WHERE path = ? AND document = ? AND placed = 1",
      [footprint.modified, footprint.changed, footprint.inode, path, document])
  }
}

extension Footprint {
  /// Nil where the row leaves out what tells too little.
  init?(_ row: Row) {
    guard let bytes: Int64 = row["bytes"], let modified: Int64 = row["modified"],
      let changed: Int64 = row["changed"], let inode: Int64 = row["inode"]
    else { return nil }
    self.init(bytes: bytes, modified: modified, changed: changed, inode: inode)
  }
}
