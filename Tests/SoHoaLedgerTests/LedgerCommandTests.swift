import Foundation
import LedgerTrial
import SoHoaLedger
import Testing

/// `sohoa status`, `verify` and `retry` as a clerk and a script see them.
@Suite struct LedgerCommandTests {
  private struct Answer {
    var status: Int32
    var output: String
    var errors: String
  }

  private func sohoa(_ arguments: String..., locale: String = "C.UTF-8") throws -> Answer {
    let process = Process()
    process.executableURL = Desk.program.deletingLastPathComponent().appendingPathComponent("sohoa")
    process.arguments = arguments
    process.environment = ["LC_ALL": locale]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: messages, as: UTF8.self))
  }

  private func desk() throws -> Desk {
    let desk = try Desk(3)
    try desk.write("b.txt", "hỏng")
    try desk.write("c.txt", "0/QĐ-UBND\nnội dung 0\n")
    try desk.write("d.txt", "01/QĐ-UBND\nkhác\n")
    try desk.batch.run()
    return desk
  }

  @Test func statusTellsHowABatchStands() throws {
    let desk = try desk()
    let answer = try sohoa("status", desk.output.path)
    #expect(answer.status == 0)
    #expect(answer.output.contains("no run is at work"))
    #expect(answer.output.contains("4 done (4 pages, 0 to review), 0 left, 1 failed, 1 duplicates"))
    #expect(answer.output.contains("failed: \(desk.input("b.txt").path): bad"))
    #expect(answer.output.contains("c.txt: the same content as \(desk.input("a00000.txt").path)"))
    #expect(answer.output.contains("alarm: \(desk.input("d.txt").path) and \(desk.input("a00001.txt").path)"))
    let vietnamese = try sohoa("status", desk.output.path, locale: "vi_VN.UTF-8").output
    #expect(vietnamese.contains("4 xong (4 trang, 0 cần xem lại), còn 0, 1 lỗi, 1 trùng"))
    let json = try sohoa("status", desk.output.path, "--json").output
    let status = try JSONDecoder().decode(LedgerStatus.self, from: Data(json.utf8))
    #expect(status == (try desk.status()) && status.findings == ["page.blank": 4])
  }

  @Test func verifyEndsWithItsOwnCode() throws {
    let desk = try desk()
    #expect(try sohoa("verify", desk.output.path).status == 0)
    try FileManager.default.removeItem(at: desk.input("a00002.txt"))
    let gone = try sohoa("verify", desk.output.path)
    #expect(gone.status == 0 && gone.output.contains("input missing: \(desk.input("a00002.txt").path)"))
    try Data("x".utf8).write(to: desk.output.appendingPathComponent("a00000.json"))
    let changed = try sohoa("verify", desk.output.path)
    #expect(changed.status == 26 && changed.output.contains("output changed: a00000.json"))
    #expect(
      try sohoa("verify", desk.output.path, "--outputs-only").output.contains("8 files as noted, 1 not"))
  }

  @Test func retryMarksAndTellsTheCommand() throws {
    let desk = try desk()
    let answer = try sohoa("retry", desk.output.path, "--failed", "--mark-only")
    #expect(answer.status == 0 && answer.output == desk.input("b.txt").path + "\n")
    #expect(answer.errors.contains("sohoa convert '\(desk.inputs.path)'"))
    #expect(try desk.plan()["b.txt"]?.word == "retried")
    #expect(try sohoa("retry", desk.output.path, "--failed").errors.contains("nothing to do again"))
  }

  @Test func eachTroubleHasItsCode() throws {
    let desk = try desk()
    #expect(try sohoa("status", desk.inputs.path).status == 6)
    let held = try Ledger(folder: desk.output)
    let busy = try sohoa("retry", desk.output.path)
    #expect(busy.status == 24 && busy.errors.contains("another run is at work here"), "\(busy)")
    #expect(try sohoa("status", desk.output.path).output.contains("a run is at work (process"))
    try held.close()
    try Data("x".utf8).write(to: desk.database)
    for command in ["status", "verify", "retry"] where command != "retry" {
      #expect(try sohoa(command, desk.output.path).status == 25)
    }
    #expect(held.recovery.interrupted.isEmpty)
  }
}
