import ArgumentParser
import Foundation
import SoHoaModel

@main
struct SoHoaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sohoa",
    abstract: "Turns scanned Vietnamese official documents into text and records that can be trusted.",
    discussion: ExitStatus.table,
    version: Software.version,
    subcommands: [
      ConvertCommand.self,
      WatchCommand.self,
      StatusCommand.self,
      RetryCommand.self,
      VerifyCommand.self,
      ConfigCommand.self,
      InspectCommand.self,
      RestoreCommand.self,
      EvaluateCommand.self,
      DoctorCommand.self,
      LexiconCommand.self,
      ModelCommand.self,
      ChannelCommand.self,
      ContextCommand.self,
      ConfidenceCommand.self,
      HandwritingCommand.self,
      RecordCommand.self,
      SchemaCommand.self,
      WorkerCommand.self,
    ])

  /// Ends with the exit codes of `ExitStatus`, also where the argument parser has its own.
  static func main() async {
    // A reader that has gone is an error of writing, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow further.
    signal(SIGXFSZ, SIG_IGN)
    CLibraries.hush()
    do {
      let arguments = try ConfiguredArguments.expand(Array(CommandLine.arguments.dropFirst()))
      var command = try confined(parseAsRoot(arguments))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as ConfigurationErrors {
      for error in error.errors { Console().say(error.message) }
      Foundation.exit(ExitStatus.wrongArguments.rawValue)
    } catch {
      end(error)
    }
  }

  private static func confined(_ command: any ParsableCommand) -> any ParsableCommand {
    guard var confined = command as? any ConfinedCommand & ParsableCommand else { return command }
    confined.confine()
    return confined
  }

  private static func end(_ error: any Error) -> Never {
    let text = fullMessage(for: error)
    switch exitCode(for: error) {
    case .success:
      if !text.isEmpty { print(text) }
      Foundation.exit(ExitStatus.done.rawValue)
    case .validationFailure:
      Console().say(text)
      Foundation.exit(ExitStatus.wrongArguments.rawValue)
    case let code where error is ExitCode:
      Foundation.exit(code.rawValue)
    default:
      Console().say(text)
      Foundation.exit(ExitStatus.other.rawValue)
    }
  }
}
