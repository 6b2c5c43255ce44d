import ArgumentParser
import Foundation
import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaProgress
import SoHoaWatch

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Converts the files of a folder as they come, until it is ended.",
    discussion: """
      Files are taken once they are whole: closed, and unchanged for a while. What is done is known to the ledger of \
      the output folder, so that a watch that begins again goes on where it was. SIGTERM and Ctrl-C end it within \
      seconds; what is in work then stays where it is and waits. Set-up as a service: docs/watch.md.

      \(ExitStatus.table)
      """)

  @Argument(help: "Folder to watch, with all folders below it.", completion: .directory) var input: String
  @Option(name: [.customShort("o"), .long], help: "Output folder.", completion: .directory) var output: String
  @Option(help: "How long a file must stay unchanged, e.g. 2s, 500ms, 1m.") var settle = WatchTime(seconds: 2)
  @Option(help: "How often the whole folder is looked through: shares tell nothing of what others do there.")
  var rescan = WatchTime(seconds: 60)
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What becomes of originals that are done: leave, or move DIR (never over another file).",
      valueName: "leave|move DIR"),
    completion: .directory)
  var after: [String] = ["leave"]
  @Option(help: "Folder for originals that cannot be converted; else they stay.", completion: .directory)
  var failedTo: String?
  @OptionGroup(title: "Conversion") var options: ConvertOptions
  @OptionGroup(title: "Progress") var progress: ProgressOptions
  @Option(
    help:
      "File with options, see `sohoa config check --help`; by default ~/.config/sohoa/sohoa.yaml, if there.",
    completion: .file())
  var config: String?
  @Flag(name: [.customShort("q"), .long], help: "Print errors only.") var quiet = false

  func validate() throws {
    switch after.count {
    case 1 where after[0] == "leave": break
    case 2 where after[0] == "move" && !after[1].isEmpty: break
    default: throw ValidationError("--after takes leave, or move and a folder")
    }
    guard !(options.outputs.nameTemplate.map(Self.usesNumbers) ?? false),
      !options.format.files.contains(where: \.needsArchiveEntry)
    else {
      throw ValidationError(
        "numbers of a dossier ({seq}, metadata.xml, edxml.xml) need all its files: use `sohoa convert` over the dossier"
      )
    }
  }

  private static func usesNumbers(_ template: String) -> Bool {
    (NameTemplate.presets[template] ?? template).contains("{seq")
  }

  func run() async throws {
    let console = progress.console()
    try await console.run { try await watch(console) }
  }

  private func watch(_ console: Console) async throws -> ExitStatus {
    let folders = try WatchFolders(
      input: input, output: output, done: after.count == 2 ? after[1] : nil, failed: failedTo)
    let folder = try OutputFolder(URL(fileURLWithPath: output), existing: options.outputs.existing)
    let desk = progress.desk(console, quiet: quiet)
    let report = BatchReport(console: console, desk: desk, inputs: 0, quiet: quiet, folder: output)
    let watch = FolderWatch(
      folders.input,
      settings: WatchSettings(settle: settle.duration, rescan: rescan.duration, leftOut: folders.leftOut),
      told: { console.say($0.message) })
    let run = WatchRun(
      watch: watch, folders: folders, folder: folder, options: options, console: console, report: report,
      desk: desk, quiet: quiet)
    if !quiet { console.say(Self.begun(watch.folder)) }
    let (trouble, isInterrupted) = await Interruption.watch { await desk.ticking { await run.run() } }
    watch.close()
    let status = await report.finish(strict: false, isInterrupted: isInterrupted, report: progress.report)
    if let trouble { throw trouble }
    // Being ended is how a watch ends; files that failed have been told.
    return [.interrupted, .someFailed, .done].contains(status) ? .done : status
  }

  private static func begun(_ folder: String) -> Message {
    Message(en: "watching \(folder)", vi: "đang theo dõi \(folder)")
  }
}

/// A time as people type it: `2s`, `500ms`, `1m`; a bare number is seconds.
struct WatchTime: ExpressibleByArgument {
  let duration: Duration

  init(seconds: Int) { duration = .seconds(seconds) }

  init?(argument: String) {
    guard let match = argument.wholeMatch(of: /(\d{1,6})(ms|s|m|h)?/), let number = Int(match.1) else {
      return nil
    }
    duration =
      switch match.2 {
      case "ms": .milliseconds(number)
      case "m": .seconds(number * 60)
      case "h": .seconds(number * 3600)
      default: .seconds(number)
      }
    guard duration >= .milliseconds(10), duration <= .seconds(86_400) else { return nil }
  }

  var defaultValueDescription: String { "\(duration.components.seconds)s" }
}
