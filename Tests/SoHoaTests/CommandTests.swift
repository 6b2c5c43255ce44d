import Foundation
import Testing

/// The program as a script sees it: exit codes, standard output, files.
@Suite struct CommandTests {
  private func broken(_ name: String) -> String { Fixtures.file("broken/\(name)").path }

  @Test(
    "ends with the codes of the field",
    arguments: [
      ("empty.pdf", 2), ("encrypted.pdf", 8), ("missing.pdf", 5), ("random.bin", 2),
    ])
  func exitCodes(_ name: String, code: Int32) throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa("convert", broken(name), "--output", scratch.url.path)
    #expect(run.status == code)
    #expect(run.errors.contains(name))
    #expect(try scratch.outputs().isEmpty)
  }

  @Test func tellsWrongArguments() throws {
    #expect(try Run.sohoa("convert").status == 1)
    #expect(try Run.sohoa("convert", "a", "--output", "b", "--pages", "x").status == 1)
    #expect(try Run.sohoa("convert", "a", "--output", "b", "--format", "odt").status == 1)
    #expect(try Run.sohoa("convert", "a", "b", "--output", "-").status == 1)
    #expect(try Run.sohoa("nonsense").status == 1)
  }

  @Test func tellsWhatIsMissing() throws {
    let scratch = try ScratchFolder()
    let scan = Fixtures.file("scans/minutes.clean.png").path
    let run = try Run.sohoa("convert", scan, "--output", scratch.url.path, "--language", "lao")
    #expect(run.status == 3)
    #expect(run.errors.contains("tesseract-ocr-lao"))
  }

  @Test func tellsThatTheOutputCannotBeWritten() throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("file")
    try Data().write(to: file)
    let text = Fixtures.file("text/telegram.plain.txt").path
    let run = try Run.sohoa("convert", text, "--output", file.appendingPathComponent("below").path)
    #expect(run.status == 5)
    #expect(run.errors.contains("cannot write here"))
  }

  @Test func goesOnAfterABadFile() throws {
    let scratch = try ScratchFolder()
    let text = Fixtures.file("text/telegram.plain.txt").path
    let run = try Run.sohoa(
      "convert", broken("empty.pdf"), text, broken("random.bin"), "--output", scratch.url.path,
      "--format", "json,txt")
    #expect(run.status == 21)
    #expect(try scratch.outputs() == ["telegram.plain.json", "telegram.plain.txt"])
  }

  @Test func findsNothingToDoInAnEmptyFolder() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url.appendingPathComponent("in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let run = try Run.sohoa(
      "convert", folder.path, "--output", scratch.url.appendingPathComponent("out").path)
    #expect(run.status == 6)
  }

  @Test func writesOnlyJSONToStandardOutput() throws {
    let text = try Data(contentsOf: Fixtures.file("text/telegram.plain.txt"))
    let run = try Run.sohoa("convert", "-", "--output", "-", input: text)
    #expect(run.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["schemaVersion"] as? String == "1.4.0")
  }

  @Test func endsQuietlyWhereTheReaderHasGone() throws {
    let program = Run.program.path
    let scan = Fixtures.file("scans/minutes.clean.png").path
    let run = try Run(
      "bash", ["-c", #""$0" convert "$1" --output - | true; exit "${PIPESTATUS[0]}""#, program, scan],
      environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
    #expect(run.status == 141)
    #expect(run.errors.isEmpty)
  }

  @Test func asksForReviewWhenStrict() throws {
    let scratch = try ScratchFolder()
    let scan = Fixtures.file("scans/dispatch-unnumbered.clean.png").path
    #expect(try Run.sohoa("convert", scan, "--output", scratch.url.path, "--strict").status == 20)
    #expect(try Run.sohoa("convert", scan, "--output", scratch.url.path, "--overwrite").status == 0)
  }

  @Test func speaksVietnameseToVietnameseLocales() throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa(
      "convert", broken("empty.pdf"), "--output", scratch.url.path, environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(run.errors.contains("tệp rỗng"))
  }

  @Test func leavesInputsAlone() throws {
    let scratch = try ScratchFolder()
    let source = Fixtures.file("scans/decree.digital.pdf")
    let before = try Data(contentsOf: source)
    #expect(try Run.sohoa("convert", source.path, "--output", scratch.url.path).status == 0)
    #expect(try Data(contentsOf: source) == before)
  }

  @Test func knowsThatItIsHealthy() throws {
    let run = try Run.sohoa("doctor")
    #expect(run.status == 0)
    #expect(run.output.contains("tesseract"))
  }
}
