import Foundation
internal import GRDB
import SoHoaModel

/// Questions to a ledger, also while a run works on the folder; changes nothing.
public struct LedgerSurvey: Sendable {
  public let place: LedgerPlace
  /// The run that works on the folder now.
  public let holder: LockHolder?
  private let queue: DatabaseQueue

  public init(folder: URL) throws(LedgerError) {
    place = LedgerPlace(folder)
    holder = LedgerLock.holder(place)
    queue = try LedgerFile(place: place).openForReading()
  }

  public func status() throws(LedgerError) -> LedgerStatus { try read { db in try LedgerStatus(db, holder) } }

  /// Compares inputs and outputs with their SHA-256; reads all of them.
  ///
  /// - Parameter told: as many files as have been compared.
  public func verify(
    inputs: Bool = true, outputs: Bool = true, told: (Int) -> Void = { _ in }
  ) throws(LedgerError) -> LedgerVerification {
    let files = try read { db in
      (inputs ? try VerifiedFile.inputs(db) : []) + (outputs ? try VerifiedFile.outputs(db, place) : [])
    }
    var verification = LedgerVerification()
    for (index, file) in files.enumerated() {
      verification.add(file)
      told(index + 1)
    }
    return verification
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do { return try queue.read(body) } catch { throw LedgerError(error, at: place.database.path) }
  }
}

/// A file as the ledger knows it.
struct VerifiedFile {
  enum Role { case input, output, runOutput }

  var role: Role
  /// As told.
  var name: String
  var path: String
  var sha256: String

  static func inputs(_ db: Database) throws -> [VerifiedFile] {
    try db.rows("SELECT path, sha256 FROM paths WHERE sha256 IS NOT NULL ORDER BY path").map { row in
      VerifiedFile(role: .input, name: row["path"], path: row["path"], sha256: row["sha256"])
    }
  }

  static func outputs(_ db: Database, _ place: LedgerPlace) throws -> [VerifiedFile] {
    let documents = try db.rows(
      """
      SELECT path, outputs.sha256 AS sha256 FROM outputs JOIN documents ON documents.id = outputs.document
      WHERE placed = 1 AND state = 'done' ORDER BY path
      """
    ).map { row in
      let path: String = row["path"]
      return VerifiedFile(
        role: .output, name: path, path: try place.url(path).path, sha256: row["sha256"])
    }
    let runs = try db.rows("SELECT target, sha256 FROM runOutputs WHERE placed = 1 ORDER BY target").map {
      row in
      let path: String = row["target"]
      return VerifiedFile(
        role: .runOutput, name: path, path: place.runOutput(path).path, sha256: row["sha256"])
    }
    return documents + runs
  }
}

/// How a folder stands against its ledger.
public struct LedgerVerification: Hashable, Codable, Sendable {
  public struct Files: Hashable, Codable, Sendable {
    /// Files that have their SHA-256.
    public var sound = 0
    /// Paths of those that have another.
    public var changed: [String] = []
    public var missing: [String] = []
    public var unreadable: [String] = []
  }

  public var inputs = Files()
  public var outputs = Files()
  /// Registers and files of lines: people write into them.
  public var runOutputs = Files()

  public init() {}

  /// Originals may be taken away, and registers are written into; all else must be as it was.
  public var isSound: Bool {
    outputs.changed.isEmpty && outputs.missing.isEmpty && outputs.unreadable.isEmpty
      && runOutputs.missing.isEmpty && runOutputs.unreadable.isEmpty
      && inputs.changed.isEmpty && inputs.unreadable.isEmpty
  }

  mutating func add(_ file: VerifiedFile) {
    switch file.role {
    case .input: Self.add(file, to: &inputs)
    case .output: Self.add(file, to: &outputs)
    case .runOutput: Self.add(file, to: &runOutputs)
    }
  }

  private static func add(_ file: VerifiedFile, to files: inout Files) {
    do throws(FileTrouble) {
      if try ContentDigest(path: file.path).sha256 == file.sha256 {
        files.sound += 1
      } else {
        files.changed.append(file.name)
      }
    } catch {
      if error.isGone { files.missing.append(file.name) } else { files.unreadable.append(file.name) }
    }
  }
}
