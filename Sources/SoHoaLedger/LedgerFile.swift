import Foundation
internal import GRDB

#if canImport(Glibc)
  import Glibc
#endif

/// Opens the database of a ledger, after a look at whether it is one and whole.
struct LedgerFile {
  let place: LedgerPlace

  private var path: String { place.database.path }

  /// For a run: made if it is missing, brought forward if it is old.
  func openForWriting() throws(LedgerError) -> DatabaseQueue {
    if access(path, F_OK) != 0 { try make() }
    try checkHeader()
    return try guarded {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration(isAsked: false))
      try queue.writeWithoutTransaction { db in
        try LedgerSchema.migrate(db, from: try check(db))
      }
      return queue
    }
  }

  /// For a question, also while a run writes.
  func openForReading() throws(LedgerError) -> DatabaseQueue {
    guard access(path, F_OK) == 0 else { throw .missing(folder: place.folder.path) }
    try checkHeader()
    guard access(place.home.path, W_OK) == 0, access(path, W_OK) == 0 else { return try openCopy() }
    return try guarded {
      // Asked only, yet not opened as read only: SQLite then forgets all CHECKs, and `quick_check` finds nothing.
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration(isAsked: true))
      guard try queue.read(check) == LedgerSchema.version else { throw LedgerError.older(path: path) }
      return queue
    }
  }

  /// Readers write too, beside the database; where they cannot, a copy in memory is asked.
  private func openCopy() throws(LedgerError) -> DatabaseQueue {
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sohoa-ledger-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    return try guarded {
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: false)
      let target = copy.appendingPathComponent("ledger.sqlite")
      for suffix in ["", "-wal"] where access(path + suffix, F_OK) == 0 {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: target.path + suffix)
      }
      let source = try DatabaseQueue(path: target.path)
      guard try source.read(check) == LedgerSchema.version else { throw LedgerError.older(path: path) }
      let memory = try DatabaseQueue()
      try source.backup(to: memory)
      try source.close()
      return memory
    }
  }

  /// A new ledger appears whole: an empty one is damaged, never new.
  private func make() throws(LedgerError) {
    let new = path + ".new"
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(new + suffix) }
    try guarded {
      let queue = try DatabaseQueue(path: new)
      try queue.writeWithoutTransaction { try LedgerSchema.migrate($0, from: 0) }
      try queue.close()
    }
    guard rename(new, path) == 0 else { throw LedgerError(errno, at: path) }
    try FolderSync.flush(place.home.path)
  }

  /// Before anything is opened, since opening a database may already write into it.
  private func checkHeader() throws(LedgerError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw LedgerError(errno, at: path) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard pread(file, &bytes, bytes.count, 0) == bytes.count else {
      throw .damaged(path: path, reason: "cut off")
    }
    guard bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .damaged(path: path, reason: "not a database")
    }
    let application = bytes[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard application == LedgerSchema.application else { throw .foreign(path: path) }
  }

  /// - Returns: the form that it has.
  private func check(_ db: Database) throws -> Int {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard application == LedgerSchema.application else { throw LedgerError.foreign(path: path) }
    guard version <= LedgerSchema.version else { throw LedgerError.newer(path: path, version: version) }
    guard version >= 0, try LedgerSchema.isSound(db, version: version) else {
      throw LedgerError.damaged(path: path, reason: "its tables are not those of a ledger")
    }
    let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
    guard verdict == "ok" else {
      let line = verdict.split(separator: "\n").last.map(String.init) ?? verdict
      throw LedgerError.damaged(path: path, reason: line)
    }
    return version
  }

  private func guarded<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
    do { return try body() } catch { throw LedgerError(error, at: path) }
  }

  private static func configuration(isAsked: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      if isAsked { return }
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }
}

/// Makes names in a folder as lasting as the files that they name.
enum FolderSync {
  static func flush(_ path: String) throws(LedgerError) {
    let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw LedgerError(errno, at: path) }
    defer { close(file) }
    // Some file systems cannot flush a folder, and say so.
    guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else { throw LedgerError(errno, at: path) }
  }
}
