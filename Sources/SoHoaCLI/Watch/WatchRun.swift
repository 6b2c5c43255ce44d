import Foundation
import Logging
import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaProgress
import SoHoaWatch
import Synchronization

/// Takes settled files a few at a time, converts them as `convert` does, puts the originals where they belong, then
/// enters what is done in the outputs of the run.
struct WatchRun: Sendable {
  private static let portion = 64
  private static let pause = Duration.seconds(10)

  let watch: FolderWatch
  let folders: WatchFolders
  let folder: OutputFolder
  let options: ConvertOptions
  let console: Console
  let report: BatchReport
  let desk: ProgressDesk
  let quiet: Bool
  private let logger = Logger(label: "sohoa.watch")

  /// What became of the files of one portion.
  private final class Outcomes: Sendable {
    private let list = Mutex<[String: InputOutcome]>([:])
    func note(_ input: Input, _ outcome: InputOutcome) { list.withLock { $0[input.name] = outcome } }
    func outcome(_ path: String) -> InputOutcome? { list.withLock { $0[path] } }
  }

  init(
    watch: FolderWatch, folders: WatchFolders, folder: OutputFolder, options: ConvertOptions,
    console: Console, report: BatchReport, desk: ProgressDesk, quiet: Bool
  ) {
    self.watch = watch
    self.folders = folders
    self.folder = folder
    self.options = options
    self.console = console
    self.report = report
    self.desk = desk
    self.quiet = quiet
  }

  /// Until the task is cancelled.
  ///
  /// - Returns: a fault that no waiting will mend.
  func run() async -> LedgerError? {
    var told: LedgerError?
    var counted: Set<String> = []
    while !Task.isCancelled {
      let files = await watch.next(atMost: Self.portion)
      if files.isEmpty { break }
      logger.info("files settled", metadata: ["files": "\(files.count)"])
      do {
        try await take(files, &counted)
        told = nil
      } catch let error as LedgerError where !Self.mends(error) {
        return error
      } catch {
        let again = (error as? LedgerError)
        if again == nil || again != told { console.say(Self.message(error)) }
        told = again
        for file in files { watch.release(file) }
        try? await Task.sleep(for: Self.pause)
      }
    }
    return nil
  }

  /// Another run that ends, a disk that gets room again.
  private static func mends(_ error: LedgerError) -> Bool {
    switch error {
    case .damaged, .foreign, .newer, .older: false
    default: true
    }
  }

  private static func message(_ error: any Error) -> Message {
    (error as? any Explained)?.message ?? Message(en: "\(error)", vi: "\(error)")
  }

  /// - Parameter counted: files that progress has been told of and that have no outcome yet: they come again.
  private func take(_ files: [SettledFile], _ counted: inout Set<String>) async throws {
    let inputs = files.map(input)
    let batch = try options.ledgerBatch(folder, everything: false)
    let outcomes = Outcomes()
    let report = report
    desk.take(.found(files: files.count { !counted.contains($0.path) }))
    let trouble = await batch.convert(
      Batch.Item.all(inputs), names: try options.outputNames(inputs),
      heard: { report.hear($0.input, $1) },
      finished: { item, outcome in
        outcomes.note(item.input, outcome)
        await report.add(item.input, outcome)
      })
    for file in files {
      let outcome = outcomes.outcome(file.path)
      if outcome == nil { counted.insert(file.path) } else { counted.remove(file.path) }
      settle(file, outcome, batch.run)
    }
    await enter(batch)
    try batch.end(interrupted: Task.isCancelled)
    await report.write()
    if let trouble { throw trouble }
  }

  private func input(_ file: SettledFile) -> Input {
    let url = URL(fileURLWithPath: file.path)
    let parent = url.deletingLastPathComponent().path
    return Input(.file(url), folder: String(parent.dropFirst(watch.folder.count + 1)))
  }

  // MARK: Originals

  /// What has no outcome stays and is given again; it waits in the ledger.
  private func settle(_ file: SettledFile, _ outcome: InputOutcome?, _ run: LedgerRun) {
    switch outcome {
    case .done, .upToDate, .duplicate: move(file, to: folders.done, run)
    case .failed(let failure) where Self.mayPass(failure.kind): watch.release(file)
    case .failed, .failedBefore: move(file, to: folders.failed, run)
    case nil: watch.release(file)
    }
  }

  /// The fault lies in the place, not in the file: it is tried again.
  private static func mayPass(_ kind: ConversionFailure.Kind) -> Bool {
    [.noAccess, .missingComponent, .invalidOutput, .outputExists].contains(kind)
  }

  private func move(_ file: SettledFile, to target: URL?, _ run: LedgerRun) {
    guard let target else { return }
    let mover = OriginalMover(from: watch.folder, to: target)
    do throws(MoveFailure) {
      let place = try mover.move(file, wanted: mover.place(of: file.path))
      logger.info("original moved", metadata: ["file": "\(file.path)", "to": "\(place)"])
      try? run.relocated(file.path, to: place)
    } catch {
      console.say(error.message)
      watch.release(file)
    }
  }

  // MARK: Outputs of the run

  /// What cannot be entered now, since somebody has the register open, is entered with the next files.
  private func enter(_ batch: LedgerBatch) async {
    let places = options.documentPlaces(folder)
    let quiet = quiet
    let console = console
    do {
      let outputs = try options.format.run.map { format in
        try options.makeOutput(format, in: folder, places, hasPages: false) { if !quiet { console.say($0) } }
      }
      for failure in try await batch.enterPending(in: outputs, places: places) {
        console.say(failure.message)
      }
    } catch {
      console.say(Self.message(error))
    }
  }
}
