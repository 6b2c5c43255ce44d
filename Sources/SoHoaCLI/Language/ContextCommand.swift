import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

struct ContextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context",
    abstract: "Work on the model of wide context, which decides where n-grams cannot.",
    subcommands: [Examples.self, Learn.self])

  struct Examples: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ruins documents of a corpus, decodes them, and writes down what the decoder was unsure of.",
      discussion: """
        The n-gram model in the dictionary folder must not have seen the documents: build it with \
        `model build --without-share I/N`, and give the same share here.
        """)

    @Argument(help: "Texts as for `model build`.") var corpora: [String]
    @Option(help: "Which share of the documents, as I/N, I from 0.") var share: String
    @OptionGroup var part: CorpusPartOptions
    @Option(help: "unmarked or ruined.") var look = "unmarked"
    @Option(help: "Take one piece of a document in this many.") var every = 1
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      let maker = try ContextExampleMaker(dictionaries: .locate())
      guard let kind = ChannelKind(rawValue: look), kind != .nearlyRight else {
        throw ValidationError("--look \(look): give unmarked or ruined")
      }
      let chosen = try part.share(share)
      var examples = ContextExamples()
      for path in corpora {
        examples.append(
          maker.examples(try Corpus(contentsOf: URL(fileURLWithPath: path)), chosen, kind: kind, every: every)
        )
      }
      try examples.bytes.write(to: URL(fileURLWithPath: output))
      print("\(output): \(examples.count) examples")
    }
  }
}

extension ContextCommand {
  struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Learns the context model from examples; minutes to an hour, one core.")

    @Argument(help: "Files of `context examples`.") var examples: [String]
    @Option(help: "The lexicon whose words the model knows.") var lexicon: String
    @Option(help: "Times that each example is looked at.") var rounds = 2
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      let words = try Lexicon(contentsOf: URL(fileURLWithPath: lexicon))
      var all = ContextExamples()
      for path in examples { all.append(try ContextExamples(contentsOf: URL(fileURLWithPath: path))) }
      let trainer = ContextTrainer(all, lexicon: words, rounds: rounds)
      trainer.train { round, learned, kept in
        print("round \(round): learned \(learned); kept back \(kept)")
        fflush(nil)
      }
      try trainer.bytes(lexicon: words).write(to: URL(fileURLWithPath: output), options: .atomic)
    }
  }
}

extension CorpusPartOptions {
  /// - Parameter text: "I/N".
  func share(_ text: String) throws -> CorpusPart {
    let (share, shares) = try Self.parsed(text)
    return .share(share, of: shares, oneIn: max(heldOut, 1))
  }

  func allBut(_ text: String) throws -> CorpusPart {
    let (share, shares) = try Self.parsed(text)
    return .allBut(share, of: shares, oneIn: max(heldOut, 1))
  }

  private static func parsed(_ text: String) throws -> (Int, Int) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[0] >= 0, parts[0] < parts[1] else {
      throw ValidationError("\(text): give a share as I/N, I from 0 and below N")
    }
    return (parts[0], parts[1])
  }
}
