import Foundation
import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaWorkers

/// Takes the inputs of a run from their plan to their places, each step noted in the ledger.
actor BatchDesk {
  /// Inputs that are planned at a time.
  private static let portion = 64

  private let batch: LedgerBatch
  private let names: OutputNames
  private let finished: @Sendable (Batch.Item, InputOutcome) async -> Void
  private let items: [Int: Batch.Item]
  private var rest: ArraySlice<Batch.Item>
  private var planned: ArraySlice<(Batch.Item, Plan.Task)> = []
  /// In work.
  private var documents: [Int: LedgerDocument] = [:]
  private var stages: StagePool
  private var queue: OutcomeQueue
  /// Ends the run.
  private var trouble: LedgerError?

  init(
    _ batch: LedgerBatch, _ items: [Batch.Item], _ names: OutputNames,
    _ finished: @escaping @Sendable (Batch.Item, InputOutcome) async -> Void
  ) {
    self.batch = batch
    self.names = names
    self.finished = finished
    self.items = Dictionary(uniqueKeysWithValues: items.map { ($0.index, $0) })
    rest = items[...]
    stages = StagePool(in: batch.ledger.place.stages)
    queue = OutcomeQueue(items.map(\.index), isOrdered: names.known == nil)
  }

  /// The next input that is to be converted; those that are not are told.
  func next() async throws -> WorkItem? {
    while trouble == nil {
      if planned.isEmpty { try plan() }
      guard let (item, task) = planned.popFirst() else { return nil }
      if case .convert(let document, _) = task {
        try keep { () throws(LedgerError) in try batch.run.begin(document) }
        documents[item.index] = document
        return WorkItem(index: item.index, input: path(item), stage: stages.stage(item.index).path)
      }
      if let outcome = InputOutcome(task, item.input) { await finished(item, outcome) }
      await settle(queue.add(item.index, nil))
    }
    return nil
  }

  /// What became of an input in work.
  func take(_ work: WorkItem, _ outcome: WorkOutcome) async {
    guard outcome.outputs.isEmpty, case .failure(let failure) = outcome.result, outcome.file == nil else {
      return await settle(queue.add(work.index, outcome))
    }
    await fail(work.index, failure, outcome)
    await settle(queue.add(work.index, nil))
  }

  /// What was in work and did not end waits for the next run.
  func close() throws(LedgerError) {
    stages.clear()
    for document in documents.values { try batch.run.putBack(document) }
    if let trouble { throw trouble }
  }

  private func plan() throws {
    let portion = rest.prefix(Self.portion)
    rest = rest.dropFirst(portion.count)
    let paths = portion.map(\.ledgerPath)
    var plans: [Plan] = []
    try keep { () throws(LedgerError) in plans = try batch.run.plan(paths, batch.demand) }
    planned = zip(portion, plans).map { ($0, $1.task) }[...]
  }

  // MARK: Results

  private func settle(_ ready: [(Int, WorkOutcome)]) async {
    for (index, outcome) in ready where trouble == nil {
      defer { stages.giveBack(index) }
      guard let item = items[index], let document = documents[index] else { continue }
      do {
        let name = try await name(item, outcome, document)
        try checkTargets(item, outcome, name)
        let (outputs, alarms) = try place(outcome, index, document, name)
        documents[index] = nil
        switch outcome.result {
        case .success(let result): await finished(item, .done(result.file, outputs: outputs, alarms: alarms))
        case .failure(let failure): await finished(item, .failed(failure))
        }
      } catch let error as LedgerError where isOfTheRun(error) {
        trouble = error
      } catch {
        await fail(index, ConversionFailure(placing: error), outcome)
      }
    }
  }

  private func fail(_ index: Int, _ failure: ConversionFailure, _ outcome: WorkOutcome) async {
    defer { stages.giveBack(index) }
    guard let item = items[index], let document = documents[index] else { return }
    do throws(LedgerError) {
      try batch.run.fail(document, LedgerFailure(failure), seconds: outcome.duration / .seconds(1))
      documents[index] = nil
      await finished(item, .failed(failure))
    } catch {
      trouble = error
    }
  }

  /// A name never takes the place of another document's outputs, unless a person said so.
  private func name(
    _ item: Batch.Item, _ outcome: WorkOutcome, _ document: LedgerDocument
  ) async throws(LedgerError) -> String {
    let wanted =
      if let file = outcome.file { await names.name(item, file) } else { await names.noticeName(item) }
    if batch.folder.existing == .overwrite, names.known != nil { return wanted }
    let formats = Set(batch.order.formats + outcome.outputs.map(\.format)).map(\.fileExtension)
    var name = wanted
    while try batch.run.isTaken(formats.map { "\(name).\($0)" }, by: document.sha256) {
      name = await names.another(for: wanted)
    }
    return name
  }

  /// A searchable copy must not take the place of its original.
  private func checkTargets(
    _ item: Batch.Item, _ outcome: WorkOutcome, _ name: String
  ) throws(ConversionFailure) {
    guard outcome.outputs.contains(where: { $0.format == .pdf }) else { return }
    try SearchableCopy.check(batch.folder.target(name, .pdf), item.input)
  }

  private func place(
    _ outcome: WorkOutcome, _ index: Int, _ document: LedgerDocument, _ name: String
  ) throws(LedgerError) -> (outputs: [String], alarms: [NumberAlarm]) {
    let stage = stages.stage(index)
    let staged = outcome.outputs.map { output in
      SoHoaLedger.StagedOutput(
        staged: stage.appendingPathComponent(output.name).path,
        output: LedgerOutput(
          path: "\(name).\(output.format.fileExtension)", format: output.format.rawValue,
          bytes: output.bytes, sha256: output.sha256))
    }
    let placed = try batch.run.place(
      staged, of: document, Outcome(outcome, document, keepsRecord: batch.demand.records),
      foreign: ForeignFile(batch.folder.existing))
    for path in placed.leftOver { unlink(batch.folder.url.appendingPathComponent(path).path) }
    let outputs = placed.outputs.map { batch.folder.url.appendingPathComponent($0.path).relativePath }
    return (outputs, placed.alarms)
  }

  /// Whether no input can be dealt with any more.
  private func isOfTheRun(_ error: LedgerError) -> Bool {
    switch error {
    case .outputExists, .inputChanged, .outside, .notRegular: false
    case .notWritable(let path, _), .other(let path, _): path == batch.ledger.place.database.path
    default: true
    }
  }

  private func keep(_ step: () throws(LedgerError) -> Void) throws {
    do throws(LedgerError) { try step() } catch {
      trouble = error
      throw error
    }
  }

  private func path(_ item: Batch.Item) -> String {
    guard case .file(let url) = item.input.place else { return "-" }
    return url.relativePath
  }
}

