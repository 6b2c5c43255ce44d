import Foundation
import SoHoa
import SoHoaExport
import SoHoaLedger
import SoHoaModel

/// Enters documents in one output of a run, from what the ledger kept of them: each once, also where the run that did
/// them was cut off before.
struct RunEntries {
  let batch: LedgerBatch
  let output: any BatchOutput
  let places: DocumentPlaces

  /// - Parameter items: all inputs of the run, in order.
  /// - Returns: what went wrong with the output; then nothing is entered, and the next run tries again.
  func enter(_ items: [Batch.Item]) async throws(LedgerError) -> [ConversionFailure] {
    guard let target = output.target else { return [] }
    return try await enter(documents(try batch.run.recorded(items.map(\.ledgerPath)), target), in: target)
  }

  /// The same for all that is done and is not in the output yet, wherever its originals lie by now.
  func enterPending() async throws(LedgerError) -> [ConversionFailure] {
    guard let target = output.target else { return [] }
    let pending = try batch.run.unentered(in: target)
    guard !pending.isEmpty else { return [] }
    return try await enter(documents(pending, target), in: target)
  }

  private func enter(
    _ documents: [Int64], in target: URL
  ) async throws(LedgerError) -> [ConversionFailure] {
    let entering = RunOutputs([output])
    for document in documents {
      if let record = try batch.run.record(of: document) { await enter(record, entering) }
    }
    let run = batch.run
    let failures = await entering.finish { temporary, target in
      try run.place(
        RunOutputNote(
          target: target, temporary: temporary, rows: documents.count, documents: documents))
    }
    if failures.isEmpty { try run.note(entered: documents, in: target) }
    return failures
  }

  /// Those that are not in an output that is added to; else those that were in it and those of this run, a content
  /// once.
  ///
  /// - Parameter own: those of this run.
  private func documents(_ own: [Int64], _ target: URL) throws(LedgerError) -> [Int64] {
    let entered = ExistingOutputs.exists(target) ? try batch.run.entered(in: target) : []
    if output.isContinued {
      let known = Set(entered)
      return own.filter { !known.contains($0) }
    }
    if batch.folder.existing == .overwrite { return own }
    let anew = Set(try contents(own).values)
    let old = try contents(entered)
    return entered.filter { document in old[document].map { !anew.contains($0) } ?? false } + own
  }

  /// SHA-256 by document, of those that are done.
  private func contents(_ documents: [Int64]) throws(LedgerError) -> [Int64: String] {
    var contents: [Int64: String] = [:]
    for document in documents { contents[document] = try batch.run.content(of: document) }
    return contents
  }

  private func enter(_ record: KeptRecord, _ entering: RunOutputs) async {
    guard let file = try? JSONDecoder().decode(ConvertedFile.self, from: record.json) else { return }
    await entering.add(file, name: places.note(record))
  }
}
