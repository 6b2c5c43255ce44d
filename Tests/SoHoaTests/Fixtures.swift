import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaModel

/// The documents written for this project (see fixtures/README.md), and a converter for them.
enum Fixtures {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) -> URL { root.appendingPathComponent("fixtures/\(path)") }

  static let dictionaries = DictionaryFolder(root.appendingPathComponent("dictionaries"))

  static func converter(
    _ settings: ConversionSettings = ConversionSettings(), pages: PageSelection? = nil, jobs: Int = 2
  ) -> Converter {
    Converter(settings: settings, pages: pages, jobs: jobs, dictionaries: dictionaries)
  }

  static func convert(_ path: String, mode: ConversionSettings.Mode = .auto) async throws -> ConvertedFile {
    try await converter(ConversionSettings(mode: mode)).convert(Input(.file(file(path))))
  }
}

/// A folder that is gone when the test is over.
struct ScratchFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Files of an output folder and folders below it, without the ledger's.
  static func outputs(of folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0 != ".sohoa" && !$0.hasPrefix(".sohoa/") }.sorted()
  }

  func outputs() throws -> [String] { try Self.outputs(of: url) }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A program run to its end.
struct Run {
  let status: Int32
  let output: String
  let errors: String

  /// - Parameter program: a path, or a name to be found in PATH.
  init(_ program: String, _ arguments: [String], input: Data? = nil, environment: [String: String] = [:])
    throws
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let scratch = try ScratchFolder()
    let out = scratch.url.appendingPathComponent("out")
    let err = scratch.url.appendingPathComponent("err")
    for url in [out, err] { FileManager.default.createFile(atPath: url.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    let source = scratch.url.appendingPathComponent("in")
    try (input ?? Data()).write(to: source)
    process.standardInput = try FileHandle(forReadingFrom: source)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: err), as: UTF8.self)
  }

  /// The program of this build.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("sohoa")

  static func sohoa(
    _ arguments: String..., input: Data? = nil, environment: [String: String] = ["LC_ALL": "C.UTF-8"]
  ) throws -> Run {
    try sohoa(arguments: arguments, input: input, environment: environment)
  }

  static func sohoa(
    arguments: [String], input: Data? = nil, environment: [String: String] = ["LC_ALL": "C.UTF-8"]
  ) throws -> Run {
    let variables = environment.merging(["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path]) { $1 }
    return try Run(program.path, arguments, input: input, environment: variables)
  }
}
