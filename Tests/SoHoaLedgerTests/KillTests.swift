import Foundation
import LedgerTrial
import SoHoaLedger
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A batch that is ended with SIGKILL at random moments is finished by the next runs, with nothing lost, nothing half
/// and nothing done twice.
@Suite struct KillTests {
  private static let kills = Int(ProcessInfo.processInfo.environment["SOHOA_LEDGER_KILLS"] ?? "") ?? 200
  /// Files a batch.
  private static let files = 60

  @Test func survivesAnyEnd() throws {
    var generator = SplitMix(seed: 20_260_314)
    var killed = 0
    var batches = 0
    var moments: [String: Int] = [:]
    while killed < Self.kills {
      let desk = try Desk(Self.files)
      try desk.write(Self.files, "hỏng")
      try desk.write(Self.files + 1, "0/QĐ-UBND\nnội dung 0\n")
      while try !runs(desk, after: .random(in: 8_000...70_000, using: &generator)) {
        killed += 1
        try checkWhole(desk)
        if let survey = try? LedgerSurvey(folder: desk.output).status() {
          moments[survey.running > 0 ? "with a document in work" : "between documents", default: 0] += 1
        } else {
          moments["before there was a ledger", default: 0] += 1
        }
      }
      try checkFinished(desk)
      batches += 1
    }
    print("ledger: \(killed) kills over \(batches) batches: \(moments)")
  }

  /// - Parameter microseconds: until the kill.
  /// - Returns: whether it came to its end before.
  private func runs(_ desk: Desk, after microseconds: UInt32) throws -> Bool {
    let process = desk.process()
    try process.run()
    usleep(microseconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    if process.terminationReason == .exit { #expect(process.terminationStatus == 0) }
    return process.terminationReason == .exit
  }

  /// Whatever has a name is whole.
  private func checkWhole(_ desk: Desk) throws {
    for name in try desk.outputs() where !name.hasPrefix(".") && name != "lines.jsonl" {
      let url = URL(fileURLWithPath: name)
      let source = desk.input(url.deletingPathExtension().lastPathComponent + ".txt")
      let text = try String(contentsOf: source, encoding: .utf8)
      let expected = TrialBatch.outputs(of: text).first { $0.format == url.pathExtension }?.data
      #expect(try Data(contentsOf: desk.output.appendingPathComponent(name)) == expected)
    }
  }

  private func checkFinished(_ desk: Desk) throws {
    try checkWhole(desk)
    #expect(try desk.outputs().count == 2 * Self.files + 1)
    let verification = try desk.verify()
    #expect(verification.isSound)
    #expect(verification.outputs.sound == 2 * Self.files)
    let status = try desk.status()
    #expect(status.done == Self.files && status.failures.count == 1 && status.running == 0)
    #expect(status.duplicates.count == 1)
    let twice = try desk.sql(
      "SELECT document FROM attempts WHERE outcome = 'done' GROUP BY document HAVING count(*) > 1")
    #expect(twice.isEmpty)
    let lines = try String(contentsOf: desk.output.appendingPathComponent("lines.jsonl"), encoding: .utf8)
    #expect(lines == (0..<Self.files).map { "\($0)/QĐ-UBND\n" }.joined())
    #expect(try desk.batch.run() == 0)
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
