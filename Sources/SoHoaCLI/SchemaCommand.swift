import ArgumentParser
import Foundation
import SoHoa

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of the records.",
    discussion: """
      JSON Schema 2020-12 of what `sohoa convert --format json` and jsonl write. Versions 1.x only add; a reader \
      ignores members that it does not know.
      """)

  @Flag(help: "Print the version of the schema only.") var versionOnly = false

  func run() throws {
    if versionOnly { return print(ConvertedFile.schemaVersion) }
    guard let data = Self.places.lazy.compactMap({ try? Data(contentsOf: $0) }).first else {
      let searched = Self.places.map(\.path).joined(separator: ", ")
      Console().say(
        Message(
          en: "the schema is not installed (looked for \(searched)); run `make install` again",
          vi: "chưa cài lược đồ (đã tìm \(searched)); hãy chạy lại `make install`"))
      throw ExitStatus.missingComponent.code
    }
    do throws(ConversionFailure) { try StandardOutput.write(data) } catch {
      Console().say(error.message)
      throw ExitStatus(error.kind).code
    }
  }

  /// Beside the dictionaries, as `make install` lays it out, or in the documentation of a clone; of those that are
  /// named by the environment, else of those that came with the program.
  private static var places: [URL] {
    let folders = [try? DictionaryFolder.locate(), try? DictionaryFolder.locate(environment: [:])].compactMap
    { $0 }
    return folders.flatMap { folder in
      let parent = folder.url.deletingLastPathComponent()
      return ["schema", "docs/schema"].map { parent.appendingPathComponent("\($0)/record-1.json") }
    }
  }
}
