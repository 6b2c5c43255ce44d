import ArgumentParser
import Foundation
import SoHoa

struct HandwritingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handwriting", abstract: "Learn to read what is filled in by hand.",
    subcommands: [Strips.self])

  struct Strips: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the blanks of scanned headers as the reader sees them, a line of JSON for each page.",
      discussion: """
        FOLDER holds pictures, as benchmarks/handwriting/headers.py leaves them in OUT/scans.
        """)

    @Argument(help: "Folder of pages.", completion: .directory) var folder: String
    @Option(help: "As for `convert`.") var language = "vie"
    @Option(name: .shortAndLong, help: "File to write (.jsonl).", completion: .file()) var output: String

    func run() throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let sampling = try HandSampling(language: language, dictionaries: .locate())
      var rows = Data()
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
        guard let sheet = try sampling.sheet(URL(fileURLWithPath: folder + "/" + name)) else { continue }
        rows += try encoder.encode(sheet) + Data("\n".utf8)
      }
      try rows.write(to: URL(fileURLWithPath: output), options: .atomic)
    }
  }
}
