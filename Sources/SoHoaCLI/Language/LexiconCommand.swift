import ArgumentParser
import Foundation
import SoHoaVietnamese

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Work on the lexicon of the language model.", subcommands: [Build.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Counts the words of corpora and writes lexicon.tsv.")

    @Argument(help: "Texts, one paragraph a line, an empty line between documents (plain or .xz).")
    var corpora: [String]
    @OptionGroup var part: CorpusPartOptions
    @Option(help: "Least count of a well-formed syllable.") var minimumSyllable = 3
    @Option(help: "Least count of any other word.") var minimumOther = 8
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      var builder = LexiconBuilder()
      for path in corpora { builder.add(try Corpus(contentsOf: URL(fileURLWithPath: path)), part.training) }
      let entries = builder.entries(minimumSyllable: minimumSyllable, minimumOther: minimumOther)
      let text = ([LexiconEntry.header] + entries.map(\.row)).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
      print("\(output): \(entries.count) words")
    }
  }
}

/// Documents that training leaves out, for judging.
struct CorpusPartOptions: ParsableArguments {
  @Option(help: "Leave out one document in this many (by a hash of its first line); 0 leaves out none.")
  var heldOut = 50

  var training: CorpusPart { heldOut > 0 ? .training(oneIn: heldOut) : .all }
}
