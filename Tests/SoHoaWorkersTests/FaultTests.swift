import Foundation
import SoHoa
import SoHoaWorkers
import Testing

/// Workers that misbehave, one way each; every other input must be done all the same.
@Suite struct FaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    var name: String
    /// What the worker does with the bad input.
    var trouble: String
    var kind: ConversionFailure.Kind
    /// Stands in the message.
    var reason: String

    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      name: "segmentation fault", trouble: "os.kill(os.getpid(), signal.SIGSEGV)", kind: .crashed,
      reason: "SIGSEGV"),
    Fault(name: "abort", trouble: "os.abort()", kind: .crashed, reason: "SIGABRT"),
    Fault(
      name: "killed as by the kernel", trouble: "os.kill(os.getpid(), signal.SIGKILL)", kind: .crashed,
      reason: "SIGKILL"),
    Fault(name: "ends with a status", trouble: "os._exit(3)", kind: .crashed, reason: "status 3"),
    Fault(name: "ends well, without an answer", trouble: "os._exit(0)", kind: .crashed, reason: "status 0"),
    Fault(name: "sleeps for ever", trouble: "time.sleep(1e6)", kind: .outOfLimits, reason: "4 seconds"),
    Fault(
      name: "sleeps for ever and will not be told",
      trouble: "signal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(1e6)", kind: .outOfLimits,
      reason: "4 seconds"),
    Fault(
      name: "sleeps with a child", trouble: "os.fork() or os.fork()\ntime.sleep(1e6)", kind: .outOfLimits,
      reason: "4 seconds"),
    Fault(name: "spins", trouble: "while True: pass", kind: .outOfLimits, reason: "4 seconds"),
    Fault(
      name: "grows", trouble: "x = []\nwhile True: x.append(b'x' * (1 << 26)); time.sleep(0.05)",
      kind: .outOfLimits, reason: "100 MB of memory"),
    // By then it has been asked for the next input already, which must not suffer for it.
    Fault(
      name: "dies behind its last page",
      trouble:
        "say(event='begun', id=r['id'], pages=1)\nsay(event='page', id=r['id'], page=1)\ntime.sleep(0.2)\nos.abort()",
      kind: .crashed, reason: "SIGABRT"),
    Fault(
      name: "hangs behind its last page",
      trouble:
        "say(event='begun', id=r['id'], pages=1)\nsay(event='page', id=r['id'], page=1)\ntime.sleep(1e6)",
      kind: .outOfLimits, reason: "5 seconds"),
    Fault(name: "garbage", trouble: "print('not json')", kind: .crashed, reason: "no event"),
    Fault(
      name: "bytes", trouble: "sys.stdout.buffer.write(os.urandom(1 << 16) + b'\\n')\nsys.stdout.flush()",
      kind: .crashed, reason: "no event"),
    Fault(
      name: "line without end", trouble: "while True: sys.stdout.write('x' * 65536)", kind: .crashed,
      reason: "more than 1048576 bytes"),
    Fault(
      name: "answer to nobody", trouble: "say(event='read', id=r['id'] + 1000)", kind: .crashed,
      reason: "answer to no request"),
    Fault(
      name: "answer to something else", trouble: "say(event='read', id=r['id'])\ncontinue", kind: .crashed,
      reason: "answer to something else"),
    Fault(
      name: "pages of nothing",
      trouble: "say(event='opened', id=r['id'], source=record['source'], pageNumbers=[])",
      kind: .crashed, reason: "answer to something else"),
    Fault(
      name: "an output that is none of its own",
      trouble: """
        outputs = [{'format': 'json', 'name': '../../etc/passwd', 'bytes': 1, 'sha256': ''}]
        say(event='done', id=r['id'], file=record, outputs=outputs)
        """, kind: .crashed, reason: "answer to something else"),
    Fault(
      name: "half an answer", trouble: "sys.stdout.write('{\"event\":')\nsys.stdout.flush()\nos._exit(1)",
      kind: .crashed, reason: "status 1"),
    Fault(
      name: "numbers beyond sense", trouble: "say(event='begun', id=r['id'], pages=-5)\nos._exit(4)",
      kind: .crashed, reason: "status 4"),
    Fault(
      name: "closes its output", trouble: "os.close(1)\ntime.sleep(1e6)", kind: .crashed, reason: "SIGTERM"),
  ]

  private static let limits = WorkerLimits(
    memory: 100 << 20, seconds: 4, secondsPerPage: 1, lineBytes: 1 << 20)

  @Test("goes on and sets the input aside after a second try", arguments: faults)
  func setsAside(_ fault: Fault) async throws {
    let scratch = try ScratchFolder()
    let program = try WorkerFixtures.script(scratch.url, trouble: fault.trouble)
    let inputs = ["a", "b", "bad", "c", "d", "e"]
    let outcomes = try await WorkerFixtures.run(
      inputs, in: scratch.url, program: program, limits: Self.limits)
    #expect(outcomes.count == inputs.count)
    for index in [0, 1, 3, 4, 5] {
      #expect(outcomes[index]?.kind == nil)
      #expect(outcomes[index]?.attempts == 1)
    }
    let bad = try #require(outcomes[2])
    #expect(bad.kind == fault.kind)
    #expect(bad.message.contains(fault.reason), "\(bad.message)")
    #expect(bad.message.contains("bad"))
    #expect(bad.attempts == 2)
    let pids = WorkerFixtures.pids(scratch.url)
    #expect(pids.filter(WorkerFixtures.isAlive).isEmpty, "left behind, alive or as zombies")
  }

  @Test func triesOnceMoreAlone() async throws {
    let scratch = try ScratchFolder()
    let once = """
      if not os.path.exists(folder + "/tried"):
          open(folder + "/tried", "w").close()
          os.abort()
      """
    let program = try WorkerFixtures.script(scratch.url, trouble: once)
    let outcomes = try await WorkerFixtures.run(
      ["a", "bad", "b", "c", "d"], in: scratch.url, program: program, jobs: 1)
    #expect(outcomes.values.allSatisfy { $0.kind == nil })
    #expect(outcomes[1]?.attempts == 2)
    let takes = WorkerFixtures.notes(scratch.url).filter { $0[0] == "take" }
    let second = try #require(takes.last { $0[2] == "bad" })[1]
    #expect(takes.filter { $0[1] == second }.count == 1, "another input went to the worker of the second try")
  }

  @Test func replacesWorkersAfterTheirPages() async throws {
    let scratch = try ScratchFolder()
    let program = try WorkerFixtures.script(scratch.url, trouble: "")
    let outcomes = try await WorkerFixtures.run(
      ["a", "b", "c", "d", "e", "f"], in: scratch.url, program: program, jobs: 1,
      limits: WorkerLimits(pages: 2))
    #expect(outcomes.count == 6)
    #expect(WorkerFixtures.pids(scratch.url).count == 3)
  }

  @Test func keepsALogInBounds() async throws {
    let scratch = try ScratchFolder()
    let program = try WorkerFixtures.script(
      scratch.url, trouble: "for i in range(1000): sys.stderr.write('secret ' * 10000 + '\\n')")
    let outcomes = try await WorkerFixtures.run(
      ["a", "bad", "b"], in: scratch.url, program: program, limits: WorkerLimits(logBytes: 1000))
    #expect(outcomes.values.allSatisfy { $0.kind == nil && $0.attempts == 1 })
  }

  @Test(
    "says that no worker can be started",
    arguments: [
      WorkerProgram(path: "/nowhere/sohoa", arguments: []),
      WorkerProgram(path: "/bin/false", arguments: []),
      WorkerProgram(path: "/bin/sleep", arguments: ["1000"]),
    ])
  func tellsOfMissingProgram(_ program: WorkerProgram) async throws {
    let scratch = try ScratchFolder()
    let outcomes = try await WorkerFixtures.run(
      ["a"], in: scratch.url, program: program, limits: WorkerLimits(secondsToStart: 1))
    #expect(outcomes[0]?.kind == (program.path == "/bin/sleep" ? .outOfLimits : .missingComponent))
  }

  @Test func endsWorkersWhenCancelled() async throws {
    let scratch = try ScratchFolder()
    let program = try WorkerFixtures.script(
      scratch.url,
      trouble:
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nos.fork()\nnote('child %d' % os.getpid())\ntime.sleep(1e6)"
    )
    let folder = scratch.url
    let items = try WorkerFixtures.items(["bad1", "bad2", "a"], in: folder)
    let supervisor = Supervisor(program: program, order: WorkOrder(), jobs: 2)
    let told = Collected<Int, WorkOutcome>()
    let run = Task { await supervisor.run(items) { told.add($0.index, $1) } }
    while WorkerFixtures.notes(folder).filter({ $0[0] == "child" }).count < 4 {
      try await Task.sleep(for: .milliseconds(50))
    }
    let start = ContinuousClock.now
    run.cancel()
    await run.value
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(told.all.isEmpty)
    try await Task.sleep(for: .milliseconds(500))
    #expect(WorkerFixtures.pids(folder).filter(WorkerFixtures.isAlive).isEmpty)
  }

  @Test func takesInputsAsWorkersGetFree() async throws {
    let scratch = try ScratchFolder()
    let program = try WorkerFixtures.script(scratch.url, trouble: "")
    let supervisor = Supervisor(program: program, order: WorkOrder(), jobs: 2)
    let taken = Collected<Int, Int>()
    let folder = scratch.url
    let items = Counting(count: 2000, folder: folder.path) { taken.add($0, taken.all.count) }
    let told = Collected<Int, Int>()
    try await supervisor.run(items) { item, _ in told.add(item.index, taken.all.count) }
    #expect(told.all.count == 2000)
    // How many inputs had been taken beyond those told, when each was told.
    let ahead = told.all.values.sorted().enumerated().map { $1 - $0 }.max()
    #expect(try #require(ahead) < 20)
  }
}

/// As many items as wanted, made when asked for.
private struct Counting: AsyncSequence, Sendable {
  let count: Int
  let folder: String
  let made: @Sendable (Int) -> Void

  struct Iterator: AsyncIteratorProtocol {
    let items: Counting
    var next = 0

    mutating func next() async -> WorkItem? {
      guard next < items.count else { return nil }
      defer { next += 1 }
      items.made(next)
      return WorkItem(index: next, input: "\(next)", stage: items.folder)
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(items: self) }
}
