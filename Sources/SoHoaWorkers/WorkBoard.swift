import Foundation
import SoHoa

/// What is to be done, being done, and done: workers take jobs here and bring answers back.
///
/// Jobs that end an input come first, then parts of inputs begun, then new inputs. A job that a worker failed on goes
/// to a new worker, which then gets no other.
actor WorkBoard {
  /// How one job ended.
  enum Answer: Sendable {
    case event(Event)
    case lost(WorkerEnd)
  }

  /// An input in work.
  private struct Course {
    var item: WorkItem
    var start = ContinuousClock.now
    var attempts = 1
    var memory = 0
    /// Parts that are still to be read, and the files in which all lie, in the order of the pages.
    var open = 0
    var spools: [String] = []
  }

  private struct Waiter {
    var isFresh: Bool
    var resume: CheckedContinuation<Job?, Never>
  }

  nonisolated let outcomes: AsyncStream<(WorkItem, WorkOutcome)>
  private let give: AsyncStream<(WorkItem, WorkOutcome)>.Continuation
  private let room: Int
  private let pagesPerPart: Int
  private var fresh: [Job] = []
  private var parts: [Job] = []
  private var retries: [Job] = []
  private var courses: [Int: Course] = [:]
  private var inWork = 0
  private var undelivered = 0
  private var isClosed = false
  private var isStopped = false
  private var lastID = 0
  private var waiters: [Waiter] = []
  private var offering: CheckedContinuation<Void, Never>?

  /// - Parameter room: inputs that wait for workers, and outcomes that wait to be taken, at most.
  init(room: Int, pagesPerPart: Int) {
    self.room = room
    self.pagesPerPart = pagesPerPart
    (outcomes, give) = AsyncStream.makeStream()
  }

  /// Waits for room.
  func offer(_ item: WorkItem) async {
    while fresh.count + undelivered >= room, !isStopped {
      await withCheckedContinuation { offering = $0 }
    }
    guard !isStopped else { return }
    fresh.append(job(item, .whole))
    serve()
  }

  /// No more inputs.
  func close() {
    isClosed = true
    serve()
  }

  /// Nothing more is handed out or told.
  func stop() {
    isStopped = true
    give.finish()
    serve()
    makeRoom()
  }

  /// Waits for a job.
  ///
  /// - Parameter isFresh: whether the worker has done nothing yet.
  /// - Returns: nil if there is none for this worker: at the end, or where only a new one will do.
  func next(isFresh: Bool) async -> Job? {
    await withCheckedContinuation {
      waiters.append(Waiter(isFresh: isFresh, resume: $0))
      serve()
    }
  }

  /// A new input for a worker that has all but done another, if one waits.
  func nextAhead() -> Job? {
    guard !isStopped, parts.isEmpty, retries.isEmpty, !fresh.isEmpty else { return nil }
    let job = fresh.removeFirst()
    begin(job)
    makeRoom()
    return job
  }

  /// A job that its worker never came to: it failed on the one before.
  func takeBack(_ job: Job) {
    inWork -= 1
    fresh.insert(job, at: 0)
    serve()
  }

  func answered(_ job: Job, _ answer: Answer, memory: Int) {
    inWork -= 1
    defer { serve() }
    guard var course = courses[job.item.index] else { return }
    course.memory = max(course.memory, memory)
    courses[job.item.index] = course
    switch answer {
    case .lost(let end): lost(job, end)
    case .event(.done(_, let result)): finish(job.item, .success(result), result.file, result.outputs)
    case .event(.failed(_, let failed)):
      finish(job.item, .failure(failed.failure), failed.file, failed.outputs)
    case .event(.opened(_, _, let numbers)): part(job.item, numbers)
    case .event(.read): partRead(job)
    case .event(let other): lost(job, .nonsense("\(other)"))
    }
  }

  /// The outcome has been dealt with.
  func delivered() {
    undelivered -= 1
    makeRoom()
    serve()
  }

  private func job(_ item: WorkItem, _ part: Job.Part) -> Job {
    lastID += 1
    return Job(id: lastID, item: item, part: part)
  }

  private func lost(_ job: Job, _ end: WorkerEnd) {
    guard job.attempt == 1 else { return finish(job.item, .failure(end.failure(job.item)), nil, []) }
    var again = job
    again.attempt = 2
    courses[job.item.index]?.attempts = 2
    retries.append(again)
  }

  private func part(_ item: WorkItem, _ numbers: [Int]) {
    let starts = stride(from: 0, to: numbers.count, by: pagesPerPart)
    let jobs = starts.map { start in
      job(
        item,
        .pages(
          Array(numbers[start..<min(start + pagesPerPart, numbers.count)]),
          spool: "\(item.stage)/pages-\(start).json"))
    }
    courses[item.index]?.open = jobs.count
    courses[item.index]?.spools = jobs.compactMap {
      if case .pages(_, let spool) = $0.part { spool } else { nil }
    }
    parts += jobs
  }

  private func partRead(_ job: Job) {
    guard var course = courses[job.item.index] else { return }
    course.open -= 1
    courses[job.item.index] = course
    if course.open == 0 { parts.insert(self.job(job.item, .rest(spools: course.spools)), at: 0) }
  }

  /// The input's other parts are of no use any more.
  private func finish(
    _ item: WorkItem, _ result: Result<WorkResult, ConversionFailure>, _ file: ConvertedFile?,
    _ outputs: [StagedOutput]
  ) {
    guard let course = courses.removeValue(forKey: item.index) else { return }
    for spool in course.spools { try? FileManager.default.removeItem(atPath: spool) }
    parts.removeAll { $0.item.index == item.index }
    retries.removeAll { $0.item.index == item.index }
    undelivered += 1
    give.yield(
      (
        item,
        WorkOutcome(
          result: result, file: file, outputs: outputs, attempts: course.attempts,
          duration: ContinuousClock.now - course.start, memory: course.memory)
      ))
  }

  private var isOver: Bool {
    isStopped || (isClosed && fresh.isEmpty && parts.isEmpty && retries.isEmpty && inWork == 0)
  }

  /// Gives jobs to those who wait, first come first served.
  private func serve() {
    var left: [Waiter] = []
    for waiter in waiters {
      if isOver {
        waiter.resume.resume(returning: nil)
      } else if let job = take(waiter.isFresh) {
        begin(job)
        waiter.resume.resume(returning: job)
      } else if !waiter.isFresh && !retries.isEmpty {
        waiter.resume.resume(returning: nil)
      } else {
        left.append(waiter)
      }
    }
    waiters = left
    if isOver { give.finish() }
  }

  private func take(_ isFresh: Bool) -> Job? {
    if isFresh, !retries.isEmpty { return retries.removeFirst() }
    if !parts.isEmpty { return parts.removeFirst() }
    guard !fresh.isEmpty else { return nil }
    defer { makeRoom() }
    return fresh.removeFirst()
  }

  private func begin(_ job: Job) {
    inWork += 1
    guard job.part == .whole, courses[job.item.index] == nil else { return }
    courses[job.item.index] = Course(item: job.item)
    try? FileManager.default.createDirectory(atPath: job.item.stage, withIntermediateDirectories: true)
  }

  private func makeRoom() {
    offering?.resume()
    offering = nil
  }
}
