import Foundation
import SoHoaModel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `sohoa watch` as a service runs it.
@Suite(.serialized) struct WatchCommandTests {
  /// A watch at work on folders of its own.
  private final class Office {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    var process = Process()

    var input: URL { home.appendingPathComponent("in") }
    var output: URL { home.appendingPathComponent("out") }
    var log: URL { home.appendingPathComponent("log") }

    init() throws {
      try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
      FileManager.default.createFile(atPath: log.path, contents: nil)
    }

    deinit {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      try? FileManager.default.removeItem(at: home)
    }

    func start(_ options: String...) throws {
      process = Process()
      process.executableURL = Run.program
      process.arguments = ["watch", input.path, "-o", output.path, "--settle", "300ms"] + options
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"]) { $1 }
      let errors = try FileHandle(forWritingTo: log)
      try errors.seekToEnd()
      process.standardError = errors
      try process.run()
    }

    func drop(_ fixture: String, as name: String? = nil) throws {
      let target = input.appendingPathComponent(name ?? (fixture as NSString).lastPathComponent)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: Fixtures.file(fixture)).write(to: target)
    }

    /// - Returns: whether it came true in time.
    func wait(_ seconds: Double = 60, until isTrue: () throws -> Bool) async throws -> Bool {
      let end = ContinuousClock.now + .seconds(seconds)
      while ContinuousClock.now < end {
        if try isTrue() { return true }
        try await Task.sleep(for: .milliseconds(50))
      }
      return false
    }

    func has(_ path: String) -> Bool {
      FileManager.default.fileExists(atPath: home.appendingPathComponent(path).path)
    }

    func files(_ folder: String) throws -> [String] {
      try ScratchFolder.outputs(of: home.appendingPathComponent(folder)).filter {
        !isFolder(folder + "/" + $0)
      }
    }

