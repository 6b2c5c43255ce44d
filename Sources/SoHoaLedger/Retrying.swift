internal import GRDB

/// Has documents done again that were not done.
struct Retrying {
  let failedOnly: Bool

  func mark(_ db: Database) throws -> [String] {
    let states = failedOnly ? "('failed')" : "('failed', 'waiting', 'running', 'placing')"
    let paths = try db.rows(
      """
      SELECT path FROM paths JOIN documents ON documents.id = paths.document
      WHERE state IN \(states) AND duplicate = 0
      UNION SELECT path FROM paths WHERE trouble IS NOT NULL
      ORDER BY path
      """
    ).map { $0["path"] as String }
    try db.run("UPDATE documents SET wanted = 1, state = 'waiting' WHERE state IN \(states)")
    return paths
  }
}
