import Foundation
import SoHoaWorkers
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `sohoa convert` with workers, ended from outside while they read.
@Suite(.serialized) struct ConvertRunTests {
  @Test("leaves no worker and no half file behind", arguments: [SIGTERM, SIGINT, SIGKILL])
  func endsWithItsWorkers(_ signal: Int32) async throws {
    let scratch = try ScratchFolder()
    let out = scratch.url.appendingPathComponent("out")
    let process = try start(["scans/plan-department.scan.pdf", "scans/decree.clean.tif"], out)
    let workers = try await workersAtWork(of: process)
    kill(process.processIdentifier, signal)
    let start = ContinuousClock.now
    while process.isRunning || workers.contains(where: WorkerFixtures.isAlive),
      ContinuousClock.now - start < .seconds(20)
    {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(workers.filter(WorkerFixtures.isAlive).isEmpty)
    let left = try FileManager.default.contentsOfDirectory(atPath: out.path).filter { $0 != ".sohoa" }
    // Whoever is killed leaves its stage, hidden, and never a file under its own name.
    #expect(left.filter { !$0.hasPrefix(".") }.isEmpty)
    guard signal != SIGKILL else { return }
    #expect(process.terminationStatus == 130)
    #expect(left.isEmpty)
  }

  /// A worker that is killed under way is replaced, and its input read again.
  @Test func replacesAWorkerThatIsKilled() async throws {
    let scratch = try ScratchFolder()
    let out = scratch.url.appendingPathComponent("out")
    let process = try start(["scans/decree.clean.tif"], out)
    let first = try #require(try await workersAtWork(of: process).first)
    kill(Int32(first)!, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: out.path).filter { $0 != ".sohoa" }
    #expect(left == ["decree.clean.json"])
  }

  private func start(_ inputs: [String], _ out: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: WorkerFixtures.program("sohoa"))
    process.arguments = ["convert", "-q", "-o", out.path] + inputs.map(WorkerFixtures.file)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOHOA_DICTIONARIES": WorkerFixtures.dictionaries.url.path]) { $1 }
    try process.run()
    return process
  }

  /// Waits until a worker has used some processor time, as it does when it reads.
  private func workersAtWork(of process: Process) async throws -> [String] {
    let busy = 20
    while process.isRunning {
      let found = children(of: process.processIdentifier)
      if found.contains(where: { ticks($0) > busy }) { return found }
      try await Task.sleep(for: .milliseconds(20))
    }
    return []
  }

  private func children(of process: Int32) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.filter { Int($0) != nil && stat($0).dropFirst().first == "\(process)" }
  }

  /// Hundredths of a second in user mode.
  private func ticks(_ pid: String) -> Int { stat(pid).dropFirst(11).first.flatMap { Int($0) } ?? 0 }

  /// From the state on.
  private func stat(_ pid: String) -> [Substring] {
    let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.split(separator: " ") ?? []
  }
}
