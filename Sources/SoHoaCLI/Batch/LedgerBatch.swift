import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaWorkers

/// A run through worker processes into a folder whose ledger knows what is done: plans, converts, places, and enters
/// what is done in the outputs of the run.
struct LedgerBatch: Sendable {
  let folder: OutputFolder
  let order: WorkOrder
  let jobs: Int
  let limits: WorkerLimits
  let demand: PlanDemand
  let ledger: Ledger
  let run: LedgerRun

  /// Takes the folder for this run.
  ///
  /// - Parameters:
  ///   - naming: options that names of outputs hang on, for the ledger.
  ///   - arguments: of the command line.
  init(
    folder: OutputFolder, order: WorkOrder, jobs: Int, limits: WorkerLimits,
    demand: PlanDemand, naming: [String: String], dictionaries: DictionaryFolder, arguments: [String]
  ) throws(LedgerError) {
    self.folder = folder
    self.order = order
    self.jobs = jobs
    self.limits = limits
    self.demand = demand
    ledger = try Ledger(folder: folder.url)
    run = try ledger.run(
      settings: SettingsKey(order, naming: naming, dictionaries: dictionaries), arguments: arguments)
  }

  /// Which of these files are there and no run on this folder made.
  func foreign(_ targets: [URL]) throws(LedgerError) -> [URL] {
    let base = folder.url.standardizedFileURL.path + "/"
    var foreign: [URL] = []
    for url in targets where ExistingOutputs.exists(url) {
      let path = url.standardizedFileURL.path
      if try run.isOwn(url) { continue }
      guard path.hasPrefix(base) else {
        foreign.append(url)
        continue
      }
      if try !run.foreign(among: [String(path.dropFirst(base.count))]).isEmpty { foreign.append(url) }
    }
    return foreign
  }

  /// - Parameters:
  ///   - heard: told of inputs in work.
  ///   - finished: called once an input, once its outputs are in place.
  /// - Returns: a fault of the ledger or of the disk that ended the whole run.
  func convert(
    _ items: [Batch.Item], names: OutputNames,
    heard: @escaping @Sendable (Batch.Item, WorkNote) -> Void = { _, _ in },
    finished: @escaping @Sendable (Batch.Item, InputOutcome) async -> Void
  ) async -> LedgerError? {
    // By bytes: names that differ in how marks are written are two files, and one String.
    var seen: Set<[UInt8]> = []
    let items = items.filter { seen.insert(Array($0.ledgerPath.utf8)).inserted }
    let desk = BatchDesk(self, items, names, finished)
    let known = Dictionary(uniqueKeysWithValues: items.map { ($0.index, $0) })
    let supervisor = Supervisor(
      program: .sohoa(writable: ledger.place.stages, limits: limits), order: order, jobs: jobs,
      limits: limits,
      spread: items.count < 2 * jobs ? Supervisor.Spread(longest: 1, pagesPerPart: 1) : .init(),
      heard: { work, note in if let item = known[work.index] { heard(item, note) } })
    try? await supervisor.run(PlannedWork(desk: desk)) { await desk.take($0, $1) }
    do throws(LedgerError) { try await desk.close() } catch { return error }
    return nil
  }

  /// Enters what is done in the outputs of the run: in one that is continued, what is not in it yet.
  ///
  /// - Returns: what went wrong, an error an output.
  func enter(
    _ items: [Batch.Item], in outputs: [any BatchOutput], places: DocumentPlaces
  ) async throws(LedgerError) -> [ConversionFailure] {
    var failures: [ConversionFailure] = []
    for output in outputs {
      failures += try await RunEntries(batch: self, output: output, places: places).enter(items)
    }
    return failures
  }

  /// Enters all that is done and not entered yet, of earlier runs too.
  func enterPending(
    in outputs: [any BatchOutput], places: DocumentPlaces
  ) async throws(LedgerError) -> [ConversionFailure] {
    var failures: [ConversionFailure] = []
    for output in outputs {
      failures += try await RunEntries(batch: self, output: output, places: places).enterPending()
    }
    return failures
  }

  func end(interrupted: Bool) throws(LedgerError) {
    try run.end(interrupted: interrupted)
    try ledger.close()
  }
}

extension Batch.Item {
  /// As the ledger knows it.
  var ledgerPath: String {
    guard case .file(let url) = input.place else { return "-" }
    return url.standardizedFileURL.path
  }
}

extension SettingsKey {
  /// What changes the outputs of a document.
  fileprivate init(_ order: WorkOrder, naming: [String: String], dictionaries: DictionaryFolder) {
    var options = naming
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func note(_ name: String, _ value: some Encodable) {
      options[name] = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
    note("filing", order.filing)
    note("limits", order.limits)
    note("prepare", order.prepare)
    note("rawConfidence", order.rawConfidence)
    if order.formats.contains(.pdf) { options["pdfa"] = order.pdf.rawValue }
    self.init(
      order.settings, formats: order.formats.map(\.rawValue), options: options,
      software: .atWork(dictionaries: dictionaries, language: order.settings.language))
  }
}
