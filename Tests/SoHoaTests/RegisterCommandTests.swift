import Foundation
import Testing

/// Registers as the program writes them.
@Suite struct RegisterCommandTests {
  private let inputs = ["text/decision.ocr.txt", "text/decree.plain.txt"].map { Fixtures.file($0).path }

  @Test func entersEachDocumentOnceInTheOrderOfTheInputs() throws {
    let scratch = try ScratchFolder()
    let arguments =
      ["convert"] + inputs + ["--output", scratch.url.path, "--format", "register.csv,register.xlsx"]
    #expect(try Run.sohoa(arguments: arguments).status == 0)
    let register = scratch.url.appendingPathComponent("register.csv")
    let text = try String(contentsOf: register, encoding: .utf8)
    let names = ["decision.ocr.txt #", "decree.plain.txt #"].map { text.range(of: $0)?.lowerBound }
    #expect(names[0] != nil && names[1] != nil && names[0]! < names[1]!)
    let again = try Run.sohoa(arguments: arguments)
    #expect(again.status == 0)
    #expect(again.errors.contains("2 up to date"))
    #expect(try String(contentsOf: register, encoding: .utf8) == text)
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent(".sohoa"))
    let anew = try Run.sohoa(arguments: arguments)
    #expect(anew.status == 0)
    #expect(anew.errors.contains("decree.plain.txt: already registered in register.xlsx, row 6"))
    #expect(try String(contentsOf: register, encoding: .utf8) == text)
    #expect(try scratch.outputs() == ["register.csv", "register.xlsx"])
  }

  @Test func tellsOfARegisterThatCannotBeAddedToBeforeWorkStarts() throws {
    let scratch = try ScratchFolder()
    let register = scratch.url.appendingPathComponent("sổ.xlsx")
    try Data("không phải sổ".utf8).write(to: register)
    let run = try Run.sohoa(
      arguments: ["convert"] + inputs + [
        "--output", scratch.url.path, "--format", "json,register.xlsx", "--register", register.path,
      ])
    #expect(run.status == 4)
    #expect(run.errors.contains("sổ.xlsx"))
    #expect(try scratch.outputs() == ["sổ.xlsx"])
  }

  @Test(arguments: [
    ["--register-kind", "nhiem-vu"], ["--register", "a.ods"], ["--number-from", "0"], ["--number-from", "x"],
  ])
  func tellsWrongArguments(_ options: [String]) throws {
    let run = try Run.sohoa(
      arguments: ["convert", "a", "--output", "b", "--format", "register.xlsx"] + options)
    #expect(run.status == 1)
  }
}
