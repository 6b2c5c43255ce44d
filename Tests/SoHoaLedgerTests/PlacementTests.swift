import Foundation
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

/// What becomes outputs, and what does not.
@Suite struct PlacementTests {
  private func place(_ desk: Desk, _ staged: URL) throws -> PlacedDocument {
    let output = LedgerOutput(path: "a.json", format: "json", bytes: 3, sha256: TrialBatch.sha256(staged))
    var placed: PlacedDocument?
    try begun(desk) { run, document in
      placed = try run.place(
        [StagedOutput(staged: staged.path, output: output)], of: document,
        Outcome(sha256: document.sha256, seconds: 1, pages: 1))
    }
    return try #require(placed)
  }

  /// A run with the first input in work; the folder is free again afterwards.
  private func begun(_ desk: Desk, _ body: (LedgerRun, LedgerDocument) throws -> Void) throws {
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    let plan = try #require(try run.plan(try desk.batch.paths()).first)
    guard case .convert(let document, _) = plan.task else {
      throw LedgerError.other(path: plan.path, reason: "\(plan.task)")
    }
    try run.begin(document)
    try body(run, document)
    try run.end()
  }

  @Test(arguments: ["link", "folder", "nothing", "file"]) func placesOnlyRegularFiles(_ kind: String) throws {
    let desk = try Desk(1)
    let staged = desk.root.appendingPathComponent("staged")
    switch kind {
    case "link":
      try FileManager.default.createSymbolicLink(
        at: staged, withDestinationURL: URL(fileURLWithPath: "/etc/hostname"))
    case "folder": try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
    case "file": try Data("abc".utf8).write(to: staged)
    default: break
    }
    if kind == "file" {
      #expect(try place(desk, staged).outputs.map(\.path) == ["a.json"])
      #expect(try desk.outputs() == ["a.json"])
    } else {
      let target = desk.output.appendingPathComponent("a.json").path
      #expect(throws: LedgerError.notRegular(path: target)) { try place(desk, staged) }
      #expect(try desk.outputs().isEmpty)
    }
  }

  @Test("a notice is placed, and the document failed all the same") func noticeOfAFailure() throws {
    let desk = try Desk(1)
    let staged = desk.root.appendingPathComponent("staged")
    try Data("abc".utf8).write(to: staged)
    try begun(desk) { run, document in
      let failure = LedgerFailure(kind: "classified", message: Message(en: "secret", vi: "mật"))
      let output = LedgerOutput(path: "a.json", format: "json", bytes: 3, sha256: TrialBatch.sha256(staged))
      _ = try run.place(
        [StagedOutput(staged: staged.path, output: output)], of: document,
        Outcome(sha256: document.sha256, seconds: 1, pages: 0, failure: failure))
    }
    #expect(try desk.outputs() == ["a.json"])
    #expect(try desk.status().failures.map(\.kind) == ["classified"])
    #expect(try desk.plan()["a00000.txt"]?.word == "failed classified")
  }

  @Test("names of other contents are taken, one's own are not") func names() throws {
    let desk = try Desk(2)
    try desk.batch.run()
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    let own = TrialBatch.sha256(desk.input("a00000.txt"))
    #expect(try !run.isTaken(["a00000.json", "b.json"], by: own))
    #expect(try run.isTaken(["b.json", "a00001.txt"], by: own))
    try Data("x".utf8).write(to: desk.output.appendingPathComponent("b.json"))
    #expect(try !run.isTaken(["b.json"], by: own), "not of a run: another question")
    #expect(try run.foreign(among: ["a00000.json", "b.json", "c.json"]) == ["b.json"])
    try FileManager.default.removeItem(at: desk.output.appendingPathComponent("a00001.txt"))
    #expect(try !run.isTaken(["a00001.txt"], by: own), "free again")
  }

  @Test(
    "failures of the place are tried again, those of the document are not",
    arguments: [
      ("noAccess", "interrupted"), ("missingComponent", "interrupted"), ("badInput", "failed badInput"),
    ])
  func passingFailures(_ kind: String, _ word: String) throws {
    let desk = try Desk(1)
    try begun(desk) { run, document in
      try run.fail(document, LedgerFailure(kind: kind, message: Message(en: "a", vi: "b")), seconds: 1)
    }
    #expect(try desk.plan()["a00000.txt"]?.word == word)
  }
}
