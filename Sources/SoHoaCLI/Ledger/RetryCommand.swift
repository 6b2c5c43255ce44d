import ArgumentParser
import Foundation
import SoHoaLedger
import SoHoaModel

struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Does inputs of an output folder again that are not done.",
    discussion: """
      Without --failed, all that is not done: failures, and what a run was cut off from. The commands of the runs that \
      they were part of are given once more; what is done is left out.

      \(ExitStatus.table)
      """)

  @Argument(help: "Output folder of a run.", completion: .directory) var directory: String
  @Flag(help: "Failures only.") var failed = false
  @Flag(help: "Only mark them: the next run on the folder does them; its command is printed.")
  var markOnly = false

  func run() throws {
    let console = Console()
    var commands: [RunCommand] = []
    try LedgerAnswer.give(console) { () throws(LedgerError) in
      let folder = URL(fileURLWithPath: directory)
      _ = try LedgerSurvey(folder: folder)
      let ledger = try Ledger(folder: folder)
      let paths = try ledger.retry(failedOnly: failed)
      commands = try ledger.commands(for: paths)
      try ledger.close()
      for path in paths { print(path) }
      console.say(Self.summary(paths.count))
    }
    var status = ExitStatus.done.rawValue
    for command in commands {
      if markOnly || command.arguments.first != "convert" {
        console.say(Self.next(command))
      } else {
        status = max(status, try Self.give(command))
      }
    }
    if status != ExitStatus.done.rawValue { throw ExitCode(status) }
  }

  /// Runs it in a process of its own, which says what comes of it.
  private static func give(_ command: RunCommand) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let options = command.arguments.dropFirst().filter { $0 != "--no-resume" }
    process.arguments = ["convert", "--resume"] + options
    process.currentDirectoryURL = URL(fileURLWithPath: command.directory)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func summary(_ count: Int) -> Message {
    count == 0
      ? Message(en: "nothing to do again", vi: "không có gì phải làm lại")
      : Message(en: "\(count) to be done again", vi: "\(count) tệp sẽ được làm lại")
  }

  private static func next(_ run: RunCommand) -> Message {
    let command = (["sohoa"] + run.arguments).map(quoted).joined(separator: " ")
    return Message(
      en: "run, in \(run.directory): \(command)", vi: "hãy chạy, trong \(run.directory): \(command)")
  }

  private static func quoted(_ argument: String) -> String {
    argument.wholeMatch(of: /[A-Za-z0-9._\/=,:@%+-]+/) != nil
      ? argument : "'" + argument.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
