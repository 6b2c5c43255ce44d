import Foundation
import GRDB
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

/// Ledgers that are not as a run left them: whatever they say, a command ends with an answer or an error, and no file
/// outside of the folder is touched.
@Suite struct DamageTests {
  /// `SOHOA_LEDGER_DAMAGE=500` makes more of them, forty each.
  private static let seeds =
    0..<(ProcessInfo.processInfo.environment["SOHOA_LEDGER_DAMAGE"].flatMap(Int.init) ?? 8)

  @Test("bytes changed at random", arguments: seeds)
  func standsRandomBytes(_ seed: Int) throws {
    let desk = try Self.desk()
    let sound = try Data(contentsOf: desk.database)
    var random = Random(seed: UInt64(seed))
    var opened = 0
    for _ in 0..<40 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try bytes.write(to: desk.database)
      if try Self.use(desk) { opened += 1 }
    }
    // Some bytes are free space, or text: not all damage can be seen.
    #expect(opened < 40)
  }

  static let values: [(table: String, column: String, value: String)] = [
    ("documents", "state", "'odd'"), ("documents", "state", "''"), ("documents", "findings", "'{'"),
    ("documents", "findings", "'{\"a\": 1e99}'"), ("documents", "attempts", "9223372036854775807"),
    ("documents", "pages", "9223372036854775807"), ("documents", "seconds", "9e999"),
    ("documents", "bytes", "-1"), ("documents", "sha256", "''"), ("documents", "source", "char(0, 10, 27)"),
    ("documents", "review", "7"), ("documents", "kind", "'odd'"), ("documents", "wanted", "-5"),
    ("documents", "state", "'running'"), ("documents", "state", "'placing'"),
    ("paths", "trouble", "9223372036854775807"), ("paths", "trouble", "-3"), ("paths", "document", "99999"),
    ("paths", "inode", "-9223372036854775808"), ("paths", "sha256", "'x'"), ("paths", "duplicate", "1"),
    ("paths", "path", "'../' || path"), ("outputs", "path", "'../' || path"),
    ("outputs", "path", "'/etc/' || path"), ("outputs", "placed", "99"), ("outputs", "placed", "0"),
    ("outputs", "placed", "2"), ("outputs", "bytes", "-9223372036854775808"), ("outputs", "format", "''"),
    ("runs", "arguments", "'['"), ("runs", "begun", "-9e999"), ("runs", "process", "9223372036854775807"),
    ("runs", "process", "-1"), ("runs", "outcome", "'odd'"), ("runs", "directory", "''"),
    ("attempts", "outcome", "'running'"), ("attempts", "document", "12345"),
    ("numbers", "year", "9223372036854775807"),
    ("numbers", "key", "''"), ("records", "json", "x'00ff'"), ("runOutputs", "target", "'../../outside'"),
    ("runOutputs", "temporary", "'../a00000.txt'"), ("runOutputs", "placed", "0"),
    ("entries", "target", "''"),
    ("settings", "json", "'{'"),
  ]

  @Test("values that no run writes", arguments: values)
  func standsOddValues(_ odd: (table: String, column: String, value: String)) throws {
    let desk = try Self.desk()
    let outside = desk.root.appendingPathComponent("a00000.txt")
    try Data("của người khác".utf8).write(to: outside)
    let database = try DatabaseQueue(path: desk.database.path)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: "UPDATE OR IGNORE \(odd.table) SET \(odd.column) = \(odd.value)")
      // As if the run had ended between its note and the renaming.
      if odd.table == "runOutputs", odd.column != "placed" {
        try db.execute(sql: "UPDATE runOutputs SET placed = 0, sha256 = 'x'")
      }
    }
    try database.close()
    _ = try Self.use(desk)
    #expect(try Data(contentsOf: outside) == Data("của người khác".utf8))
  }

  /// Done, failed, copied, alarmed.
  private static func desk() throws -> Desk {
    let desk = try Desk(6)
    try desk.write("b.txt", "hỏng")
    try desk.write("c.txt", "1/QĐ-UBND\nnội dung 1\n")
    try desk.write("d.txt", "2/QĐ-UBND\nkhác\n")
    try desk.batch.run()
    return desk
  }

  /// All that a ledger is asked.
  ///
  /// - Returns: whether it could be opened.
  private static func use(_ desk: Desk) throws -> Bool {
    let survey: LedgerSurvey
    do throws(LedgerError) { survey = try LedgerSurvey(folder: desk.output) } catch { return false }
    for ask in [{ _ = try survey.status() }, { _ = try survey.verify() }] {
      do { try ask() } catch let error { #expect(error is LedgerError) }
    }
    do {
      try desk.batch.run(foreign: .keep)
      _ = try Ledger(folder: desk.output).retry(failedOnly: false)
    } catch { #expect(error is LedgerError) }
    return true
  }
}

/// The same numbers each time.
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  }
}
