import Foundation
import Testing

@testable import SoHoaRegisters

/// Registers that cannot be added to, and runs that want the same one.
@Suite struct RegisterFileTests {
  private func failure(_ name: String, _ shelf: Shelf) throws -> RegisterError? {
    let register = try shelf.register(name)
    let before = try? Data(contentsOf: register.url)
    defer { #expect((try? Data(contentsOf: register.url)) == before) }
    do {
      _ = try register.enter([Shelf.entry(1)])
      return nil
    } catch let error as RegisterError { return error }
  }

  @Test(
    "files that are no registers are left alone",
    arguments: [
      ("register.xlsx", Data("không phải sổ".utf8)), ("register.xlsx", Data()),
      ("register.xlsx", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
      ("register.csv", Data("Ngày đến,Số đến\r\n".utf8)), ("register.csv", Data([0xFF, 0xFE, 0x4E, 0x00])),
      ("register.csv", Data()),
    ])
  func noRegisters(_ name: String, _ data: Data) throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    try data.write(to: shelf.file(name))
    #expect(try failure(name, shelf) != nil)
  }

  @Test("a register cut short, or with other columns, or with text below its rows, is left alone")
  func damaged() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register.xlsx")
    _ = try register.enter([Shelf.entry(7)])
    let whole = try Data(contentsOf: register.url)
    for length in stride(from: 10, to: whole.count, by: whole.count / 9) {
      try whole.prefix(length).write(to: register.url)
      #expect(try failure("register.xlsx", shelf) != nil)
    }
    try whole.write(to: register.url)
    let wanted = try shelf.register("register.xlsx", .issued)
    #expect(throws: RegisterError.self) { try wanted.check() }
    _ = try Reader.openpyxl(register.url, "book.worksheets[0]['B9'] = 'Người lập'\nbook.save(sys.argv[1])")
    #expect(
      try failure("register.xlsx", shelf)
        == .textBelow(path: register.url.path, sheet: "Văn bản đến", row: 9))
  }

  @Test(
    "a register that a spreadsheet has open is left alone",
    arguments: ["~$register.xlsx", ".~lock.register.xlsx#"])
  func open(_ lock: String) throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    _ = try shelf.register("register.xlsx").enter([Shelf.entry(7)])
    try Data().write(to: shelf.file(lock))
    #expect(
      try failure("register.xlsx", shelf)
        == .openElsewhere(path: shelf.register("register.xlsx").url.path, lock: lock))
  }

  @Test(
    "several runs at once lose no row and leave nothing behind", arguments: ["register.xlsx", "register.csv"])
  func together(_ name: String) async throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register(name)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for run in 0..<6 {
        group.addTask {
          for number in 1...5 { _ = try register.enter([Shelf.entry(run * 10 + number)]) }
        }
      }
      try await group.waitForAll()
    }
    let wanted = (0..<6).flatMap { run in (1...5).map { Shelf.entry(run * 10 + $0) } }
    #expect(try register.enter(wanted).known.count == 30)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path) == [name])
  }

  @Test("a folder that is not there is told before work starts")
  func noFolder() throws {
    let shelf = try Shelf()
    shelf.remove()
    let register = try shelf.register("register.xlsx")
    #expect(throws: RegisterError.self) { try register.check() }
  }
}
