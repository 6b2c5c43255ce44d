import Foundation
import Logging
import Subprocess

#if canImport(Glibc)
  import Glibc
#endif

/// One worker from its start to its end.
struct WorkerProcess: Sendable {
  private static let patience = Duration.seconds(2)

  let program: WorkerProgram
  let order: WorkOrder
  let limits: WorkerLimits
  /// Pages of an input that one worker reads; nil for any number.
  let longest: Int?
  let board: WorkBoard
  let logger: Logger
  let heard: @Sendable (WorkItem, WorkNote) -> Void

  /// Does jobs until there are none for it, it has done its pages, or it fails.
  func run(_ first: Job) async {
    do {
      let result = try await Subprocess.run(
        configuration, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in await self.serve(execution, first) }
      guard let lost = result.closureResult, !Task.isCancelled else { return }
      let end = lost.end ?? Self.end(result.terminationStatus, hasGreeted: lost.hasGreeted)
      logger.warning(
        "a worker failed: \(end.reason.en)",
        metadata: ["file": "\(lost.job.item.input)", "attempt": "\(lost.job.attempt)"])
      await board.answered(lost.job, .lost(end), memory: lost.memory)
    } catch {
      guard !Task.isCancelled else { return }
      await board.answered(first, .lost(.notStarted("\(error)")), memory: 0)
    }
  }

  /// A job that was not done, and why as far as it is known without the process's status.
  private struct Lost: Sendable {
    var job: Job
    var end: WorkerEnd?
    var hasGreeted: Bool
    var memory: Int
  }

  private typealias Running = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

  private func serve(_ execution: Running, _ first: Job) async -> Lost? {
    let process = execution.processIdentifier.value
    logger.debug("a worker begins", metadata: ["process": "\(process)"])
    let watch = ProcessWatch(process, memory: limits.memory)
    let log = WorkerLog(logger: logger, process: process, limit: limits.logBytes)
    return await withTaskGroup(of: Void.self) { group in
      group.addTask { await log.drain(execution.standardError) }
      group.addTask { if await watch.run() { Self.kill(execution) } }
      let lost = await converse(execution, watch, first)
      await execution.teardown(using: Self.teardown)
      group.cancelAll()
      return lost
    }
  }

  private func converse(_ execution: Running, _ watch: ProcessWatch, _ first: Job) async -> Lost? {
    var conversation = Conversation(
      writer: execution.standardInputWriter, output: execution.standardOutput, limits: limits, watch: watch)
    var job: Job? = first
    var ahead: Job?
    var pages = 0
    while let current = job {
      let request = current.request(order, longest: longest)
      let isAsked = ahead != nil
      ahead = nil
      do throws(Conversation.Broken) {
        if !isAsked { try await conversation.ask(request) }
        let event = try await conversation.answer(to: request) { event in
          if let note = WorkNote(event, current.part) { heard(current.item, note) }
        } nextRequest: { read in
          guard current.attempt == 1, current.part == .whole, pages + read < limits.pages else { return nil }
          ahead = await board.nextAhead()
          return ahead?.request(order, longest: longest)
        }
        pages += conversation.pages
        await board.answered(current, .event(event), memory: watch.takeMemory())
      } catch {
        if let ahead { await board.takeBack(ahead) }
        return Lost(
          job: current, end: watch.verdict ?? error.end, hasGreeted: conversation.hasGreeted,
          memory: watch.takeMemory())
      }
      let isSpent = current.attempt > 1 || pages >= limits.pages
      job = if let ahead { ahead } else { isSpent ? nil : await board.next(isFresh: false) }
    }
    return nil
  }

  private var configuration: Configuration {
    var options = PlatformOptions()
    // A signal from the terminal is for the parent, which ends its workers.
    options.processGroupID = 0
    options.teardownSequence = Self.teardown
    let own = program.environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }
    return Configuration(
      executable: .path(.init(program.path)), arguments: Arguments(program.arguments),
      environment: .inherit.updating(Dictionary(uniqueKeysWithValues: own)), platformOptions: options)
  }

  private static let teardown = [
    TeardownStep.send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: patience)
  ]

  private static func kill(_ execution: Running) { try? execution.send(signal: .kill, toProcessGroup: true) }

  private static func end(_ status: TerminationStatus, hasGreeted: Bool) -> WorkerEnd {
    switch status {
    case _ where !hasGreeted: .notStarted("\(status)")
    case .signaled(SIGXCPU): .processorTime
    case .signaled(let number): .signal(number)
    case .exited(let code): .status(code)
    }
  }
}
