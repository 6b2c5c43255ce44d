import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Restores ruined or unmarked Vietnamese text; the layout stays.")

  @Argument(help: "A text file, or - for standard input.") var file = "-"
  @Option(help: "text or json.") var format = TextFormat.text
  @Option(help: "automatic, ruined, unmarked or nearlyRight.") var channel = "automatic"
  @Flag(help: "Show the runner-ups of every token that was changed.") var explain = false

  enum TextFormat: String, ExpressibleByArgument { case text, json }

  func run() throws {
    let data =
      file == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: file))
    let restorer = try Restorer(dictionaries: .locate(), channel: choice)
    let layout = TextLayout(String(decoding: data, as: UTF8.self))
    let restored = restorer.restore(layout.tokens)
    print(layout.text(restored), terminator: "")
  }

  private var choice: ChannelChoice { ChannelKind(rawValue: channel).map { .fixed($0) } ?? .automatic }
}
