import Foundation
import SoHoa
import SoHoaExport
import Testing

/// docs/schema: the schema, its table and its examples agree with each other and with the library.
@Suite struct SchemaDocumentTests {
  private static let folder = Fixtures.root.appendingPathComponent("docs/schema")

  private static var examples: [URL] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        at: folder.appendingPathComponent("examples"), includingPropertiesForKeys: nil
      ).sorted { $0.path < $1.path }
    }
  }

  private static let validation = """
    import json, sys
    from jsonschema import Draft202012Validator as Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Validator.check_schema(schema)
    errors = [f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
              for path in sys.argv[2:]
              for error in Validator(schema).iter_errors(json.load(open(path, encoding="utf-8")))]
    def check(node, path):
        for name, member in node.get("properties", {}).items():
            text = member.get("description", "")
            null = '"null"' in json.dumps(member.get("type", "")) or {"type": "null"} in member.get("anyOf", [])
            if not text: errors.append(f"{path}.{name}: not described")
            if null and "ull" not in text: errors.append(f"{path}.{name}: does not say what null means")
            check(member, f"{path}.{name}")
            check(member.get("items", {}), f"{path}.{name}[]")
    check(schema, "")
    for name, node in schema["$defs"].items():
        if not node.get("description"): errors.append(f"{name}: not described")
        check(node, name)
    print("\\n".join(errors[:20]))
    sys.exit(1 if errors else 0)
    """

  @Test func examplesFitTheSchemaAndEveryMemberIsDescribed() throws {
    let examples = try Self.examples
    #expect(examples.count >= 36)
    let schema = Self.folder.appendingPathComponent("record-1.json").path
    let run = try Run("/usr/bin/python3", ["-c", Self.validation, schema] + examples.map(\.path))
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func theTableIsMadeFromTheSchema() throws {
    let run = try Run(
      "/usr/bin/python3", [Self.folder.appendingPathComponent("tools/describe.py").path, "--check"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func examplesAreOfTheVersionInForce() throws {
    for url in try Self.examples {
      let file = try JSONDecoder().decode(ConvertedFile.self, from: Data(contentsOf: url))
      #expect(file.schemaVersion == ConvertedFile.schemaVersion, "\(url.lastPathComponent)")
    }
  }

  @Test func valuesComeBackAsTheyWere() throws {
    for url in try Self.examples {
      let file = try JSONDecoder().decode(ConvertedFile.self, from: Data(contentsOf: url))
      let again = try JSONDecoder().decode(ConvertedFile.self, from: OutputFormat.json.encode(file))
      #expect(again == file, "\(url.lastPathComponent)")
      #expect(try Self.object(OutputFormat.json.encode(file)) == Self.object(Data(contentsOf: url)))
    }
  }

  @Test func recordsOfTheFirstVersionAreRead() throws {
    let data = try Data(contentsOf: Fixtures.file("records/schema-1.0.json"))
    let file = try JSONDecoder().decode(ConvertedFile.self, from: data)
    #expect(file.schemaVersion == "1.0.0")
    #expect(file.documents[0].record.kind?.value?.name == "Giấy mời")
    #expect(file.source.signatures.isEmpty)
    #expect(!file.settings.allowClassified)
    #expect(file.pages[0].blocks.allSatisfy { $0.kind == .text })
    #expect(file.documents[0].record.responsibilities.allSatisfy { $0.task == 1 && $0.place.isEmpty })
  }

  @Test func theProgramPrintsTheSchema() throws {
    let run = try Run.sohoa("schema")
    #expect(run.status == 0)
    let url = Self.folder.appendingPathComponent("record-1.json")
    #expect(try Data(run.output.utf8) == Data(contentsOf: url))
    #expect(try Run.sohoa("schema", "--version-only").output == ConvertedFile.schemaVersion + "\n")
  }

  /// As `make install` lays it out: nothing of the clone is near.
  @Test func theSchemaIsFoundOnceInstalled() throws {
    let scratch = try ScratchFolder()
    let share = scratch.url.appendingPathComponent("share/sohoa")
    try FileManager.default.createDirectory(
      at: share.appendingPathComponent("schema"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: share.appendingPathComponent("dictionaries"), withDestinationURL: Fixtures.dictionaries.url)
    let schema = share.appendingPathComponent("schema/record-1.json")
    try Data("{}\n".utf8).write(to: schema)
    let run = try Run(
      Run.program.path, ["schema"],
      environment: ["SOHOA_DICTIONARIES": share.appendingPathComponent("dictionaries").path])
    #expect(run.output == "{}\n")
  }

  private static func object(_ data: Data) throws -> NSDictionary? {
    try JSONSerialization.jsonObject(with: data) as? NSDictionary
  }
}
