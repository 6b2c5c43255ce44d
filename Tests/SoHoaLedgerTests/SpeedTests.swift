import Foundation
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

/// Opening, planning and transitions, timed and printed; with `SOHOA_LEDGER_ENTRIES=10000`, alone on a machine, the figures
/// of docs/reliability.md.
@Suite(.serialized) struct SpeedTests {
  private static let count = Int(ProcessInfo.processInfo.environment["SOHOA_LEDGER_ENTRIES"] ?? "") ?? 1500

  @Test func isFastWithManyEntries() throws {
    let desk = try Desk(Self.count)
    let paths = try desk.batch.paths()
    let clock = ContinuousClock()
    let record = Data(repeating: 0x61, count: 4096)
    var planned: [Plan] = []
    var steps = Duration.zero
    var planning = Duration.zero
    do {
      let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
      planning = try clock.measure { planned = try run.plan(paths) }
      for plan in planned {
        guard case .convert(let document, _) = plan.task else { continue }
        let file = desk.root.appendingPathComponent("s")
        let data = Data("kết quả \(document.id)".utf8)
        try data.write(to: file)
        let output = LedgerOutput(
          path: "\(document.id).json", format: "json", bytes: data.count, sha256: try LedgerHash.of(file.path)
        )
        let outcome = Outcome(sha256: document.sha256, seconds: 1, pages: 1, record: record)
        steps += try clock.measure {
          try run.begin(document)
          _ = try run.place([StagedOutput(staged: file.path, output: output)], of: document, outcome)
        }
      }
    }
    // Files that were written just now are read once more; then they are known by their looks.
    _ = try desk.plan()
    var opening = Duration.zero
    let again = try clock.measure {
      var run: LedgerRun?
      opening = try clock.measure { run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings) }
      let tasks = try run!.plan(paths)
      #expect(tasks.allSatisfy { $0.task.word == "up to date" })
    }
    let transition = steps / (3 * Self.count)
    var done = 0
    let status = try clock.measure { done = try desk.status().done }
    #expect(done == Self.count)
    print(
      """
      ledger, \(Self.count) entries: planned new in \(planning), opened again in \(opening), \
      opened and planned unchanged in \(again), a transition \(transition), status in \(status)
      """)
    #expect(again < .seconds(10))
    // Other tests keep the disk busy meanwhile.
    #expect(transition < .milliseconds(Self.count < 10_000 ? 100 : 10))
  }
}
