import Foundation
import GRDB
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What goes wrong around a ledger: a clear error, and nothing lost.
@Suite struct FaultTests {
  // MARK: Damage

  enum Damage: CaseIterable {
    case empty, halved, text, scrambled
  }

  @Test(arguments: Damage.allCases)
  func tellsADamagedLedger(_ damage: Damage) throws {
    let desk = try Desk(200)
    try desk.batch.run()
    let before = try desk.outputs()
    let bytes = try Data(contentsOf: desk.database)
    let damaged =
      switch damage {
      case .empty: Data()
      case .halved: bytes.prefix(bytes.count / 2)
      case .text: Data("không phải cơ sở dữ liệu".utf8)
      case .scrambled: bytes.prefix(8192) + Data(repeating: 0xA5, count: bytes.count - 8192)
      }
    try damaged.write(to: desk.database)
    for open in [{ _ = try Ledger(folder: desk.output) }, { _ = try LedgerSurvey(folder: desk.output) }] {
      do {
        try open()
        Issue.record("opened")
      } catch let error as LedgerError {
        guard case .damaged(let path, _) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(path == desk.database.path)
        #expect(error.message.en.contains("rename it away") && error.message.vi.contains("đổi tên"))
      }
    }
    #expect(try Data(contentsOf: desk.database) == damaged)
    #expect(try desk.outputs() == before)
    // As the message says.
    try FileManager.default.moveItem(at: desk.database, to: desk.root.appendingPathComponent("hỏng"))
    #expect(throws: LedgerError.self) { try desk.batch.run() }
    try desk.batch.run(foreign: .keep)
    #expect(try desk.outputs() == before)
  }

  @Test func tellsANewerOrAForeignDatabase() throws {
    let desk = try Desk(1)
    try desk.batch.run()
    _ = try desk.sql("PRAGMA user_version = 99")
    #expect(throws: LedgerError.newer(path: desk.database.path, version: 99)) {
      try Ledger(folder: desk.output)
    }
    _ = try desk.sql("PRAGMA application_id = 7")
    #expect(throws: LedgerError.foreign(path: desk.database.path)) { try Ledger(folder: desk.output) }
  }

  @Test func tellsAFolderThatNeverWasAnOutput() throws {
    let desk = try Desk()
    #expect(throws: LedgerError.missing(folder: desk.output.path)) { try LedgerSurvey(folder: desk.output) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.output.path).isEmpty)
  }

  // MARK: Two runs

  /// Whoever asks how a folder stands has its lock for a moment.
  @Test func questionsDoNotHinderARun() async throws {
    let desk = try Desk(1)
    try desk.batch.run()
    let folder = desk.output
    let asker = Task.detached {
      while !Task.isCancelled { _ = try? LedgerSurvey(folder: folder).status().holder }
    }
    for _ in 0..<100 { _ = try Ledger(folder: folder) }
    asker.cancel()
    _ = await asker.value
  }

  @Test func onlyOneRunHasTheFolder() throws {
    let desk = try Desk(1)
    try desk.batch.run()
    let process = desk.process("hold")
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    _ = pipe.fileHandleForReading.availableData
    let error = #expect(throws: LedgerError.self) { try Ledger(folder: desk.output) }
    guard case .busy(desk.output.path, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder?.process == process.processIdentifier)
    #expect(holder?.host == ProcessInfo.processInfo.hostName)
    #expect(error?.message.en.contains("process \(process.processIdentifier) on") == true)
    // Questions are answered all the same.
    #expect(try desk.status().holder?.process == process.processIdentifier)
    #expect(try desk.verify().isSound)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try desk.status().holder == nil)
    _ = try Ledger(folder: desk.output)
  }

  // MARK: Clock

  @Test func clocksMayGoBackwards() throws {
    let desk = try Desk(2)
    try desk.batch.run()
    // The last run and its attempts were in the future, and so are the inputs.
    _ = try desk.sql("UPDATE runs SET begun = begun + 1e9, ended = ended + 1e9")
    _ = try desk.sql("UPDATE attempts SET begun = begun + 1e9")
    for path in try desk.batch.paths() {
      let later = Date(timeIntervalSinceNow: 1e8)
      try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: path)
    }
    #expect(try desk.batch.run() == 0)
    try desk.write(2)
    #expect(try desk.batch.run() == 1)
    let status = try desk.status()
    #expect(status.done == 3)
    // The last run is the one that was begun last, whatever the clock said.
    #expect(try #require(status.lastRun).begun < Date().timeIntervalSince1970 + 60)
    // A time in the future tells nothing of changes: same size, same times.
    let path = try desk.batch.paths()[0]
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "nội", with: "nối").utf8).write(to: URL(fileURLWithPath: path))
    #expect(try desk.plan()["a00000.txt"]?.word == "contentChanged")
  }

  // MARK: Disks

  /// Whether a process may mount file systems of its own here.
  static let mounts = (try? shell("true")) == 0

  private static func shell(_ script: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-m", "sh", "-c", script]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The program on `OUTPUT` in a mount of its own; its messages are left in `messages`.
  private func mounted(_ desk: Desk, _ mount: String, _ after: String = "true") throws -> (Int32, String) {
    let messages = desk.root.appendingPathComponent("messages").path
    let run = "'\(Desk.program.path)' '\(desk.inputs.path)' '\(desk.output.path)' 2>'\(messages)'"
    let status = try Self.shell("\(mount) || exit 99; \(run); status=$?; \(after) || exit 98; exit $status")
    return (status, try String(contentsOfFile: messages, encoding: .utf8))
  }

  @Test(.enabled(if: FaultTests.mounts))
  func tellsAReadOnlyFolder() throws {
    let desk = try Desk(1)
    let bind =
      "mount --bind '\(desk.output.path)' '\(desk.output.path)' && mount -o remount,bind,ro '\(desk.output.path)'"
    let (fresh, first) = try mounted(desk, bind)
    #expect(fresh == 9 && first.contains("cannot be written (Read-only file system)"))
    try desk.batch.run()
    try desk.write(1)
    let (status, second) = try mounted(desk, bind)
    #expect(status == 9 && second.contains("cannot be written"), "\(second)")
    #expect(second.contains("không ghi được"))
    #expect(try desk.status().done == 1)
    #expect(try desk.batch.run() == 1)
  }

  /// Fills up at many different sizes, so that it is full at many different steps; then there is room again.
  @Test(.enabled(if: FaultTests.mounts), arguments: Array(stride(from: 40, through: 1000, by: 60)))
  func goesOnAfterAFullDisk(_ kibibytes: Int) throws {
    let desk = try Desk(60)
    let tmpfs = "mount -t tmpfs -o size=\(kibibytes)k none '\(desk.output.path)'"
    let copy = desk.root.appendingPathComponent("giữ")
    let keep = "cp -a '\(desk.output.path)' '\(copy.path)'"
    let (status, message) = try mounted(desk, tmpfs, keep)
    #expect(status != 99 && status != 98)
    if status == 9 { #expect(message.contains("full") || message.contains("No space"), "\(message)") }
    try FileManager.default.removeItem(at: desk.output)
    try FileManager.default.moveItem(at: copy, to: desk.output)
    try desk.batch.run()
    #expect(try desk.verify().isSound)
    #expect(try desk.status().done == 60)
    let twice = try desk.sql(
      "SELECT document FROM attempts WHERE outcome = 'done' GROUP BY document HAVING count(*) > 1")
    #expect(twice.isEmpty)
  }
}
