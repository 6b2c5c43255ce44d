import Foundation
import SoHoa
import Testing

/// Readers that go, signals, full disks and odd names: what is written is whole, and what is said can be read.
@Suite struct OutputTroubleTests {
  private static let variables = ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"]
  private static let texts = ["telegram.plain", "minutes.plain", "decree.plain"].map {
    Fixtures.file("text/\($0).txt").path
  }

  private func names(_ folder: URL) throws -> [String] {
    try ScratchFolder.outputs(of: folder)
  }

  /// - Parameter script: `$0` is the program.
  private func bash(_ script: String, _ arguments: [String] = [], vietnamese: Bool = false) throws -> Run {
    try Run(
      "bash", ["-c", script, Run.program.path] + arguments,
      environment: Self.variables.merging(vietnamese ? ["LC_ALL": "vi_VN.UTF-8"] : [:]) { $1 })
  }

  @Test("a reader that has gone ends the run without a word", arguments: ["json", "jsonl"])
  func reader(_ format: String) throws {
    let inputs = format == "json" ? [Self.texts[0]] : Self.texts
    let run = try bash(
      #"""
      format=$1; shift
      "$0" convert "$@" -o - --format $format | head -c 1 > /dev/null; echo "${PIPESTATUS[0]}"
      """#, [format] + inputs)
    #expect(["141\n", "0\n"].contains(run.output), "0 where all fitted into the pipe")
    #expect(run.errors.isEmpty)
  }

  @Test("a run that writes files ends well though nobody reads its card")
  func card() throws {
    let scratch = try ScratchFolder()
    let run = try bash(
      #""$0" convert "$1" -o "$2" --format json,register.csv | true; echo "${PIPESTATUS[0]}""#,
      [Self.texts[0], scratch.url.path])
    #expect(run.output == "0\n")
    #expect(try names(scratch.url) == ["register.csv", "telegram.plain.json"])
  }

  @Test("a full device behind the schema is told") func schema() throws {
    let run = try bash(#""$0" schema > /dev/full"#)
    #expect(run.status == 4)
    #expect(run.errors == "standard output: not written; the disk is full: free some space\n")
  }

  @Test("a signal leaves whole files only, and registers with what was done", arguments: ["INT", "TERM"])
  func signals(_ name: String) throws {
    let scratch = try ScratchFolder()
    let run = try bash(
      #"""
      signal=$1; out=$2; shift 2
      "$0" convert "$@" -o "$out" -q -j 2 --format json,pdf,docx,register.xlsx,register.csv,jsonl & run=$!
      for _ in $(seq 600); do ls "$out"/*.json > /dev/null 2>&1 && break; sleep 0.05; done
      kill -$signal $run; wait $run; echo $?
      """#,
      [name, scratch.url.path]
        + ["decision.low.jpg", "telegram.scan.jpg", "plan-hospital.scan.tif", "plan-table.scan.pdf"].map {
          Fixtures.file("scans/\($0)").path
        })
    #expect(run.output == "130\n")
    let left = try names(scratch.url)
    #expect(left.allSatisfy { !$0.hasPrefix(".") }, "\(left)")
    let records = left.filter { $0.hasSuffix(".json") }
    #expect((1...3).contains(records.count))
    for record in records {
      _ = try JSONDecoder().decode(
        ConvertedFile.self, from: Data(contentsOf: scratch.url.appendingPathComponent(record)))
    }
    for copy in left where copy.hasSuffix(".pdf") {
      #expect(try Run("qpdf", ["--check", scratch.url.appendingPathComponent(copy).path]).status == 0)
    }
    let lines = try String(contentsOf: scratch.url.appendingPathComponent("records.jsonl"), encoding: .utf8)
    #expect(lines.hasSuffix("}\n"))
    let count = lines.split(separator: "\n").count
    let register = try String(contentsOf: scratch.url.appendingPathComponent("register.csv"), encoding: .utf8)
    #expect(register.hasSuffix("\r\n"))
    #expect(register.components(separatedBy: "Tệp: ").count == count + 1)
    #expect(try Run("unzip", ["-tq", scratch.url.appendingPathComponent("register.xlsx").path]).status == 0)
  }

  @Test(
    "a register stays as it was where the disk is full",
    arguments: [("register.xlsx", 8), ("register.csv", 1)])
  func fullDisk(_ name: String, _ kilobytes: Int) throws {
    let scratch = try ScratchFolder()
    let register = scratch.url.appendingPathComponent(name)
    let inputs = ["telegram.plain", "decree.plain", "notice-urgent.plain", "report-table.plain"].map {
      Fixtures.file("text/\($0).txt").path
    }
    let filled = try Run.sohoa(arguments: ["convert"] + inputs + ["-o", scratch.url.path, "--format", name])
    #expect(filled.status == 0)
    let old = try Data(contentsOf: register)
    for isVietnamese in [false, true] {
      let run = try bash(
        #"ulimit -f $1; exec "$0" convert "$2" -o "$3" --format "$4" -q --in-process"#,
        ["\(kilobytes)", Self.texts[1], scratch.url.path, name], vietnamese: isVietnamese)
      #expect(run.status == 5)
      #expect(
        run.errors.contains(isVietnamese ? "ổ đĩa đã đầy" : "the disk is full: free some space"),
        "\(run.errors)")
    }
    #expect(try Data(contentsOf: register) == old)
    #expect(try names(scratch.url) == [name])
  }

  @Test("a run that reads nothing makes no register") func noRegister() throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa(
      "convert", Fixtures.file("broken/empty.pdf").path, "-o", scratch.url.path, "--format",
      "register.csv,register.xlsx,jsonl")
    #expect(run.status == 2)
    #expect(try names(scratch.url).isEmpty)
  }

  @Test("messages name a file once and cannot steer the terminal") func oddNames() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url.appendingPathComponent("in/2026")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("a\u{1B}[31m\u{7}.txt")
    try FileManager.default.copyItem(atPath: Self.texts[0], toPath: file.path)
    let run = try Run.sohoa(
      "convert", scratch.url.appendingPathComponent("in").path, "-o", scratch.url.path + "/out", "--format",
      "pdf")
    #expect(run.status == 4)
    #expect(run.errors.contains("/in/2026/a?[31m?.txt: text has no pages"), "\(run.errors)")
    #expect(!run.errors.hasPrefix("2026/"))
    #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
  }

  @Test("a file without text says so") func noText() throws {
    let scratch = try ScratchFolder()
    let blank = Fixtures.file("broken/blank-page.png").path
    let arguments = ["convert", blank, "-o", scratch.url.path, "--format", "json,docx,md,pdf", "--overwrite"]
    #expect(try Run.sohoa(arguments: arguments).output.contains("no text was read on any page"))
    let vietnamese = try Run.sohoa(arguments: arguments, environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(vietnamese.output.contains("không đọc được chữ nào trên các trang"))
    #expect(try names(scratch.url).count == 4)
  }
}
