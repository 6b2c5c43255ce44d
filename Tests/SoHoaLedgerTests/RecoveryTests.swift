import Foundation
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

/// Runs that end between two given steps.
@Suite struct RecoveryTests {
  private func begun(_ desk: Desk) throws -> (LedgerRun, LedgerDocument) {
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    guard case .convert(let document, _) = try run.plan(try desk.batch.paths())[0].task else {
      throw CancellationError()
    }
    try run.begin(document)
    return (run, document)
  }

  private func staged(_ desk: Desk, _ names: [String], missing: Int = 0) throws -> [StagedOutput] {
    try names.enumerated().map { index, name in
      let file = desk.root.appendingPathComponent("s-\(index)")
      let data = Data("nội dung của \(name)".utf8)
      try data.write(to: file)
      let hash = try LedgerHash.of(file.path)
      if index >= names.count - missing { try FileManager.default.removeItem(at: file) }
      return StagedOutput(
        staged: file.path, output: LedgerOutput(path: name, format: "json", bytes: data.count, sha256: hash))
    }
  }

  @Test func doesAgainWhatWasInWork() throws {
    let desk = try Desk(1)
    _ = try begun(desk)
    let stage = LedgerPlace(desk.output).stages.appendingPathComponent("7/sâu")
    try FileManager.default.createDirectory(at: stage, withIntermediateDirectories: true)
    let ledger = try Ledger(folder: desk.output)
    #expect(ledger.recovery.interrupted == [desk.input("a00000.txt").path])
    #expect(try FileManager.default.contentsOfDirectory(atPath: ledger.place.stages.path).isEmpty)
    let plan = try ledger.run(settings: TrialBatch.settings).plan(try desk.batch.paths())[0]
    #expect(plan.task.word == "interrupted")
    guard case .convert(let document, _) = plan.task else { return }
    #expect(document.attempts == 1)
  }

  /// The second file cannot be renamed: the first has its place already, and is known as the ledger's own.
  @Test func knowsItsOwnFilesOfAPlacementThatBroke() throws {
    let desk = try Desk(1)
    do {
      let (run, document) = try begun(desk)
      let outputs = try staged(desk, ["a/một.json", "a/hai.json"], missing: 1)
      #expect(throws: LedgerError.self) {
        try run.place(outputs, of: document, Outcome(sha256: document.sha256, seconds: 1, pages: 1))
      }
    }
    let ledger = try Ledger(folder: desk.output)
    #expect(ledger.recovery.interrupted.count == 1)
    let again = try ledger.run(settings: TrialBatch.settings)
    guard
      case .convert(let same, .interrupted) = try again.plan(try desk.batch.paths())[0].task
    else {
      Issue.record("not interrupted")
      return
    }
    // Other bytes this time: the earlier file is replaced all the same.
    try again.begin(same)
    let other = desk.root.appendingPathComponent("khác")
    try Data("khác".utf8).write(to: other)
    let output = LedgerOutput(
      path: "a/một.json", format: "json", bytes: 5, sha256: try LedgerHash.of(other.path))
    let placed = try again.place(
      [StagedOutput(staged: other.path, output: output)], of: same,
      Outcome(sha256: same.sha256, seconds: 1, pages: 1))
    #expect(placed.outputs == [output] && placed.leftOver.isEmpty)
    #expect(try desk.verify().isSound)
  }

  /// Every file had its place, only the last entry was missing.
  @Test func completesWhatWasAllButNoted() throws {
    let desk = try Desk(2)
    try desk.batch.run()
    _ = try desk.sql("UPDATE documents SET state = 'placing'")
    _ = try desk.sql("UPDATE outputs SET placed = 0")
    _ = try desk.sql("UPDATE attempts SET outcome = 'running'")
    let recovery = try Ledger(folder: desk.output).recovery
    #expect(recovery.completed.count == 2 && recovery.interrupted.isEmpty)
    #expect(try desk.batch.run() == 0)
    #expect(try desk.verify().isSound)
  }

  @Test(arguments: [true, false])
  func runOutputsAreThereOrNot(_ isRenamed: Bool) throws {
    let desk = try Desk(1)
    try desk.batch.run()
    let target = desk.output.appendingPathComponent("lines.jsonl")
    let temporary = desk.output.appendingPathComponent(".sohoa-lines.tmp")
    let old = try Data(contentsOf: target)
    let new = Data("dòng mới\n".utf8)
    try new.write(to: temporary)
    let hash = try LedgerHash.of(temporary.path)
    _ = try desk.sql(
      "INSERT INTO runOutputs VALUES ('lines.jsonl', '.sohoa-lines.tmp', 1, \(new.count), '\(hash)', 1, 0)")
    if isRenamed {
      #expect(rename(temporary.path, target.path) == 0)
    }
    let ledger = try Ledger(folder: desk.output)
    #expect(ledger.recovery.completedRunOutputs == (isRenamed ? ["lines.jsonl"] : []))
    #expect(ledger.recovery.discardedRunOutputs == (isRenamed ? [] : ["lines.jsonl"]))
    #expect(try Data(contentsOf: target) == (isRenamed ? new : old))
    #expect(!FileManager.default.fileExists(atPath: temporary.path))
    let run = try ledger.run(settings: TrialBatch.settings)
    #expect(try run.isOwn(target))
    #expect(try desk.verify().isSound)
  }

  @Test func verifyTellsEveryDifference() throws {
    let desk = try Desk(4)
    try desk.batch.run()
    try FileManager.default.removeItem(at: desk.output.appendingPathComponent("a00000.json"))
    try Data("x".utf8).write(to: desk.output.appendingPathComponent("a00001.txt"))
    try FileManager.default.removeItem(at: desk.input("a00002.txt"))
    try desk.write(3, "khác")
    let found = try desk.verify()
    #expect(found.outputs.missing == ["a00000.json"] && found.outputs.changed == ["a00001.txt"])
    #expect(found.outputs.sound == 6)
    #expect(found.inputs.missing == [desk.input("a00002.txt").path])
    #expect(found.inputs.changed == [desk.input("a00003.txt").path])
    #expect(!found.isSound)
  }

  @Test func givesBackWhatARunDoesNotComeTo() throws {
    let desk = try Desk(1)
    do {
      let (run, document) = try begun(desk)
      try run.putBack(document)
      try run.end(interrupted: true)
    }
    #expect(try desk.status().waiting == 1)
    #expect(try desk.plan()["a00000.txt"]?.word == "interrupted")
  }
}
