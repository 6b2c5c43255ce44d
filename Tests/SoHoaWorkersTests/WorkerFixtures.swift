import Foundation
import SoHoa
import SoHoaModel
import SoHoaWorkers
import Synchronization

enum WorkerFixtures {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) -> String { root.appendingPathComponent("fixtures/\(path)").path }

  static let dictionaries = DictionaryFolder(root.appendingPathComponent("dictionaries"))

  /// A program of this build.
  static func program(_ name: String) -> String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The real worker.
  static func sohoa(_ folder: URL, limits: WorkerLimits = WorkerLimits()) -> WorkerProgram {
    var program = WorkerProgram.sohoa(program("sohoa"), writable: folder, limits: limits)
    program.environment["SOHOA_DICTIONARIES"] = dictionaries.url.path
    return program
  }

  /// A worker in Python that answers as it should, unless the input's name is that of a trouble.
  ///
  /// - Parameter trouble: statements that are run where the input's name holds `bad`; `r` is the request.
  static func script(_ folder: URL, trouble: String, start: String = "pass") throws -> WorkerProgram {
    let file = String(decoding: try JSONEncoder().encode(emptyFile), as: UTF8.self)
    let indented = trouble.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n")
    let text = """
      import json, os, signal, sys, time
      folder = \(String(reflecting: folder.path))
      def say(**event):
          sys.stdout.write(json.dumps(event) + "\\n")
          sys.stdout.flush()
      def note(text):
          with open(folder + "/notes", "a") as notes:
              notes.write(text + "\\n")
      \(start)
      note("start %d" % os.getpid())
      say(event="hello", version=1, program="test", pid=os.getpid(),
          sandbox={"landlock": None, "seccomp": False, "limits": False})
      record = json.loads(r'''\(file)''')
      while True:
          line = sys.stdin.readline()
          if not line: break
          r = json.loads(line)
          note("take %d %s" % (os.getpid(), r["input"]))
          if "bad" in r["input"]:
      \(indented.isEmpty ? "        pass" : indented)
          say(event="begun", id=r["id"], pages=1)
          say(event="page", id=r["id"], page=1)
          say(event="done", id=r["id"], file=record, outputs=[])
      """
    let path = folder.appendingPathComponent("worker.py").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return WorkerProgram(path: "/usr/bin/python3", arguments: [path])
  }

  /// Lines of a script's notes: `start PID`, `take PID INPUT`.
  static func notes(_ folder: URL) -> [[String]] {
    let text = (try? String(contentsOf: folder.appendingPathComponent("notes"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  static func pids(_ folder: URL) -> Set<String> { Set(notes(folder).map { $0[1] }) }

  /// Runs, or is a zombie that this process has not reaped; orphans that others are to reap do not count.
  static func isAlive(_ pid: String) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.first != "Z" || fields.dropFirst().first == "\(ProcessInfo.processInfo.processIdentifier)"
  }

  static let emptyFile = ConvertedFile(
    software: Software(components: []), settings: ConversionSettings(),
    source: SourceFile(name: "a.png", sha256: "00", bytes: 1, mediaType: "png", pageCount: 1), pages: [],
    documents: [], findings: [])

  static func items(_ inputs: [String], in folder: URL) throws -> [WorkItem] {
    try inputs.enumerated().map { index, input in
      let stage = folder.appendingPathComponent("stage-\(index)")
      try FileManager.default.createDirectory(at: stage, withIntermediateDirectories: true)
      return WorkItem(index: index, input: input, stage: stage.path)
    }
  }

  /// Runs all to their ends; outcomes by the index of the item.
  static func run(
    _ inputs: [String], in folder: URL, program: WorkerProgram, order: WorkOrder = WorkOrder(), jobs: Int = 2,
    limits: WorkerLimits = WorkerLimits(), spread: Supervisor.Spread = .init()
  ) async throws -> [Int: WorkOutcome] {
    let supervisor = Supervisor(program: program, order: order, jobs: jobs, limits: limits, spread: spread)
    let outcomes = Collected<Int, WorkOutcome>()
    await supervisor.run(try items(inputs, in: folder)) { outcomes.add($0.index, $1) }
    return outcomes.all
  }
}

/// What callbacks told.
final class Collected<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  /// A second value for a key would be an error of who calls.
  func add(_ key: Key, _ value: Value) {
    values.withLock {
      precondition($0[key] == nil)
      $0[key] = value
    }
  }

  var all: [Key: Value] { values.withLock { $0 } }
}

/// A folder that is gone when the test is over.
struct ScratchFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("sohoa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

extension WorkOutcome {
  var kind: ConversionFailure.Kind? {
    guard case .failure(let failure) = result else { return nil }
    return failure.kind
  }

  var message: String {
    guard case .failure(let failure) = result else { return "" }
    return failure.message.en
  }
}
