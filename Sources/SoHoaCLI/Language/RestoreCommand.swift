import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restores ruined or unmarked Vietnamese text; lines, spaces and page breaks stay.",
    discussion: """
      Texts of any length: what is restored flows out block by block. Old encodings (TCVN3, VNI, VISCII, \
      Windows-1258, VIQR, combining marks) are decoded first, and told of on standard error.

      Exit codes: 0 done, 1 wrong arguments, 2 the input is empty or no text, 3 dictionaries are missing or \
      damaged, 4 the output cannot be written, 5 the input cannot be read.
      """)

  @Argument(help: "A text file, or - for standard input: UTF-8, UTF-16, or an old 8-bit encoding.")
  var file = "-"
  @Option(help: "text; or json with confidence, decision, runner-ups and spans of every token.")
  var format = TextFormat.text
  @Option(help: "How the text was ruined: automatic, ruined, unmarked or nearlyRight.")
  var channel = "automatic"
  @Option(help: "Tokens less sure than --threshold: raw leaves them as they are, mark writes [..].")
  var undecided: Undecided.Policy?
  @Option(help: "With --undecided, the least confidence of a reading that is taken, 0 to 1.")
  var threshold = 0.5
  @Flag(inversion: .prefixedNo, help: "Recognise and decode old encodings.")
  var decode = true
  @Option(
    help: ArgumentHelp(
      "A file of your own words, one a line, perhaps a tab and a weight; may be given more than once.",
      discussion:
        "They are found and never changed. sohoa/dictionary.tsv in the configuration folder counts too.",
      valueName: "file"), completion: .file(extensions: ["tsv"]))
  var dictionary: [String] = []
  @Flag(help: "Print to standard error each token that changed or is doubtful, with its runner-ups.")
  var explain = false

  enum TextFormat: String, ExpressibleByArgument { case text, json }

  func validate() throws {
    guard channel == "automatic" || ChannelKind(rawValue: channel) != nil else {
      throw ValidationError("--channel \(channel): give automatic, ruined, unmarked or nearlyRight")
    }
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold \(threshold): give a number from 0 to 1, such as 0.5")
    }
  }

  func run() throws {
    let input = try RestoreInput(file)
    let restorer = try opened()
    let detector = try decode ? opened(restorer) : nil
    var run = RestoreRun(
      input: input, decoding: ByteDecoding(detector: detector),
      stream: RestorationStream(
        restorer, detector: detector, undecided: undecided.map { Undecided($0, threshold: threshold) }),
      output: format == .json ? try JSONReportWriter() : PlainTextWriter(), explains: explain)
    try run.run()
  }

  private func opened() throws -> Restorer {
    let choice = ChannelKind(rawValue: channel).map { ChannelChoice.fixed($0) } ?? .automatic
    do {
      let words = try dictionary.reduce(try UserDictionary.standard()) {
        $0 + (try UserDictionary(contentsOf: URL(fileURLWithPath: $1)))
      }
      return try Restorer(dictionaries: .locate(), channel: choice, words: words)
    } catch let error as UserDictionaryError {
      throw RestoreMessage.failure("\(error)", code: 1)
    } catch {
      throw RestoreMessage.failure("\(error)", code: 3)
    }
  }

  private func opened(_ restorer: Restorer) throws -> EncodingDetector {
    do { return try EncodingDetector(lexicon: restorer.lexicon, dictionaries: .locate()) } catch {
      throw RestoreMessage.failure("\(error)", code: 3)
    }
  }
}

extension Undecided.Policy: ExpressibleByArgument {}

enum RestoreMessage {
  static func say(_ message: String) {
    FileHandle.standardError.write(Data("sohoa restore: \(message)\n".utf8))
  }

  static func failure(_ message: String, code: Int32) -> any Error {
    say(message)
    return ExitCode(code)
  }
}

enum RestoreExplanation {
  static func write(_ tokens: [RestorationReport.Token]) {
    for token in tokens where token.decision != .kept || token.confidence < 0.8 {
      let rivals = token.candidates.map { "\($0.text) \($0.confidence)" }.joined(separator: ", ")
      let line =
        "line \(token.line): \(token.raw) -> \(token.restored) \(token.confidence) "
        + "(\(token.decision.rawValue), \(token.source)); \(rivals)\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
  }
}
