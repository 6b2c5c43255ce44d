import ArgumentParser
import Foundation
import Logging
import SoHoaModel
import SoHoaProgress

/// How a run tells what it does: see docs/progress.md.
struct ProgressOptions: ParsableArguments {
  @Option(
    help: """
      How progress is shown on standard error: auto (a bar on a terminal, lines elsewhere), bar, plain, json (an event \
      a line, for programs), none.
      """)
  var progress = ProgressForm.auto
  @Option(
    help: "Report of the run for people, .html or .csv: failures first, then what is to be reviewed.",
    completion: .file(extensions: ["html", "csv"]))
  var report: String?
  @Option(help: "What is logged to standard error: trace, debug, info, notice, warning, error, critical.")
  var logLevel = LogLevel(.warning)
  @Option(help: "Form of the log: text, json (an entry a line). With --progress json: json.")
  var logFormat: LineLogHandler.Format?
  @Flag(
    help: """
      Lines of progress and events may say what documents say (number, date, issuer). Else only a person's terminal \
      shows it; names of persons are never logged.
      """)
  var logContent = false

  func validate() throws {
    if let report, RunReport(URL(fileURLWithPath: report), language: .english) == nil {
      throw ValidationError("--report takes a .html or .csv file, not \(report)")
    }
  }

  private var form: ProgressForm {
    progress.resolved(isTerminal: ProgressForm.isTerminal(ProcessInfo.processInfo.environment))
  }

  /// Takes logs over; to be called once.
  func console() -> Console {
    let screen = Screen(isJSON: form == .json)
    let (level, format) = (logLevel.level, logFormat ?? (form == .json ? .json : .text))
    LoggingSystem.bootstrap { label in
      LineLogHandler(label: label, level: level, format: format, screen: screen)
    }
    return Console(screen: screen)
  }

  /// - Parameters:
  ///   - isSingle: one input is shown in full, on standard output.
  ///   - quiet: only failures are told, except to programs.
  func desk(_ console: Console, isSingle: Bool = false, quiet: Bool) -> ProgressDesk {
    let hidesLines = (isSingle || quiet) && form == .plain || quiet && form == .bar
    let report = report.flatMap { RunReport(URL(fileURLWithPath: $0), language: console.language) }
    return ProgressDesk(
      ProgressDesk.Settings(
        form: hidesLines ? .none : form, language: console.language,
        showsContent: logContent || form == .bar, report: report),
      screen: console.screen)
  }
}

extension ProgressDesk {
  /// Lets times go on while something is done.
  func ticking<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value {
    let clock = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(500))
        tick()
      }
    }
    defer { clock.cancel() }
    return await work()
  }
}

extension ProgressForm: ExpressibleByArgument {}
extension LineLogHandler.Format: ExpressibleByArgument {}

/// A level of the log by its name.
struct LogLevel: ExpressibleByArgument {
  var level: Logger.Level

  init(_ level: Logger.Level) { self.level = level }

  init?(argument: String) {
    guard let level = Logger.Level(rawValue: argument.lowercased()) else { return nil }
    self.level = level
  }

  var defaultValueDescription: String { level.rawValue }

  static var allValueStrings: [String] { Logger.Level.allCases.map(\.rawValue) }
}
