import Foundation
import SoHoa
import Testing

/// What the program writes, where, and what it does where it cannot.
@Suite struct OutputCommandTests {
  private static let telegram = Fixtures.file("text/telegram.plain.txt")
  private static let minutes = Fixtures.file("text/minutes.plain.txt")

  private func names(_ folder: URL) throws -> [String] {
    try ScratchFolder.outputs(of: folder)
  }

  private func copy(_ source: URL, to folder: URL, as name: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let target = folder.path + "/" + name
    try FileManager.default.copyItem(atPath: source.path, toPath: target)
    return target
  }

  /// A text like another, but of its own content.
  @discardableResult
  private func write(_ source: URL, in folder: URL, as name: String, _ number: Int) throws -> String {
    let path = folder.path + "/" + name
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try (Data(contentsOf: source) + Data("\nTo \(number)\n".utf8)).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func existingOutputsStopTheRunBeforeItStarts() throws {
    let scratch = try ScratchFolder()
    let out = scratch.url.appendingPathComponent("telegram.plain.txt")
    try Data("old".utf8).write(to: out)
    let run = try Run.sohoa(
      "convert", Self.minutes.path, Self.telegram.path, "-o", scratch.url.path, "--format", "json,txt")
    #expect(run.status == 23)
    #expect(run.errors.contains("telegram.plain.txt: is there already"))
    #expect(run.errors.contains("--overwrite"))
    #expect(try names(scratch.url) == ["telegram.plain.txt"])
    #expect(try String(contentsOf: out, encoding: .utf8) == "old")
    let vietnamese = try Run.sohoa(
      "convert", Self.telegram.path, "-o", scratch.url.path, "--format", "txt",
      environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(vietnamese.errors.contains("đã có sẵn"))
  }

  @Test func overwritesWhereAsked() throws {
    let scratch = try ScratchFolder()
    let out = scratch.url.appendingPathComponent("telegram.plain.txt")
    try Data("old".utf8).write(to: out)
    let run = try Run.sohoa(
      "convert", Self.telegram.path, "-o", scratch.url.path, "--format", "txt", "--overwrite")
    #expect(run.status == 0)
    #expect(try String(contentsOf: out, encoding: .utf8).contains("CÔNG ĐIỆN"))
  }

  @Test func skipsWhatIsThereWhereAsked() throws {
    let scratch = try ScratchFolder()
    let out = scratch.url.appendingPathComponent("telegram.plain.txt")
    try Data("old".utf8).write(to: out)
    let arguments = [
      "convert", Self.minutes.path, Self.telegram.path, "-o", scratch.url.path, "--skip-existing", "--format",
    ]
    let run = try Run.sohoa(arguments: arguments + ["txt"])
    #expect(run.status == 0)
    #expect(run.errors.contains("1 left out"))
    #expect(try String(contentsOf: out, encoding: .utf8) == "old")
    #expect(try Run.sohoa(arguments: arguments + ["json,txt"]).status == 0)
    #expect(try String(contentsOf: out, encoding: .utf8) == "old", "only what is missing is written")
    #expect(
      try names(scratch.url) == [
        "minutes.plain.json", "minutes.plain.txt", "telegram.plain.json", "telegram.plain.txt",
      ])
  }

  @Test func skippingAddsToLinesThatAreThere() throws {
    let scratch = try ScratchFolder()
    let lines = scratch.url.appendingPathComponent("records.jsonl")
    for input in [Self.minutes, Self.telegram, Self.telegram] {
      let run = try Run.sohoa(
        "convert", input.path, "-o", scratch.url.path, "--format", "txt,jsonl", "--skip-existing")
      #expect(run.status == 0)
    }
    #expect(try sources(Data(contentsOf: lines)) == ["minutes.plain.txt", "telegram.plain.txt"])
    let again = try Run.sohoa("convert", Self.minutes.path, "-o", scratch.url.path, "--format", "jsonl")
    #expect(again.status == 0)
    #expect(
      try sources(Data(contentsOf: lines)) == ["telegram.plain.txt", "minutes.plain.txt"],
      "a content once, the others stay")
  }

