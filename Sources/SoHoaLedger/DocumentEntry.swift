internal import GRDB
import SoHoaModel

/// A row of `documents`.
struct DocumentEntry {
  var id: Int64
  var document: LedgerDocument
  /// The path under which it is done.
  var source: String
  var state: LedgerState
  /// A person wants it done again.
  var isWanted: Bool
  var failure: LedgerFailure

  init?(_ db: Database, sha256: String, settings: String) throws {
    guard
      let row = try db.row("SELECT * FROM documents WHERE sha256 = ? AND settings = ?", [sha256, settings])
    else { return nil }
    self.init(row)
  }

  init(_ row: Row) {
    id = row["id"]
    document = LedgerDocument(
      id: id, sha256: row["sha256"], bytes: row["bytes"], attempts: row["attempts"])
    source = row["source"]
    state = LedgerState(rawValue: row["state"]) ?? .waiting
    isWanted = row["wanted"]
    failure = LedgerFailure(
      kind: row["kind"] ?? "other", message: Message(en: row["en"] ?? "", vi: row["vi"] ?? ""))
  }
}
