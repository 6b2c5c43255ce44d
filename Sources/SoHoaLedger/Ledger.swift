import Foundation
internal import GRDB
import SoHoaModel

/// What is known of all inputs and outputs of one folder; held by one run at a time.
///
/// Every step is a transaction. What must outlive a power cut before something else may happen (the note of names
/// before files get them) is flushed to disk; what could be found out again at the cost of time is flushed with the
/// next of these.
public final class Ledger: Sendable {
  public let place: LedgerPlace
  /// What an earlier run left, and what became of it.
  public let recovery: Recovery
  private let queue: DatabaseQueue
  private let lock: LedgerLock

  /// Takes the lock, opens or makes the ledger, sweeps what an interrupted run left.
  ///
  /// - Throws: `LedgerError`; `busy` while another run has the folder. Nothing is changed then.
  public init(folder: URL) throws(LedgerError) {
    place = LedgerPlace(folder)
    do {
      try FileManager.default.createDirectory(at: place.home, withIntermediateDirectories: true)
    } catch {
      throw Self.unmade(place.home)
    }
    lock = try LedgerLock(place)
    queue = try LedgerFile(place: place).openForWriting()
    let worker = RecoveryWorker(place: place)
    try worker.sweepStages()
    do { recovery = try queue.writeWithoutTransaction(worker.recover) } catch {
      throw LedgerError(error, at: place.database.path)
    }
  }

  /// Begins a run; its plan and its steps are asked of what this gives.
  ///
  /// - Parameter arguments: of the command line, so that `retry` can tell them.
  public func run(settings: SettingsKey, arguments: [String] = []) throws(LedgerError) -> LedgerRun {
    let json = String(decoding: (try? JSONEncoder().encode(arguments)) ?? Data("[]".utf8), as: UTF8.self)
    let holder = LockHolder.current
    let directory = FileManager.default.currentDirectoryPath
    let id = try write { db in
      try db.run("INSERT OR IGNORE INTO settings VALUES (?, ?)", [settings.key, settings.json])
      try db.run(
        "INSERT INTO runs (settings, arguments, directory, process, host, begun) VALUES (?, ?, ?, ?, ?, ?)",
        [settings.key, json, directory, holder.process, holder.host, Date().timeIntervalSince1970])
      return db.lastInsertedRowID
    }
    return LedgerRun(ledger: self, id: id, settings: settings.key)
  }

  /// Marks entries as waiting again: a later run does them.
  ///
  /// - Parameter failedOnly: else also what was interrupted or never begun.
  /// - Returns: the paths, in order.
  public func retry(failedOnly: Bool) throws(LedgerError) -> [String] {
    try write { db in try Retrying(failedOnly: failedOnly).mark(db) }
  }

  /// The commands of the runs that these inputs were last part of, and where they were given; each once, in order.
  public func commands(for paths: [String]) throws(LedgerError) -> [RunCommand] {
    try read { db in
      var runs: Set<Int64> = []
      for path in paths {
        if let row = try db.row("SELECT run FROM paths WHERE path = ?", [path]) { runs.insert(row["run"]) }
      }
      var commands: [RunCommand] = []
      for run in runs.sorted() {
        let row = try db.row("SELECT arguments, directory FROM runs WHERE id = ?", [run])!
        let arguments = try JSONDecoder().decode([String].self, from: Data((row["arguments"] as String).utf8))
        let command = RunCommand(arguments: arguments, directory: row["directory"])
        if !commands.contains(command) { commands.append(command) }
      }
      return commands
    }
  }

  /// Writes everything into the one file and lets go of it. Not needed: a ledger may end at any moment.
  public func close() throws(LedgerError) {
    do {
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    } catch { throw LedgerError(error, at: place.database.path) }
  }

  func write<Value>(
    isDurable: Bool = false, _ body: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    do {
      return try queue.writeWithoutTransaction { db in
        // Takes effect when it is prepared, so it must not be kept prepared.
        if isDurable { try db.execute(sql: "PRAGMA synchronous = FULL") }
        defer { if isDurable { try? db.execute(sql: "PRAGMA synchronous = NORMAL") } }
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        return value!
      }
    } catch { throw LedgerError(error, at: place.database.path) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do { return try queue.read(body) } catch { throw LedgerError(error, at: place.database.path) }
  }

  private static func unmade(_ home: URL) -> LedgerError {
    var status = stat()
    let isFile = stat(home.path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    if isFile { return LedgerError(ENOTDIR, at: home.path) }
    return LedgerError(mkdir(home.path, 0o777) == 0 ? EIO : errno, at: home.path)
  }
}

extension Database {
  /// Statements are kept prepared.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
  }
}
