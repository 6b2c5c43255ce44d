import Foundation
import Testing

/// Runs that go on from the ledger of their output folder.
@Suite struct ResumeTests {
  private final class Office {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID())")
    var input: URL { root.appendingPathComponent("in") }
    var output: URL { root.appendingPathComponent("out") }

    deinit { try? FileManager.default.removeItem(at: root) }

    init(_ number: Int = 3) throws {
      try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
      for number in 1...number { try write("a\(number).txt", number) }
    }

    func write(_ name: String, _ number: Int) throws {
      let text = """
        ỦY BAN NHÂN DÂN
        XÃ KHÁNH GIẢNG
        Số: \(number)/TB-UBND
        Khánh Giảng, ngày 0\(number % 9 + 1) tháng 3 năm 2026
        THÔNG BÁO
        Về việc trồng hoa đợt \(number)
        """
      try Data(text.utf8).write(to: input.appendingPathComponent(name))
    }

    func convert(_ options: String...) throws -> Run {
      try Run.sohoa(arguments: ["convert", input.path, "-o", output.path] + options)
    }

    func outputs() throws -> [String] { try ScratchFolder.outputs(of: output) }

    func status() throws -> [String: Any] {
      let json = try Run.sohoa("status", output.path, "--json").output
      return try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    }

    func text(_ name: String) throws -> String {
      try String(contentsOf: output.appendingPathComponent(name), encoding: .utf8)
    }
  }

  @Test func whatIsDoneIsLeftOut() throws {
    let office = try Office()
    #expect(try office.convert("--format", "json").errors.contains("3 done"))
    try office.write("a4.txt", 4)
    let again = try office.convert("--format", "json")
    #expect(again.status == 0)
    #expect(again.errors.contains("1 done") && again.errors.contains("3 up to date"), "\(again.errors)")
    #expect(try office.convert("--format", "json", "--no-resume").errors.contains("4 done"))
    #expect(try office.convert("--format", "json", "--overwrite").errors.contains("4 done"))
    #expect(try office.convert("--format", "json,txt").errors.contains("4 done"), "another format")
    #expect(try office.outputs().count == 8)
  }

  @Test func aMovedInputIsKnownAndAMissingOutputMadeAgain() throws {
    let office = try Office()
    #expect(try office.convert("--format", "json").status == 0)
    let moved = office.input.appendingPathComponent("b1.txt")
    try FileManager.default.moveItem(at: office.input.appendingPathComponent("a1.txt"), to: moved)
    #expect(try office.convert("--format", "json").errors.contains("3 up to date"))
    try FileManager.default.removeItem(at: office.output.appendingPathComponent("a2.json"))
    #expect(try office.convert("--format", "json").errors.contains("1 done"))
    #expect(try office.outputs() == ["a1.json", "a2.json", "a3.json"])
  }

  @Test func theSameContentIsDoneOnceAndTold() throws {
    let office = try Office()
    try office.write("z.txt", 2)
    let run = try office.convert("--format", "json,register.csv")
    #expect(run.status == 0)
    #expect(run.errors.contains("z.txt: same content as") && run.errors.contains("a2.txt, done once"))
    #expect(try office.outputs() == ["a1.json", "a2.json", "a3.json", "register.csv"])
    #expect(try office.text("register.csv").split(separator: "\r\n").count == 4)
  }

  @Test("the name of a file that came before is not taken by another content") func namesAreKept() throws {
    let office = try Office(1)
    #expect(try office.convert("--format", "txt").status == 0)
    try office.write("a1.txt", 7)
    #expect(try office.convert("--format", "txt").status == 0)
    #expect(try office.outputs() == ["a1-2.txt", "a1.txt"])
    #expect(try office.text("a1.txt").contains("đợt 1") && office.text("a1-2.txt").contains("đợt 7"))
    #expect(try office.convert("--format", "txt").errors.contains("up to date"))
    try office.write("a1.txt", 8)
    #expect(try office.convert("--format", "txt", "--overwrite").status == 0)
    #expect(try office.text("a1.txt").contains("đợt 8"))
  }

  @Test("rows of a register and lines come once, also of earlier runs") func entries() throws {
    let office = try Office(2)
    #expect(try office.convert("--format", "json").status == 0)
    try office.write("a3.txt", 3)
    let formats = ["--format", "json,register.csv,jsonl"]
    for _ in 1...2 { #expect(try office.convert(formats[0], formats[1]).status == 0) }
    #expect(try office.text("register.csv").split(separator: "\r\n").count == 4)
    #expect(try office.text("records.jsonl").split(separator: "\n").count == 3)
    try office.write("a4.txt", 4)
    let last = try office.convert(formats[0], formats[1])
    #expect(!last.errors.contains("already registered"), "\(last.errors)")
    #expect(try office.text("register.csv").split(separator: "\r\n").count == 5)
    #expect(try office.text("records.jsonl").split(separator: "\n").count == 4)
  }

  @Test func twoFilesThatClaimToBeOneDocumentRaiseTheAlarm() throws {
    let office = try Office(1)
    try office.write("b.txt", 1)
    let file = office.input.appendingPathComponent("b.txt")
    let text = try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "hoa", with: "cây")
    try Data(text.utf8).write(to: file)
    let run = try office.convert("--format", "json")
    #expect(run.errors.contains("has the same number, symbol and issuer"), "\(run.errors)")
    #expect((try office.status()["alarms"] as? [Any])?.count == 1)
  }

  @Test func aFailureIsToldAgainAndRetriedWhereAsked() throws {
    let office = try Office(1)
    let bad = office.input.appendingPathComponent("bad.pdf")
    try Data("%PDF-1.7 hỏng".utf8).write(to: bad)
    #expect(try office.convert("--format", "json").status == 21)
    let again = try office.convert("--format", "json")
    #expect(again.status == 21)
    #expect(again.errors.contains("not tried again"))
    let retry = try Run.sohoa("retry", office.output.path, "--failed")
    #expect(retry.output == bad.path + "\n")
    #expect(retry.status == 21 && !retry.errors.contains("not tried again"), "\(retry.errors)")
    let failures = try #require(try office.status()["failures"] as? [[String: Any]])
    #expect(failures.map { $0["attempts"] as? Int } == [2])
  }

  @Test("outputs of another folder's inputs are not replaced") func foreign() throws {
    let office = try Office(1)
    try FileManager.default.createDirectory(at: office.output, withIntermediateDirectories: true)
    try Data("của người khác".utf8).write(to: office.output.appendingPathComponent("a1.json"))
    #expect(try office.convert("--format", "json").status == 23)
    #expect(try office.text("a1.json") == "của người khác")
  }

  @Test func theSameInputTwiceIsOneInput() throws {
    let office = try Office(1)
    let path = office.input.appendingPathComponent("a1.txt").path
    let run = try Run.sohoa("convert", path, path, "-o", office.output.path, "--format", "json")
    #expect(run.status == 0)
    #expect(try office.outputs() == ["a1.json"])
  }

  @Test("a run on a folder that another run has ends at once") func twoRuns() throws {
    let office = try Office(1)
    let home = office.output.appendingPathComponent(".sohoa")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let run = try Run(
      "flock",
      [home.path + "/lock", Run.program.path, "convert", office.input.path, "-o", office.output.path],
      environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
    #expect(run.status == 24)
    #expect(run.errors.contains("another run is at work"))
    #expect(try office.outputs().isEmpty)
  }
}