  @Test func linesComeInTheOrderOfTheInputs() throws {
    let scratch = try ScratchFolder()
    // The first takes longest; the bad one in the middle leaves no line.
    let inputs = [
      Fixtures.file("scans/minutes.clean.png"), Self.telegram, Fixtures.file("broken/empty.pdf"),
      Self.minutes,
    ].map(\.path)
    let run = try Run.sohoa(arguments: ["convert"] + inputs + ["-o", "-", "--format", "jsonl", "-j", "4"])
    #expect(run.status == 21)
    #expect(
      try sources(Data(run.output.utf8)) == ["minutes.clean.png", "telegram.plain.txt", "minutes.plain.txt"])
    let file = try Run.sohoa(
      arguments: ["convert"] + inputs + ["-o", scratch.url.path, "--format", "jsonl", "-j", "1"])
    #expect(file.status == 21)
    #expect(
      try Data(contentsOf: scratch.url.appendingPathComponent("records.jsonl")) == Data(run.output.utf8))
    #expect(try names(scratch.url) == ["records.jsonl"])
  }

  private func sources(_ lines: Data) throws -> [String] {
    try lines.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(ConvertedFile.self, from: $0).source.name
    }
  }

  @Test func linesHoldPagesWhereAsked() throws {
    let run = try Run.sohoa("convert", Self.telegram.path, "-o", "-", "--format", "jsonl", "--jsonl-pages")
    let file = try JSONDecoder().decode(ConvertedFile.self, from: Data(run.output.utf8))
    #expect(
      try file
        == JSONDecoder().decode(
          ConvertedFile.self, from: Data(Run.sohoa("convert", Self.telegram.path, "-o", "-").output.utf8)))
    #expect(!file.pages.isEmpty)
  }

  @Test func namesByTemplateAndNumbersThatCollide() throws {
    let scratch = try ScratchFolder()
    let twin = try write(Self.telegram, in: scratch.url.appendingPathComponent("in"), as: "twin.txt", 2)
    let out = scratch.url.appendingPathComponent("out")
    let run = try Run.sohoa(
      "convert", Self.telegram.path, twin, "-o", out.path, "--format", "txt,metadata.xml", "--agency",
      "G09.01",
      "--name-template", "{kind}_{date:YYYYMMDD}", "--ascii-names")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try names(out) == [
        "CD_20260119-2.metadata.xml", "CD_20260119-2.txt", "CD_20260119.metadata.xml", "CD_20260119.txt",
      ])
    let again = try Run.sohoa(
      "convert", Self.telegram.path, "-o", out.path, "--format", "txt,metadata.xml", "--agency", "G09.01",
      "--name-template", "{kind}_{date:YYYYMMDD}", "--ascii-names")
    #expect(again.status == 0)
    #expect(again.errors.contains("up to date"))
  }

  @Test(arguments: [
    (["--name-template", "{nummer}"], "{nummer}"), (["--name-template", "tt02"], "--dossier"),
    (["--overwrite", "--skip-existing"], "exclude"), (["--agency", "g/9"], "--agency"),
    (["--maintenance", "50"], "--maintenance"),
  ])
  func refusesWrongOptions(_ options: [String], says: String) throws {
    let run = try Run.sohoa(arguments: ["convert", Self.telegram.path, "-o", "-"] + options)
    #expect(run.status == 1)
    #expect(run.errors.contains(says))
  }

  @Test func awkwardNamesGiveWholeFiles() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url.appendingPathComponent("in")
    let long = String(repeating: "ờ", count: 83) + ".txt"
    let odd = [
      "a\nb.txt", "'q\" $(x).txt", "ho\u{300}a.txt", "h\u{F2}a.png", long, "x/same.txt", "y/same.txt",
    ]
    for (number, name) in odd.enumerated() { try write(Self.minutes, in: folder, as: name, number) }
    let out = scratch.url.appendingPathComponent("out")
    let run = try Run.sohoa("convert", folder.path, "-o", out.path, "--format", "txt,metadata.xml", "-q")
    #expect(run.status == 0, "\(run.errors)")
    let texts = try names(out).filter { $0.hasSuffix(".txt") }
    #expect(texts.count == 7)
    for name in ["a_b.txt", "'q\" $(x).txt", "x/same.txt", "y/same.txt", "hòa.png.txt", "hòa.txt.txt"] {
      #expect(texts.contains(name))
    }
    let unlike = texts.filter { $0 != $0.precomposedStringWithCanonicalMapping || $0.utf8.count > 255 }
    #expect(unlike.isEmpty)
  }

  @Test func sameNamesFromDifferentFoldersAreKeptApart() throws {
    let scratch = try ScratchFolder()
    let inputs = try ["x/same.txt", "y/same.txt"].enumerated().map {
      try write(Self.minutes, in: scratch.url, as: $1, $0)
    }
    let out = scratch.url.appendingPathComponent("out")
    #expect(try Run.sohoa(arguments: ["convert"] + inputs + ["-o", out.path, "--format", "txt"]).status == 0)
    #expect(try names(out).count == 2)
  }

  @Test func aFullDiskLeavesNoHalfFile() throws {
    let scratch = try ScratchFolder()
    // A limit on the size of files, in blocks of 1024 bytes, stands for the full disk.
    let run = try Run(
      "bash",
      [
        "-c", #"ulimit -f 8; exec "$0" "$@""#, Run.program.path, "convert", Self.telegram.path, "-o",
        scratch.url.path, "--format", "json,jsonl,txt", "--in-process",
      ], environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
    #expect(run.status == 5)
    #expect(run.errors.contains("telegram.plain.json: not written"))
    #expect(run.errors.contains("records.jsonl: not written"))
    #expect(run.errors.contains("free some space"))
    #expect(try names(scratch.url).isEmpty)
  }

  @Test(arguments: ["json", "jsonl", "metadata.xml"])
  func aFullDeviceBehindStandardOutputIsTold(_ format: String) throws {
    let run = try Run(
      "bash",
      [
        "-c", #""$0" convert "$1" -o - --format "$2" > /dev/full"#, Run.program.path, Self.telegram.path,
        format,
      ],
      environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
    #expect(run.status == 4)
    #expect(run.errors.contains("the disk is full"))
  }

  @Test func aFolderThatCannotBeWrittenIsTold() throws {
    let run = try Run.sohoa("convert", Self.telegram.path, "-o", "/proc/none", "--format", "jsonl")
    #expect(run.status == 5)
    #expect(run.errors.contains("cannot write here"))
  }

  @Test func aBlankPageIsWrittenInEveryForm() throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa(
      "convert", Fixtures.file("broken/blank-page.png").path, "-o", scratch.url.path, "--format",
      "json,txt,tasks.csv,metadata.xml,edxml.xml,jsonl", "--name-template", "{code}")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try names(scratch.url) == [
        "khong-ro-so-ky-hieu.edxml.xml", "khong-ro-so-ky-hieu.json", "khong-ro-so-ky-hieu.metadata.xml",
        "khong-ro-so-ky-hieu.tasks.csv", "khong-ro-so-ky-hieu.txt", "records.jsonl",
      ])
  }
}
