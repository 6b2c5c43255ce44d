import ArgumentParser

@main
struct SoHoaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sohoa",
    abstract: "Turns scanned Vietnamese official documents into text and records that can be trusted.",
    subcommands: [
      ChannelCommand.self,
      LexiconCommand.self,
      ModelCommand.self,
      RestoreCommand.self,
    ])
}