extension InputOutcome {
  /// Nil for what is to be converted.
  fileprivate init?(_ task: Plan.Task, _ input: Input) {
    switch task {
    case .convert: return nil
    case .upToDate: self = .upToDate
    case .duplicate(_, let path): self = .duplicate(of: path)
    case .failed(_, let failure): self = .failedBefore(failure)
    case .unreadable(let trouble):
      self = .failed(
        ConversionFailure(.noAccess, trouble.message(input.fileName)))
    }
  }
}

extension Outcome {
  fileprivate init(_ outcome: WorkOutcome, _ document: LedgerDocument, keepsRecord: Bool) {
    let seconds = outcome.duration / .seconds(1)
    var failure: LedgerFailure?
    if case .failure(let reason) = outcome.result { failure = LedgerFailure(reason) }
    guard let file = outcome.file else {
      self.init(sha256: document.sha256, seconds: seconds, pages: 0, failure: failure)
      return
    }
    self.init(
      file, seconds: seconds, pages: file.pages.count,
      record: keepsRecord && failure == nil ? try? JSONEncoder().encode(file.withoutMarks) : nil)
    self.failure = failure
  }
}

extension ConvertedFile {
  /// Registers need no pictures of handwriting.
  fileprivate var withoutMarks: ConvertedFile {
    var file = self
    for index in file.pages.indices { file.pages[index].marks = [] }
    return file
  }
}

extension ConversionFailure {
  /// - Parameter error: why outputs could not get their names.
  fileprivate init(placing error: any Error) {
    switch error {
    case let failure as ConversionFailure: self = failure
    case let error as LedgerError: self.init(Kind(error), error.message)
    default: self.init(.other, Message(en: "\(error)", vi: "\(error)"))
    }
  }
}

extension ConversionFailure.Kind {
  fileprivate init(_ error: LedgerError) {
    switch error {
    case .outputExists: self = .outputExists
    case .inputChanged: self = .badInput
    case .outside: self = .invalidOutput
    case .notRegular: self = .crashed
    default: self = .noAccess
    }
  }
}

extension LedgerFailure {
  fileprivate init(_ failure: ConversionFailure) {
    self.init(kind: failure.kind.rawValue, message: failure.message)
  }
}

extension ForeignFile {
  fileprivate init(_ existing: ExistingOutputs) {
    switch existing {
    case .refuse: self = .refuse
    case .overwrite: self = .replace
    case .skip: self = .keep
    }
  }
}
