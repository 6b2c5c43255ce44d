import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

struct ChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel", abstract: "Learn how an OCR engine ruins print.",
    subcommands: [Pairs.self, Learn.self])

  struct Pairs: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes pairs for `channel learn` from a table of several readings of the same lines.",
      discussion: "Words of --printed that --witness reads in another way are marked and teach nothing.")

    @Argument(help: "A .tsv with a header; one column per engine, one line of a page per row.")
    var table: String
    @Option(help: "Columns of ruined text.") var observed: [String]
    @Option(help: "Column that is nearly right.") var printed: String
    @Option(help: "Column that must agree with it.") var witness: String
    @Option(help: "Documents (column `document`) to leave out, by the begin of their name.")
    var skip: [String] = []
    @Flag(help: "Restore --printed and --witness first; they then agree more often, and on what is right.")
    var restore = false
    @Flag(help: "Take only the documents named by --skip.") var onlySkipped = false
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      let table = try Table(contentsOf: URL(fileURLWithPath: table))
      let documents = table.column("document")
      let truths = zip(try readings(table, printed), try readings(table, witness)).map(Witness.confirmed)
      var lines: [String] = []
      for column in observed {
        for (row, text) in table.column(column).enumerated() where !text.isEmpty && !truths[row].isEmpty {
          let skipped = skip.contains { documents[row].hasPrefix($0) }
          if skipped == onlySkipped { lines.append("\(text)\t\(truths[row])") }
        }
      }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: output))
      print("\(output): \(lines.count) lines")
    }

    /// A column, restored document by document if that was asked for.
    private func readings(_ table: Table, _ column: String) throws -> [String] {
      let lines = table.column(column)
      guard restore else { return lines }
      // The model of wide context is learned after the channels.
      var parts = RestorerParts()
      parts.context = false
      let restorer = try Restorer(dictionaries: .locate(), channel: .fixed(.nearlyRight), parts: parts)
      let documents = table.column("document")
      var result: [String] = []
      while result.count < lines.count {
        let start = result.count
        let end = documents[start...].firstIndex { $0 != documents[start] } ?? lines.count
        let layout = TextLayout(lines[start..<end].joined(separator: "\n"))
        let text = layout.text(restorer.restore(layout.tokens))
        result += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      return result
    }
  }

  struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Aligns observed with printed lines and writes the counts of a channel.")

    @Argument(help: "Lines of observed<TAB>printed.") var pairs: [String]
    @Option(help: "Leave out changes seen less often.") var least = 2.0
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      var words = WordPairs()
      for path in pairs {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
          let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
          if cells.count == 2 { words.add(observed: String(cells[0]), printed: String(cells[1])) }
        }
      }
      let text = ChannelFile.text(ChannelLearner(words).counts(), least: least)
      try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
      print("\(output): \(words.words) words, seen joined \(words.joined), cut \(words.cut)")
    }
  }
}
