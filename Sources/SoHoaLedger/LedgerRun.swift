import Foundation
internal import GRDB
import SoHoaModel

/// One run on a folder: plans inputs and takes each document from state to state.
public struct LedgerRun: Sendable {
  /// Inputs a transaction.
  private static let portion = 256

  public let ledger: Ledger
  let id: Int64
  let settings: String

  /// What is to be done for each input, in the order of the paths. Files that are as the ledger knows them are not read,
  /// others are hashed. Where two paths of a run have the same content, the later one is the duplicate.
  ///
  /// - Parameter paths: absolute; each once. All of a run, or some at a time, as work is wanted.
  public func plan(_ paths: [String], _ demand: PlanDemand = PlanDemand()) throws(LedgerError) -> [Plan] {
    var plans: [Plan] = []
    plans.reserveCapacity(paths.count)
    for start in stride(from: 0, to: paths.count, by: Self.portion) {
      let portion = paths[start..<min(start + Self.portion, paths.count)]
      plans += try plan(portion: portion, demand)
    }
    return plans
  }

  private func plan(portion: ArraySlice<String>, _ demand: PlanDemand) throws(LedgerError) -> [Plan] {
    let known = try ledger.read { db in try portion.map { try KnownPath(db, $0) } }
    let contents = zip(portion, known).map { Content($0, known: $1) }
    return try ledger.write { db in
      let planner = Planner(db: db, place: ledger.place, run: id, settings: settings, demand: demand)
      return try zip(portion, contents).map { try Plan(path: $0, task: planner.task($0, $1)) }
    }
  }

  /// The document is in work from now on.
  public func begin(_ document: LedgerDocument) throws(LedgerError) {
    let moment = Date().timeIntervalSince1970
    try ledger.write { db in
      try db.run(
        """
        UPDATE documents SET state = 'running', wanted = 0, attempts = attempts + 1, kind = NULL, en = NULL, vi = NULL
        WHERE id = ?
        """, [document.id])
      try db.run(
        "INSERT INTO attempts (document, run, begun) VALUES (?, ?, ?)", [document.id, id, moment])
    }
  }

  /// The document has no outputs, and why.
  public func fail(
    _ document: LedgerDocument, _ failure: LedgerFailure, seconds: Double
  ) throws(LedgerError) {
    try ledger.write { db in
      try db.run(
        "UPDATE documents SET state = 'failed', kind = ?, en = ?, vi = ?, seconds = ? WHERE id = ?",
        [failure.kind, failure.message.en, failure.message.vi, seconds, document.id])
      try db.closeAttempt(of: document.id, "failed", seconds: seconds, kind: failure.kind)
    }
  }

  /// The document is given back undone: the run ends before it, and it is no fault of the document.
  public func putBack(_ document: LedgerDocument) throws(LedgerError) {
    try ledger.write { db in
      try db.run("UPDATE documents SET state = 'waiting' WHERE id = ?", [document.id])
      try db.closeAttempt(of: document.id, "interrupted")
    }
  }

  /// The run is over.
  public func end(interrupted: Bool = false) throws(LedgerError) {
    try ledger.write(isDurable: true) { db in
      try db.run(
        "UPDATE runs SET outcome = ?, ended = ? WHERE id = ?",
        [interrupted ? "interrupted" : "ended", Date().timeIntervalSince1970, id])
    }
  }
}

extension Database {
  func closeAttempt(
    of document: Int64, _ outcome: String, seconds: Double? = nil, kind: String? = nil
  ) throws {
    try run(
      "UPDATE attempts SET outcome = ?, seconds = ?, kind = ? WHERE document = ? AND outcome = 'running'",
      [outcome, seconds, kind, document])
  }
}
