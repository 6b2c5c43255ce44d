import Foundation
import SoHoaExport
import Testing

/// Every record is checked by an independent validator: Python's jsonschema.
@Suite struct SchemaTests {
  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator as Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Validator.check_schema(schema)
    errors = [f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
              for path in sys.argv[2:]
              for error in Validator(schema).iter_errors(json.load(open(path, encoding="utf-8")))]
    print("\\n".join(errors[:20]))
    sys.exit(1 if errors else 0)
    """

  private func validate(_ files: [URL]) throws -> Run {
    let schema = Fixtures.root.appendingPathComponent("docs/schema/record-1.json")
    return try Run("/usr/bin/python3", ["-c", Self.script, schema.path] + files.map(\.path))
  }

  @Test(arguments: [
    "scans/plan-department.scan.pdf", "scans/decree.digital.pdf", "scans/dispatch-unnumbered.clean.png",
    "scans/minutes.clean.png", "scans/plan-table.clean.pdf", "text/party-resolution.unmarked.txt",
    "text/report-table.plain.txt",
    "broken/blank-page.png", "broken/english.txt", "layers/signed.pdf",
    "bombs/picture-jpeg2000.pdf",
  ])
  func recordsFitTheSchema(_ path: String) async throws {
    let scratch = try ScratchFolder()
    let target = scratch.url.appendingPathComponent("record.json")
    try OutputFormat.json.encode(await Fixtures.convert(path)).write(to: target)
    let run = try validate([target])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func aRecordThatDoesNotFitIsSeen() async throws {
    let scratch = try ScratchFolder()
    let target = scratch.url.appendingPathComponent("record.json")
    let json = try OutputFormat.json.encode(await Fixtures.convert("text/telegram.plain.txt"))
    let spoilt = String(decoding: json, as: UTF8.self).replacing("\"needsReview\":", with: "\"needReview\":")
    try Data(spoilt.utf8).write(to: target)
    let run = try validate([target])
    #expect(run.status == 1)
    #expect(run.output.contains("needReview"), "\(run.errors)")
  }
}
