import ArgumentParser
import Foundation
import SoHoaLedger
import SoHoaModel

struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Marks inputs of an output folder as waiting again.",
    discussion: """
      Without --failed, all that is not done: failures, and what a run was cut off from. The next run on the folder \
      does them; the command for it is printed.

      \(ExitStatus.table)
      """)

  @Argument(help: "Output folder of a run.", completion: .directory) var directory: String
  @Flag(help: "Failures only.") var failed = false

  func run() throws {
    let console = Console()
    try LedgerAnswer.give(console) { () throws(LedgerError) in
      let folder = URL(fileURLWithPath: directory)
      let lastRun = try LedgerSurvey(folder: folder).status().lastRun
      let ledger = try Ledger(folder: folder)
      let paths = try ledger.retry(failedOnly: failed)
      try ledger.close()
      for path in paths { print(path) }
      console.say(Self.summary(paths.count))
      if let lastRun, !paths.isEmpty { console.say(Self.next(lastRun)) }
    }
  }

  private static func summary(_ count: Int) -> Message {
    count == 0
      ? Message(en: "nothing to do again", vi: "không có gì phải làm lại")
      : Message(en: "\(count) marked to be done again", vi: "\(count) tệp sẽ được làm lại")
  }

  /// The command of the last run, which goes on from the ledger.
  private static func next(_ run: LedgerStatus.Run) -> Message {
    let command = (["sohoa"] + run.arguments).map(quoted).joined(separator: " ")
    return Message(
      en: "run, in \(run.directory): \(command)", vi: "hãy chạy, trong \(run.directory): \(command)")
  }

  private static func quoted(_ argument: String) -> String {
    argument.wholeMatch(of: /[A-Za-z0-9._\/=,:@%+-]+/) != nil
      ? argument : "'" + argument.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
