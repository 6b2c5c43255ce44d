import Foundation
import SoHoa
import SoHoaExport
import SoHoaWorkers

/// The inputs of a run through worker processes; what they make waits in a stage below the output folder.
struct WorkerBatch: Sendable {
  private let folder: OutputFolder
  private let order: WorkOrder
  private let jobs: Int
  private let stages: URL

  /// - Throws: `ConversionFailure` if the output folder takes no stage.
  init(folder: OutputFolder, order: WorkOrder, jobs: Int) throws(ConversionFailure) {
    self.folder = folder
    self.order = order
    self.jobs = jobs
    let process = ProcessInfo.processInfo.processIdentifier
    stages = try OutputFolder(folder.url.appendingPathComponent(".sohoa/stage/\(process)")).url
  }

  /// - Parameters:
  ///   - inTurn: the name for outputs of a result, asked for in the order of the inputs.
  ///   - notice: the name for outputs of an input without a result.
  ///   - finished: called once an input, once its outputs are in place.
  func run(
    _ items: [Batch.Item], inTurn: @escaping @Sendable (Batch.Item, ConvertedFile) async -> String,
    notice: @escaping @Sendable (Batch.Item) async -> String,
    finished: @escaping @Sendable (Batch.Item, Result<ConvertedFile, ConversionFailure>) async -> Void
  ) async {
    defer { clear() }
    let queue = OutcomeQueue(items)
    let limits = WorkerLimits()
    let supervisor = Supervisor(
      program: .sohoa(writable: stages, limits: limits), order: order, jobs: jobs, limits: limits,
      spread: items.count < 2 * jobs ? Supervisor.Spread(longest: 1, pagesPerPart: 1) : .init())
    await supervisor.run(items.compactMap(workItem)) { work, outcome in
      for (item, outcome) in await queue.add(work, outcome) {
        let name = if let file = outcome.file { await inTurn(item, file) } else { await notice(item) }
        await finished(item, place(outcome, item, name))
      }
    }
  }

  private func place(
    _ outcome: WorkOutcome, _ item: Batch.Item, _ name: String
  ) -> Result<ConvertedFile, ConversionFailure> {
    let stage = stage(item)
    defer { try? FileManager.default.removeItem(at: stage) }
    let made = outcome.outputs.map { (format: $0.format, url: stage.appendingPathComponent($0.name)) }
    do throws(ConversionFailure) {
      try folder.place(made, of: item.input, name: name)
    } catch {
      return .failure(error)
    }
    return outcome.result.map(\.file)
  }

  private func workItem(_ item: Batch.Item) -> WorkItem? {
    guard case .file(let url) = item.input.place else { return nil }
    return WorkItem(index: item.index, input: url.relativePath, stage: stage(item).path)
  }

  private func stage(_ item: Batch.Item) -> URL { stages.appendingPathComponent("\(item.index)") }

  /// Leaves no folder of ours that is empty.
  private func clear() {
    try? FileManager.default.removeItem(at: stages)
    let parent = stages.deletingLastPathComponent()
    for url in [parent, parent.deletingLastPathComponent()] { rmdir(url.path) }
  }
}

/// Holds results back until those of earlier inputs are there; failures pass at once.
private actor OutcomeQueue {
  private let items: [Int: Batch.Item]
  private let order: [Int]
  private var next = 0
  private var waiting: [Int: WorkOutcome] = [:]
  private var passed: Set<Int> = []

  init(_ items: [Batch.Item]) {
    order = items.map(\.index)
    self.items = Dictionary(uniqueKeysWithValues: items.map { ($0.index, $0) })
  }

  /// - Returns: what may be dealt with now.
  func add(_ work: WorkItem, _ outcome: WorkOutcome) -> [(Batch.Item, WorkOutcome)] {
    var ready: [(Batch.Item, WorkOutcome)] = []
    if outcome.file == nil {
      passed.insert(work.index)
      ready.append((items[work.index]!, outcome))
    } else {
      waiting[work.index] = outcome
    }
    while next < order.count {
      let index = order[next]
      if let outcome = waiting.removeValue(forKey: index) {
        ready.append((items[index]!, outcome))
      } else if passed.remove(index) == nil {
        break
      }
      next += 1
    }
    return ready
  }
}
