import Foundation
import Logging
import SoHoa

/// Has inputs converted by worker processes: replaces workers that fail, tries what they failed on once more alone,
/// spreads long inputs over all of them, and touches no input itself.
public struct Supervisor: Sendable {
  private let program: WorkerProgram
  private let order: WorkOrder
  private let jobs: Int
  private let limits: WorkerLimits
  private let spread: Spread
  private let logger: Logger
  private let heard: @Sendable (WorkItem, WorkNote) -> Void

  /// How long inputs are parted.
  public struct Spread: Hashable, Sendable {
    /// Pages that one worker reads by itself.
    public var longest: Int
    public var pagesPerPart: Int

    public init(longest: Int = 16, pagesPerPart: Int = 8) {
      self.longest = longest
      self.pagesPerPart = max(1, pagesPerPart)
    }
  }

  /// - Parameters:
  ///   - jobs: workers at the same time.
  ///   - heard: told of inputs in work as soon as it is known, from any thread.
  public init(
    program: WorkerProgram, order: WorkOrder, jobs: Int, limits: WorkerLimits = WorkerLimits(),
    spread: Spread = Spread(), logger: Logger = Logger(label: "sohoa.workers"),
    heard: @escaping @Sendable (WorkItem, WorkNote) -> Void = { _, _ in }
  ) {
    self.program = program
    self.order = order
    self.jobs = max(1, jobs)
    self.limits = limits
    self.spread = spread
    self.logger = logger
    self.heard = heard
  }

  /// - Parameters:
  ///   - items: taken as workers get free, so that there may be any number of them.
  ///   - finished: called once an item, in any order, one at a time, while workers go on. Not called any more once
  ///     the task is cancelled; workers then end within seconds.
  public func run<Items: AsyncSequence & Sendable>(
    _ items: Items, finished: @escaping @Sendable (WorkItem, WorkOutcome) async -> Void
  ) async throws where Items.Element == WorkItem {
    let board = WorkBoard(room: 2 * jobs, pagesPerPart: spread.pagesPerPart)
    try await withTaskCancellationHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<jobs { group.addTask { await work(board) } }
        group.addTask {
          for await (item, outcome) in board.outcomes {
            if Task.isCancelled { break }
            await finished(item, outcome)
            await board.delivered()
          }
        }
        group.addTask {
          do { for try await item in items { await board.offer(item) } } catch {
            await board.close()
            throw error
          }
          await board.close()
        }
        try await group.waitForAll()
      }
    } onCancel: {
      Task { await board.stop() }
    }
  }

  /// The same for items that are all known.
  public func run(
    _ items: some Sequence<WorkItem>, finished: @escaping @Sendable (WorkItem, WorkOutcome) async -> Void
  ) async {
    let all = Array(items)
    let stream = AsyncStream<WorkItem> { list in
      for item in all { list.yield(item) }
      list.finish()
    }
    try? await run(stream, finished: finished)
  }

  /// One worker after the other, each when there is something to do.
  private func work(_ board: WorkBoard) async {
    while let job = await board.next(isFresh: true) {
      let process = WorkerProcess(
        program: program, order: order, limits: limits, longest: jobs > 1 ? spread.longest : nil,
        board: board, logger: logger, heard: heard)
      await process.run(job)
    }
  }
}