    private func isFolder(_ path: String) -> Bool {
      (try? home.appendingPathComponent(path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    /// - Returns: status and seconds until the program was gone.
    func end(_ signal: Int32) -> (status: Int32, seconds: Double) {
      let start = ContinuousClock.now
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return (process.terminationStatus, (ContinuousClock.now - start) / .seconds(1))
    }

    func status() throws -> String { try Run.sohoa("status", output.path).output }
    func messages() throws -> String { try String(contentsOf: log, encoding: .utf8) }
    /// How often a watch has begun.
    var watches: Int {
      get throws { try messages().components(separatedBy: "watching ").count - 1 }
    }
  }

  @Test func convertsWhatComesAndPutsOriginalsAway() async throws {
    let office = try Office()
    try office.drop("text/telegram.plain.txt", as: "2026/scan.txt")
    try office.drop("broken/encrypted.pdf", as: "locked.pdf")
    let done = office.home.appendingPathComponent("done").path
    let failed = office.home.appendingPathComponent("failed").path
    try office.start("--after", "move", done, "--failed-to", failed, "--format", "json,register.csv")
    #expect(try await office.wait { office.has("done/2026/scan.txt") && office.has("failed/locked.pdf") })
    // The scanner begins its numbers anew: another document under the same name.
    try office.drop("text/decree.plain.txt", as: "2026/scan.txt")
    #expect(try await office.wait { office.has("done/2026/scan-2.txt") })
    try office.drop("text/telegram.plain.txt", as: "again.txt")
    #expect(try await office.wait { office.has("done/again.txt") })
    let end = office.end(SIGTERM)
    #expect(end.status == 0 && end.seconds < 20)
    #expect(try office.files("in").isEmpty)
    #expect(try office.files("out") == ["2026/scan-2.json", "2026/scan.json", "register.csv"])
    let register = try String(
      contentsOf: office.output.appendingPathComponent("register.csv"), encoding: .utf8)
    #expect(register.contains("03/CĐ-UBND") && register.contains("27/2026/QĐ-UBND"))
    #expect(register.split(separator: "\r\n").count == 3)
    #expect(try office.status().contains("2 done (4 pages, 0 to review), 0 left, 1 failed, 1 duplicates"))
    #expect(try Run.sohoa("verify", office.output.path).output.contains("0 not"))
  }

  @Test func takesOptionsFromAFile() async throws {
    let office = try Office()
    let done = office.home.appendingPathComponent("done").path
    let file = office.home.appendingPathComponent("sohoa.yaml")
    try Data("after: [move, '\(done)']\nformat: txt\nrescan: 1h\nstrict: true\n".utf8).write(to: file)
    try office.drop("text/telegram.plain.txt")
    try office.start("--config", file.path)
    #expect(try await office.wait { office.has("done/telegram.plain.txt") })
    #expect(office.end(SIGTERM).status == 0)
    #expect(try office.files("out") == ["telegram.plain.txt"])
  }

  /// Ended, or killed, while a scan is in work: nothing is half done, and the next watch does it. On a machine that
  /// stands still for seconds the scan may be done before the signal comes: then it is done wholly.
  @Test("goes on where it was", arguments: [SIGTERM, SIGINT, SIGKILL])
  func goesOn(_ signal: Int32) async throws {
    let office = try Office()
    try office.drop("scans/decree.clean.tif")
    try office.start()
    #expect(
      try await office.wait { try office.has("out/.sohoa/stage") && office.status().contains("at work") })
    try await Task.sleep(for: .milliseconds(500))
    let end = office.end(signal)
    #expect(end.seconds < 20)
    if signal != SIGKILL { #expect(end.status == 0) }
    #expect(try office.files("in") == ["decree.clean.tif"])
    let isDone = try office.status().contains("1 done")
    #expect(try office.files("out") == (isDone ? ["decree.clean.json"] : []))
    try office.start()
    #expect(try await office.wait { office.has("out/decree.clean.json") })
    try office.drop("text/telegram.plain.txt")
    #expect(try await office.wait { office.has("out/telegram.plain.json") })
    #expect(office.end(SIGTERM).status == 0)
    #expect(try office.status().contains("2 done"))
    // What is done is done once.
    try office.start()
    #expect(try await office.wait { try office.watches == 3 })
    try await Task.sleep(for: .seconds(2))
    #expect(office.end(SIGTERM).status == 0)
    #expect(try office.messages().contains("2 up to date"))
    #expect(try office.files("out") == ["decree.clean.json", "telegram.plain.json"])
  }

  /// The content that was read is not the one that lies there any more.
  @Test func readsAFileThatIsOverwrittenWhileInWork() async throws {
    let office = try Office()
    try office.drop("scans/decree.clean.tif", as: "scan.tif")
    let done = office.home.appendingPathComponent("done").path
    try office.start("--after", "move", done, "--log-level", "info")
    #expect(try await office.wait { try office.messages().contains("files settled") })
    try office.drop("scans/minutes.clean.png", as: "scan.tif")
    #expect(try await office.wait(90) { office.has("done/scan.tif") && !office.has("in/scan.tif") })
    #expect(office.end(SIGTERM).status == 0)
    let wanted = try Data(contentsOf: Fixtures.file("scans/minutes.clean.png"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: done + "/scan.tif")) == wanted)
    let files = try office.files("out").map {
      try JSONDecoder().decode(
        ConvertedFile.self, from: Data(contentsOf: office.output.appendingPathComponent($0)))
    }
    #expect(files.map(\.source.bytes).contains(wanted.count))
  }

  @Test func waitsWhileAnotherRunHasTheFolder() async throws {
    let office = try Office()
    let first = try Office()
    try first.drop("scans/decree.clean.tif")
    let run = Process()
    run.executableURL = Run.program
    run.arguments = ["convert", "-q", first.input.path, "-o", office.output.path]
    run.environment = ProcessInfo.processInfo.environment.merging(
      ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path]) { $1 }
    try run.run()
    #expect(try await office.wait { office.has("out/.sohoa/lock") })
    try office.drop("text/telegram.plain.txt")
    try office.start("--rescan", "1s")
    #expect(try await office.wait { office.has("out/telegram.plain.json") })
    run.waitUntilExit()
    #expect(run.terminationStatus == 0 && office.has("out/decree.clean.json"))
    #expect(office.end(SIGTERM).status == 0)
  }

  @Test(
    "refuses folders that feed each other",
    arguments: [
      (["in", "-o", "in"], 4), (["in/sub", "-o", "in"], 4),
      (["in", "-o", "out", "--after", "move", "in"], 4),
      (["in", "-o", "link"], 4), (["gone", "-o", "out"], 6), (["in", "-o", "out", "--after", "burn"], 1),
      (["in", "-o", "out", "--settle", "soon"], 1), (["in", "-o", "out", "--name-template", "tt02"], 1),
      (["in", "-o", "out", "--format", "metadata.xml"], 1),
    ])
  func refuses(_ arguments: [String], _ status: Int) throws {
    let office = try Office()
    try FileManager.default.createDirectory(
      at: office.input.appendingPathComponent("sub"), withIntermediateDirectories: true)
    #expect(symlink("in", office.home.appendingPathComponent("link").path) == 0)
    let names: Set = ["in", "in/sub", "out", "link", "gone"]
    let paths = arguments.map { names.contains($0) ? office.home.appendingPathComponent($0).path : $0 }
    let run = try Run("timeout", ["20", Run.program.path, "watch"] + paths)
    #expect(run.status == Int32(status), "\(run.errors)")
  }
}
