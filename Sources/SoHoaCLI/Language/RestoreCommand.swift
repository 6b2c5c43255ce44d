import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restores ruined or unmarked Vietnamese text; lines, spaces and page breaks stay.",
    discussion: """
      Exit codes: 0 done, 1 wrong arguments, 2 the input is no text, 3 dictionaries are missing or damaged, \
      5 the input cannot be read.
      """)

  @Argument(help: "A text file (UTF-8, or UTF-16 with a byte order mark), or - for standard input.")
  var file = "-"
  @Option(help: "text; or json with confidence, decision, runner-ups and spans of every token.")
  var format = TextFormat.text
  @Option(help: "How the text was ruined: automatic, ruined, unmarked or nearlyRight.")
  var channel = "automatic"
  @Flag(help: "Print to standard error each token that changed or is doubtful, with its runner-ups.")
  var explain = false

  enum TextFormat: String, ExpressibleByArgument { case text, json }

  func validate() throws {
    guard channel == "automatic" || ChannelKind(rawValue: channel) != nil else {
      throw ValidationError("--channel \(channel): give automatic, ruined, unmarked or nearlyRight")
    }
  }

  func run() throws {
    let text = try RestoreInput.text(file)
    let restorer = try opened()
    let layout = TextLayout(text)
    let restored = restorer.restore(layout.tokens)
    let report = RestorationReport(layout: layout, restored: restored, kind: restorer.kind(of: layout.tokens))
    if explain { RestoreExplanation.write(report) }
    switch format {
    case .text: FileHandle.standardOutput.write(Data(report.text.utf8))
    case .json: FileHandle.standardOutput.write(try encoded(report))
    }
  }

  private func opened() throws -> Restorer {
    let choice = ChannelKind(rawValue: channel).map { ChannelChoice.fixed($0) } ?? .automatic
    do { return try Restorer(dictionaries: .locate(), channel: choice) } catch {
      throw RestoreInput.failure("\(error)", code: 3)
    }
  }

  private func encoded(_ report: RestorationReport) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(report) + Data("\n".utf8)
  }
}

/// Reads what `sohoa restore` was given, with a clear word about what is wrong with it.
enum RestoreInput {
  static func text(_ file: String) throws -> String {
    let decoding = try decoded(try data(file), name: file == "-" ? "standard input" : file)
    return decoding
  }

  static func failure(_ message: String, code: Int32) -> any Error {
    FileHandle.standardError.write(Data("sohoa restore: \(message)\n".utf8))
    return ExitCode(code)
  }

  private static func data(_ file: String) throws -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    do { return try Data(contentsOf: URL(fileURLWithPath: file)) } catch {
      throw failure("\(file): cannot be read; check the name and the permissions", code: 5)
    }
  }

  private static func decoded(_ data: Data, name: String) throws -> String {
    do {
      let decoding = try TextDecoding(data)
      if let first = decoding.replaced.first {
        let count = decoding.replaced.count
        _ = failure(
          "\(name): \(count) bytes are no UTF-8, the first at offset \(first); replaced by U+FFFD", code: 0)
      }
      return decoding.text
    } catch TextDecoding.Failure.binary(let offset) {
      throw failure("\(name): no text (byte \(offset)); for scans and PDF use sohoa convert", code: 2)
    } catch {
      throw failure("\(name): broken UTF-16 (odd number of bytes); save it as UTF-8", code: 2)
    }
  }
}

enum RestoreExplanation {
  static func write(_ report: RestorationReport) {
    for token in report.tokens where token.decision != .kept || token.confidence < 0.8 {
      let rivals = token.candidates.map { "\($0.text) \($0.confidence)" }.joined(separator: ", ")
      let line =
        "line \(token.line): \(token.raw) -> \(token.restored) \(token.confidence) "
        + "(\(token.decision.rawValue), \(token.source)); \(rivals)\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
  }
}
