import ArgumentParser
import Foundation
import SoHoa
import SoHoaEvaluation
import SoHoaVietnamese

struct ConfidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidence", abstract: "Learn and judge what confidence is worth, of words and of values.",
    discussion: """
      FOLDER holds pictures of pages and, beside each, its text: NAME.pgm and NAME.txt, as \
      benchmarks/restoration/render_pages.py --keep leaves them.
      """,
    subcommands: [Learn.self, Read.self, Judge.self, Fields.self])

  struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes engine_confidence.tsv: words and right words by the engine's own confidence.")

    @Argument(help: "Folder of pages with their texts.", completion: .directory) var folder: String
    @Option(help: "Models, each by itself.") var model = ["vie", "Vietnamese"]
    @Option(name: .shortAndLong, help: "File to write.", completion: .file()) var output: String

    func run() throws {
      var rows = [
        "# Words of rendered pages by the engine's own confidence, and how many of them were right."
      ]
      rows.append("model\tfrom\twords\tright")
      for name in model {
        var counts = ReliabilityCount(ReliabilityCount.engineSteps)
        let reader = try PageReading(language: name, isRaw: true)
        for page in try reader.pages(in: folder) { counts.add(page) }
        rows += counts.rows.map { "\(name)\t\($0.from)\t\($0.words)\t\($0.right)" }
      }
      try Data((rows.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: output), options: .atomic)
    }
  }

  struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes pages as `convert` reads them, before restoration, for `model evaluate`.")

    @Argument(help: "Folder of pages with their texts.", completion: .directory) var folder: String
    @Option(help: "As for `convert`.") var language = "vie"
    @Option(name: .shortAndLong, help: "File to write (.jsonl).", completion: .file()) var output: String

    func run() throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let pages = try PageReading(language: language, isRaw: false).pages(in: folder)
      let rows = try pages.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
      try Data((rows.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: output), options: .atomic)
    }
  }

  struct Judge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints how often words are right by their confidence, as read and as restored.")

    @Argument(help: "What `confidence read` wrote.", completion: .file()) var pages: [String]

    func run() throws {
      var seen = ReliabilityCount(ReliabilityCount.probabilities)
      var restored = seen
      let restorer = try Restorer(dictionaries: .locate())
      for path in pages {
        for page in try ReadPage.pages(contentsOf: URL(fileURLWithPath: path)) {
          seen.add(page)
          restored.add(page, restored: restorer.restore(page.lines))
        }
      }
      print("as read\n" + seen.table + "\nas restored\n" + restored.table)
    }
  }

  struct Fields: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prints how often extracted values are right by their confidence; learns field_confidence.tsv.",
      discussion: """
        TRUTH_DIR and RESULT_DIR are as for `evaluate`. To learn, convert with --raw-confidence.
        """)

    @Argument(help: "Folder with truths.", completion: .directory) var truthDir: String
    @Argument(help: "Folder with results.", completion: .directory) var resultDir: String
    @Option(name: .shortAndLong, help: "Table to write.", completion: .file()) var output: String?

    func run() throws {
      let evaluation = try Evaluation(
        truth: URL(fileURLWithPath: truthDir), results: URL(fileURLWithPath: resultDir))
      let reliability = FieldReliability(evaluation)
      print(reliability.reliability)
      guard let output else { return }
      try Data(reliability.table.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    }
  }
}
