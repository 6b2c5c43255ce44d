import Foundation
import SoHoaWorkers
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What a process that has entered the sandbox can still do, tried by one that has.
@Suite struct SandboxTests {
  /// Answers of the probe: 0 or the number of the error.
  private func probe(_ folder: URL) throws -> [String: Int32] {
    let writable = folder.appendingPathComponent("writable")
    let other = folder.appendingPathComponent("other")
    for url in [writable, other] {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    try Data("there".utf8).write(to: other.appendingPathComponent("there.txt"))
    try FileManager.default.createSymbolicLink(
      at: writable.appendingPathComponent("link"), withDestinationURL: other)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: WorkerFixtures.program("SandboxProbe"))
    process.arguments = [writable.path, other.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let pairs = text.split(separator: "\n").map { $0.split(separator: " ") }
    return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), Int32($0[1])!) })
  }

  @Test func keepsAWorkerIn() throws {
    let scratch = try ScratchFolder()
    let found = try probe(scratch.url)
    #expect(found["limits"] == 1)
    #expect(found["large-file"] == EFBIG)
    #expect(found["many-files"] == EMFILE)
    for allowed in ["read-elsewhere", "write-inside", "rename-inside"] {
      #expect(found[allowed] == 0, "\(allowed)")
    }
    try #require(found["seccomp"] == 1, "this kernel filters no system calls")
    for refused in [
      "socket-inet", "socket-inet6", "socket-unix", "socket-netlink", "root", "program",
      "rights-elsewhere",
    ] { #expect(found[refused] == EPERM, "\(refused)") }
    let landlock = try #require(found["landlock"])
    try #require(landlock >= 3, "this kernel's Landlock is of version \(landlock)")
    for refused in [
      "write-elsewhere", "append-elsewhere", "truncate-elsewhere", "remove-elsewhere", "folder-elsewhere",
      "through-link", "link-inside", "pipe-inside",
    ] { #expect(found[refused] == EACCES, "\(refused)") }
    #expect([EACCES, EXDEV].contains(found["rename-out"]))
    #expect([EACCES, EXDEV].contains(found["link-out"]))
    if landlock >= 6 { #expect(found["signal-parent"] == EPERM) }
    let other = scratch.url.appendingPathComponent("other")
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["there.txt"])
    #expect(try String(contentsOf: other.appendingPathComponent("there.txt"), encoding: .utf8) == "there")
  }
}
