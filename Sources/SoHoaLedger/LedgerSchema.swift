internal import GRDB

/// The form of the database. A ledger of an older form is brought forward step by step; `user_version` counts them.
enum LedgerSchema {
  /// `application_id`: tells ledgers from other databases. "SoHo".
  static let application = 0x536F_486F

  static var version: Int { steps.count }

  static let steps = [form1, form2]

  /// One table a thing that is known. `outputs.placed`: 0 noted, 1 at its place, 2 of an earlier attempt. Times are
  /// seconds since 1970, only ever shown; nothing is ordered by them. What is checked here is checked again whenever a
  /// ledger is opened (`quick_check`), so that damage which still reads as a database is told.
  private static let form1 = """
    CREATE TABLE settings (
      key TEXT PRIMARY KEY NOT NULL,
      json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      settings TEXT NOT NULL REFERENCES settings,
      arguments TEXT NOT NULL CHECK (json_valid(arguments)),
      directory TEXT NOT NULL,
      process INTEGER NOT NULL CHECK (process BETWEEN 0 AND 2147483647),
      host TEXT NOT NULL,
      begun REAL NOT NULL,
      ended REAL,
      outcome TEXT NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'ended', 'interrupted'))
    ) STRICT;
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      settings TEXT NOT NULL REFERENCES settings,
      source TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'placing', 'done', 'failed', 'replaced')),
      wanted INTEGER NOT NULL DEFAULT 0 CHECK (wanted IN (0, 1)),
      attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts BETWEEN 0 AND 1000000),
      seconds REAL CHECK (seconds BETWEEN 0 AND 1e12),
      pages INTEGER CHECK (pages BETWEEN 0 AND 1000000000),
      findings TEXT CHECK (findings IS NULL OR json_valid(findings)),
      review INTEGER CHECK (review IN (0, 1)),
      kind TEXT,
      en TEXT,
      vi TEXT,
      UNIQUE (sha256, settings)
    ) STRICT;
    CREATE INDEX documents_state ON documents (state);
    CREATE TABLE attempts (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      run INTEGER NOT NULL REFERENCES runs,
      begun REAL NOT NULL,
      seconds REAL,
      outcome TEXT NOT NULL DEFAULT 'running',
      kind TEXT
    ) STRICT;
    CREATE INDEX attempts_document ON attempts (document);
    CREATE INDEX attempts_open ON attempts (outcome) WHERE outcome = 'running';
    CREATE TABLE paths (
      path TEXT PRIMARY KEY NOT NULL,
      bytes INTEGER,
      modified INTEGER,
      changed INTEGER,
      inode INTEGER,
      sha256 TEXT,
      document INTEGER REFERENCES documents,
      duplicate INTEGER NOT NULL DEFAULT 0 CHECK (duplicate IN (0, 1)),
      trouble INTEGER CHECK (trouble BETWEEN 0 AND 65535),
      run INTEGER NOT NULL REFERENCES runs
    ) STRICT;
    CREATE INDEX paths_document ON paths (document);
    CREATE TABLE outputs (
      path TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      format TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      sha256 TEXT NOT NULL,
      placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1, 2)),
      modified INTEGER,
      changed INTEGER,
      inode INTEGER,
      PRIMARY KEY (path, document, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outputs_document ON outputs (document);
    CREATE TABLE records (
      document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
      json BLOB NOT NULL
    ) STRICT;
    CREATE TABLE numbers (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      place INTEGER NOT NULL,
      key TEXT NOT NULL,
      year INTEGER CHECK (year BETWEEN 0 AND 9999),
      shown TEXT NOT NULL,
      PRIMARY KEY (document, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX numbers_key ON numbers (key);
    CREATE TABLE runOutputs (
      target TEXT NOT NULL,
      temporary TEXT NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      sha256 TEXT NOT NULL,
      run INTEGER NOT NULL REFERENCES runs,
      placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1)),
      PRIMARY KEY (target, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entries (
      target TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1)),
      PRIMARY KEY (target, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entries_document ON entries (document);
    """

  /// Numbers with their days, for the order in which an issuer gave them out. `day`: since 1970-01-01.
  private static let form2 = """
    CREATE TABLE dated (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      place INTEGER NOT NULL,
      series TEXT NOT NULL,
      day INTEGER NOT NULL CHECK (day BETWEEN -100000 AND 100000),
      number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10000000),
      shown TEXT NOT NULL,
      PRIMARY KEY (document, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dated_series ON dated (series, day);
    """

  /// Whether tables and indexes are those of a form.
  static func isSound(_ db: Database, version: Int) throws -> Bool {
    let own = try DatabaseQueue().writeWithoutTransaction { memory in
      try migrate(memory, from: 0, to: version)
      return try tables(memory)
    }
    return try tables(db) == own
  }

  private static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY 1")
  }

  /// Brings a database forward, a transaction a step.
  static func migrate(_ db: Database, from version: Int, to last: Int = version) throws {
    for (index, step) in steps.enumerated().prefix(last).dropFirst(version) {
      try db.inTransaction {
        try db.execute(sql: step)
        try db.execute(sql: "PRAGMA application_id = \(application)")
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
        return .commit
      }
    }
  }
}
