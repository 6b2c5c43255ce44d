import SoHoaModel
import Synchronization

/// Takes the events of a run and tells them as the user wants: a bar, lines, JSON, or nothing; keeps what the summary
/// and the report need.
public final class ProgressDesk: Sendable {
  private static let leastPause = Duration.milliseconds(200)
  private static let pauseOfEvents = Duration.seconds(1)
  private static let pauseOfLines = Duration.seconds(30)

  public struct Settings: Sendable {
    public var form: ProgressForm
    public var language: MessageLanguage
    /// Whether text of documents may be shown.
    public var showsContent: Bool
    /// Nil for none.
    public var report: RunReport?

    public init(
      form: ProgressForm, language: MessageLanguage, showsContent: Bool = false, report: RunReport? = nil
    ) {
      self.form = form
      self.language = language
      self.showsContent = showsContent
      self.report = report
    }
  }

  private struct State {
    var tally = ProgressTally()
    var summary = RunSummary()
    var report: RunReport?
    var lastDrawn = Duration.zero
  }

  private let settings: Settings
  private let screen: Screen
  private let now: @Sendable () -> Duration
  private let columns: @Sendable () -> Int
  private let text: ProgressText
  private let state: Mutex<State>

  /// - Parameter now: the time since the run began, by a clock that nobody sets.
  public init(
    _ settings: Settings, screen: Screen, now: @escaping @Sendable () -> Duration = ProgressDesk.clock(),
    columns: (@Sendable () -> Int)? = nil
  ) {
    self.settings = settings
    self.screen = screen
    self.now = now
    self.columns = columns ?? { ProgressForm.columns }
    text = ProgressText(language: settings.language)
    state = Mutex(State(report: settings.report))
    guard settings.form == .json else { return }
    var line = EventLine("began", at: now())
    line.version = EventLine.version
    line.program = Software.version
    screen.write(line.text)
  }

  public static func clock() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  public func take(_ event: BatchEvent) {
    let moment = now()
    state.withLock { state in
      state.tally.take(event, at: moment)
      if case .fileEnded(let report) = event {
        state.summary.take(report)
        state.report?.take(report)
      }
    }
    if settings.form == .json {
      screen.write(EventLine(event, at: moment, showsContent: settings.showsContent).text)
    } else if case .fileEnded(let report) = event, let line = FileLine(report, settings).text {
      screen.write(line)
    }
    show(at: moment)
  }

  /// To be called now and then, so that times go on while nothing happens.
  public func tick() { show(at: now()) }

  private func show(at moment: Duration) {
    guard let pause, let tally = due(at: moment, pause) else { return }
    switch settings.form {
    case .bar: screen.draw(text.bar(tally, at: moment, columns: columns()))
    case .json: screen.write(EventLine(tally, at: moment).text)
    case .plain: screen.write(text.line(tally, at: moment))
    case .auto, .none: break
    }
  }

  private var pause: Duration? {
    switch settings.form {
    case .bar: Self.leastPause
    case .json: Self.pauseOfEvents
    case .plain: Self.pauseOfLines
    case .auto, .none: nil
    }
  }

  private func due(at moment: Duration, _ pause: Duration) -> ProgressTally? {
    state.withLock { state in
      guard moment - state.lastDrawn >= pause, state.tally.files > 1 || settings.form != .plain,
        state.tally.filesEnded < state.tally.files
      else { return nil }
      state.lastDrawn = moment
      return state.tally
    }
  }

  /// Writes the report, where there is to be one.
  ///
  /// - Throws: what kept the report from being written.
  public func writeReport() throws {
    try state.withLock { $0.report }?.write()
  }

  public var tally: ProgressTally { state.withLock { $0.tally } }

  /// Takes the bar away and tells what came of the run.
  ///
  /// - Parameters:
  ///   - places: see `RunSummary`.
  ///   - isQuiet: nothing is told, except to programs.
  public func end(isInterrupted: Bool, places: [(Message, String)], retry: String?, isQuiet: Bool) {
    screen.draw("")
    let moment = now()
    let (tally, summary, report) = state.withLock { ($0.tally, $0.summary, $0.report) }
    guard settings.form == .json else {
      guard !isQuiet else { return }
      let lines = summary.lines(tally, elapsed: moment, places: places, retry: retry)
      for line in lines { screen.write(FileLine.harmless(line.text(in: settings.language))) }
      return
    }
    var line = EventLine("ended", at: moment)
    line.files = tally.files
    line.pages = tally.pages
    line.outcomes = Dictionary(uniqueKeysWithValues: tally.ended.map { ($0.key.rawValue, $0.value) })
    line.isInterrupted = isInterrupted
    line.report = report?.target.path
    screen.write(line.text)
  }
}

extension Screen {
  /// A message among lines of JSON.
  public func write(_ message: Message, in language: MessageLanguage) {
    guard isJSON else { return write(FileLine.harmless(message.text(in: language))) }
    struct Line: Encodable {
      var event = "message"
      var message: Message
    }
    write(EventLine.text(Line(message: message)))
  }
}
