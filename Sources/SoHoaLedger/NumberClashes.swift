internal import GRDB

/// Documents with different contents that claim the same number, symbol and issuer (and year, where both tell it). Each
/// names one other, however many share the number: what is told of a folder grows with its files, not with their pairs.
struct NumberClashes {
  struct Clash {
    var path: String
    var other: String
    var shown: String
  }

  let db: Database

  /// Of a document with whichever is done already.
  func of(_ document: Int64) throws -> [Clash] {
    try clashes("theirs.document <> mine.document", "WHERE mine.document = ?", [document])
  }

  /// Of all that are done, each with one that came before it.
  func all() throws -> [Clash] {
    try clashes("theirs.document < mine.document", "WHERE me.state = 'done'", [])
  }

  private func clashes(_ pair: String, _ which: String, _ values: StatementArguments) throws
    -> [Clash]
  {
    try db.rows(
      """
      SELECT path, shown, (SELECT source FROM documents WHERE id = other) AS other FROM (
        SELECT DISTINCT me.source AS path, mine.shown AS shown, (
          SELECT theirs.document FROM numbers theirs JOIN documents them ON them.id = theirs.document
          WHERE theirs.key = mine.key AND \(pair) AND them.state = 'done' AND them.sha256 <> me.sha256
            AND (mine.year IS NULL OR theirs.year IS NULL OR mine.year = theirs.year)
          ORDER BY theirs.document LIMIT 1) AS other
        FROM numbers mine JOIN documents me ON me.id = mine.document \(which)
      ) WHERE other IS NOT NULL ORDER BY path, shown
      """, values
    ).map { Clash(path: $0["path"], other: $0["other"], shown: $0["shown"]) }
  }
}
