import Foundation
import Testing

/// Options of `sohoa convert` and `sohoa watch` from a file.
@Suite struct ConfigurationTests {
  private func check(_ text: String) throws -> Run {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("sohoa.yaml")
    try Data(text.utf8).write(to: file)
    return try Run.sohoa("config", "check", file.path)
  }

  @Test func showsWhatItSets() throws {
    let run = try check(
      """
      # cho phòng văn thư
      output: kết quả
      format: [json, "pdf", register.xlsx]
      maintenance: 01
      skip-existing: true
      quiet: no
      pages: 1-3,5
      dossier:
      name-template: "{number}-{symbol}"
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        output: kết quả
        format: json,pdf,register.xlsx
        maintenance: 01
        skip-existing: true
        quiet: false
        pages: 1-3,5
        dossier:\u{20}
        name-template: {number}-{symbol}

        """)
  }

  @Test(
    "tells what is wrong, and where",
    arguments: [
      ("mode: auto\nfromat: json\n", ":2: there is no option fromat; did you mean format?"),
      ("skip_existing: true\n", ":1: there is no option skip_existing; did you mean skip-existing?"),
      ("lang: vie\n", ":1: there is no option lang"),
      ("\n\nquietly: true\n", ":3: there is no option quietly; did you mean quiet?"),
      ("xyzzy: 1\n", ":1: there is no option xyzzy; see `sohoa convert --help`"),
      ("config: a.yaml\n", ":1: there is no option config"),
      ("help: true\n", ":1: there is no option help"),
      ("mode: fast\n", ":1: mode: "),
      ("jobs: nhiều\n", ":1: jobs: "),
      ("jobs: 0\n", ":1: jobs: --jobs takes 1 to 256"),
      ("quiet: có\n", ":1: quiet: takes true or false"),
      ("mode: [auto]\n", ":1: mode: takes one value"),
      ("format: [json, [pdf]]\n", ":1: format: takes one value"),
      ("mode: auto\nmode: ocr\n", "mode is there twice"),
      ("overwrite: true\nskip-existing: true\n", "exclude each other"),
      ("settle: bald\n", ":1: settle: "),
      ("rescam: 5s\n", ":1: there is no option rescam; did you mean rescan?"),
      ("after: [move]\n", ":1: after: --after takes leave, or move and a folder"),
      ("failed-to: x\nformat: metadata.xml\n", "numbers of a dossier"),
      ("- json\n", ":1: not a line `key: value`"),
      ("json\n", ":1: not a line `key: value`"),
      ("mode: 'auto\n", "lines look like"),
      ("a: b: c\n", ":1: "),
      ("[1, 2]: x\n", ":1: there is no option"),
      ("mode: *nobody\n", ":1: "),
    ])
  func tellsErrors(_ text: String, _ message: String) throws {
    let run = try check(text)
    #expect(run.status == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  /// What only one command has does not hinder the other.
  @Test(arguments: [
    "after: [move, done]\nsettle: 1s\nstrict: true\n", "format: metadata.xml\n", "after: leave\n",
  ])
  func isForBothCommands(_ text: String) throws {
    let run = try check(text)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func tellsAllErrorsInEitherLanguage() throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("a.yaml")
    try Data("fromat: json\nmode: auto\nouput: x\n".utf8).write(to: file)
    let run = try Run.sohoa(
      arguments: ["config", "check", file.path], environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(run.errors.contains("a.yaml:1: không có tùy chọn fromat; có phải là format?"))
    #expect(run.errors.contains("a.yaml:3: không có tùy chọn ouput; có phải là output?"))
  }

  @Test(arguments: [
    Data(repeating: UInt8(ascii: "["), count: 16_000), Data(repeating: UInt8(ascii: "a"), count: 20_000),
    Data([0xFF, 0xFE, 0x00]), Data("a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n".utf8),
    Data(String(repeating: "- ", count: 8000).utf8), Data(String(repeating: "? ", count: 8000).utf8),
  ])
  func survivesNastyFiles(_ data: Data) throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("a.yaml")
    try data.write(to: file)
    #expect(try Run.sohoa("config", "check", file.path).status == 1)
  }

  @Test(arguments: ["", "# nothing\n", "---\n", "{}\n"])
  func emptyFilesSetNothing(_ text: String) throws {
    let run = try check(text)
    #expect(run.status == 0 && run.output.isEmpty)
  }

  @Test func tellsAFileThatIsNotThere() throws {
    let run = try Run.sohoa("convert", "a", "--output", "b", "--config", "/không/có.yaml")
    #expect(run.status == 1)
    #expect(run.errors.contains("/không/có.yaml: cannot be read"))
  }

  /// Each row: the file, what stands on the command line, and the files that the run leaves.
  @Test(
    "the command line overrides the file",
    arguments: [
      ("format: json,txt\n", [], ["decree.plain.json", "decree.plain.txt"]),
      ("format: json\n", ["--format", "txt"], ["decree.plain.txt"]),
      ("format: json\nascii-names: true\nname-template: số {name}\n", [], ["so-decree.plain.json"]),
      (
        "format: json\nascii-names: true\nname-template: số {name}\n", ["--no-ascii-names"],
        ["số decree.plain.json"]
      ),
      ("overwrite: true\n", ["--skip-existing"], ["decree.plain.json"]),
    ])
  func overrides(_ text: String, _ arguments: [String], _ files: [String]) throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("a.yaml")
    let output = scratch.url.appendingPathComponent("out")
    try Data((text + "output: \(output.path)\n").utf8).write(to: file)
    let input = Fixtures.file("text/decree.plain.txt").path
    let run = try Run.sohoa(arguments: ["convert", input, "--config", file.path] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    let found = try FileManager.default.contentsOfDirectory(atPath: output.path)
    #expect(found.filter { !$0.hasPrefix(".") }.sorted() == files)
  }

  @Test func readsTheFileOfTheConfigurationFolder() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url.appendingPathComponent("sohoa")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("format: txt\nfromat: x\n".utf8).write(to: folder.appendingPathComponent("sohoa.yaml"))
    let environment = ["XDG_CONFIG_HOME": scratch.url.path, "LC_ALL": "C.UTF-8"]
    let run = try Run.sohoa("convert", "a", "--output", "b", environment: environment)
    #expect(run.status == 1 && run.errors.contains("sohoa.yaml:2: there is no option fromat"))
    #expect(try Run.sohoa("convert", "--help", environment: environment).status == 0)
    #expect(try Run.sohoa("doctor", "--help", environment: environment).status == 0)
  }
}
