import ArgumentParser

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Structure and extraction by themselves: how fast, and under fire.",
    subcommands: [BenchmarkRecord.self, FuzzRecord.self])
}
