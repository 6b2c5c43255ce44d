import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel
import SoHoaWorkers
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The real worker on real files.
@Suite struct WorkerTests {
  private static let dictionaries = WorkerFixtures.dictionaries

  @Test(
    "workers make the same bytes as one process",
    arguments: [
      ("scans/decree.clean.tif", Supervisor.Spread(longest: 1, pagesPerPart: 1)),
      ("scans/decree.mixed.pdf", Supervisor.Spread(longest: 2, pagesPerPart: 2)),
      ("scans/invitation.scan.jpg", Supervisor.Spread()),
    ])
  func sameBytes(_ path: String, _ spread: Supervisor.Spread) async throws {
    let scratch = try ScratchFolder()
    let input = WorkerFixtures.file(path)
    let outcomes = try await WorkerFixtures.run(
      [input], in: scratch.url, program: WorkerFixtures.sohoa(scratch.url),
      order: WorkOrder(formats: [.json, .txt]), spread: spread)
    let outcome = try #require(outcomes[0])
    let result = try outcome.result.get()
    let whole = try await Converter(settings: ConversionSettings(), dictionaries: Self.dictionaries)
      .convert(Input(.file(URL(fileURLWithPath: input))))
    let stage = scratch.url.appendingPathComponent("stage-0")
    let written = try Data(contentsOf: stage.appendingPathComponent("record.json"))
    let expected = try OutputFormat.json.encode(whole)
    #expect(written == expected)
    #expect(outcome.outputs.map(\.name) == ["record.json", "record.txt"])
    #expect(outcome.outputs[0].bytes == written.count)
    #expect(result.file.documents == whole.documents)
    #expect(result.file.needsReview == whole.needsReview)
    #expect(result.file.pages.count == whole.pages.count)
    #expect(result.file.pages.allSatisfy { $0.blocks.isEmpty })
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: stage.path)) == ["record.json", "record.txt"])
  }

  @Test func goesOnAfterHostileFiles() async throws {
    let scratch = try ScratchFolder()
    let inputs = [
      "broken/random.bin", "broken/encrypted.pdf", "broken/truncated.pdf", "bombs/tree-loops.pdf",
      "bombs/picture-pixels.pdf", "bombs/wide.png", "text/nowhere.txt", "scans/invitation.clean.png",
    ].map(WorkerFixtures.file)
    let outcomes = try await WorkerFixtures.run(
      inputs, in: scratch.url, program: WorkerFixtures.sohoa(scratch.url))
    #expect(outcomes.count == inputs.count)
    #expect(outcomes[0]?.kind == .badInput)
    #expect(outcomes[1]?.kind == .encrypted)
    #expect(outcomes[6]?.kind == .noAccess)
    #expect(outcomes[7]?.kind == nil)
    #expect(outcomes.values.allSatisfy { $0.attempts == 1 })
  }

  @Test func stopsAtItsProcessorTime() async throws {
    let scratch = try ScratchFolder()
    let limits = WorkerLimits(processorSeconds: 1, processorSecondsPerPage: 0)
    let outcomes = try await WorkerFixtures.run(
      [WorkerFixtures.file("scans/plan-department.scan.pdf"), WorkerFixtures.file("text/nowhere.txt")],
      in: scratch.url, program: WorkerFixtures.sohoa(scratch.url, limits: limits), limits: limits)
    #expect(outcomes[0]?.kind == .outOfLimits)
    #expect(try #require(outcomes[0]).message.contains("processor time"))
    #expect(outcomes[1]?.kind == .noAccess)
  }

  @Test func stopsAtItsMemory() async throws {
    let scratch = try ScratchFolder()
    let limits = WorkerLimits(memory: 40 << 20)
    let outcomes = try await WorkerFixtures.run(
      [WorkerFixtures.file("scans/plan-department.scan.pdf")], in: scratch.url,
      program: WorkerFixtures.sohoa(scratch.url, limits: limits), limits: limits)
    #expect(outcomes[0]?.kind == .outOfLimits)
    #expect(try #require(outcomes[0]).message.contains("40 MB"))
  }

  @Test func writesNowhereElse() async throws {
    let scratch = try ScratchFolder()
    let allowed = scratch.url.appendingPathComponent("allowed")
    try FileManager.default.createDirectory(at: allowed, withIntermediateDirectories: true)
    let outcomes = try await WorkerFixtures.run(
      [WorkerFixtures.file("scans/invitation.clean.png")], in: scratch.url,
      program: WorkerFixtures.sohoa(allowed), order: WorkOrder(formats: [.txt]))
    #expect(outcomes[0]?.kind == .noAccess)
    let stage = scratch.url.appendingPathComponent("stage-0")
    #expect(try FileManager.default.contentsOfDirectory(atPath: stage.path).isEmpty)
  }

  @Test func tellsWhatKeepsItIn() throws {
    let scratch = try ScratchFolder()
    let program = WorkerFixtures.sohoa(scratch.url)
    let lines = try run(program, "rubbish\n\n{\"id\":9}\n")
    guard case .hello(let hello) = try JSONDecoder().decode(Event.self, from: Data(lines[0].utf8)) else {
      Issue.record("no hello: \(lines)")
      return
    }
    #expect(hello.sandbox.limits)
    #expect(hello.sandbox.seccomp)
    #expect(hello.sandbox.landlock != nil)
    guard lines.count == 3 else {
      Issue.record("\(lines)")
      return
    }
    #expect(lines[1].contains("refused"))
    #expect(lines[2].contains("\"id\":9"))
  }

  /// A worker whose standard input stays open, started by a process that is then gone.
  @Test func endsWithItsParent() async throws {
    let scratch = try ScratchFolder()
    let script = """
      import os, subprocess, sys
      holder = subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE)
      worker = subprocess.Popen([sys.argv[1], "worker", "--parent", str(os.getpid())], stdin=holder.stdout,
                                stdout=subprocess.PIPE)
      worker.stdout.readline()
      print(worker.pid, holder.pid, flush=True)
      os._exit(0)
      """
    let environment = ["SOHOA_DICTIONARIES": Self.dictionaries.url.path]
    let lines = try run(
      WorkerProgram(
        path: "/usr/bin/python3", arguments: ["-c", script, WorkerFixtures.program("sohoa")],
        environment: environment), "")
    let pids = lines[0].split(separator: " ").map(String.init)
    defer { kill(Int32(pids[1])!, SIGKILL) }
    let start = ContinuousClock.now
    while WorkerFixtures.isAlive(pids[0]), ContinuousClock.now - start < .seconds(20) {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(!WorkerFixtures.isAlive(pids[0]))
  }

  /// Runs a program on the input to its end: the lines of its output.
  private func run(_ program: WorkerProgram, _ input: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program.path)
    process.arguments = program.arguments.map { $0 }
    process.environment = ProcessInfo.processInfo.environment.merging(program.environment) { $1 }
    let (requests, answers) = (Pipe(), Pipe())
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
    try requests.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try requests.fileHandleForWriting.close()
    let text = String(decoding: answers.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
