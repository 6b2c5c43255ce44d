import ArgumentParser
import Foundation
import SoHoaVietnamese

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Work on the n-gram model.",
    subcommands: [Build.self, HeldOut.self, Evaluate.self, Benchmark.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Counts the trigrams of corpora and writes the model file.")

    @Argument(help: "Texts as for `lexicon build`; a .tsv of weight and line counts lines by weight.")
    var corpora: [String]
    @Option(help: "The lexicon whose words the model knows.") var lexicon: String
    @OptionGroup var part: CorpusPartOptions
    @Option(help: "Leave out a share of the documents as well, as I/N, for `context examples`.")
    var withoutShare: String?
    @Option(help: "Pairs kept beside those that triples need.") var bigrams = 600_000
    @Option(help: "Triples kept.") var trigrams = 2_600_000
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      let words = try Lexicon(contentsOf: URL(fileURLWithPath: lexicon))
      var builder = NGramModelBuilder(lexicon: words)
      let chosen = try withoutShare.map { try part.allBut($0) } ?? part.training
      for path in corpora { builder.add(try Corpus(contentsOf: URL(fileURLWithPath: path)), chosen) }
      let bytes = builder.build(bigrams: bigrams, trigrams: trigrams)
      try bytes.write(to: URL(fileURLWithPath: output), options: .atomic)
      print("\(output): \(bytes.count) bytes")
    }
  }
}
