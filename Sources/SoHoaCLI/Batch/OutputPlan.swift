import Foundation
import SoHoa
import SoHoaExport

/// What a run will write, looked through before any work starts.
struct OutputPlan {
  /// Nil for standard output.
  let folder: OutputFolder?
  /// Of all inputs; nil where names hang on what the documents say.
  let names: [String]?
  let formats: [OutputFormat]
  let run: [any BatchOutput]
  /// Which of the files that are there may not be replaced without asking.
  var foreign: ([URL]) throws -> [URL] = { $0 }

  /// The inputs that are to be read: with `--skip-existing`, those that lack an output.
  ///
  /// - Throws: `ConversionFailure` of the kind `outputExists` if something is there already that must not be.
  func items(_ inputs: [Input]) throws -> [Batch.Item] {
    let items = Batch.Item.all(inputs)
    guard let folder else { return items }
    let wanted = run.filter { !$0.isContinued }.compactMap(\.target) + items.flatMap(targets)
    if folder.existing == .refuse { try folder.existing.check(foreign(wanted)) }
    guard folder.existing == .skip else { return items }
    return items.filter { !isDone($0) }
  }

  private func isDone(_ item: Batch.Item) -> Bool {
    let wanted = targets(item) + (formats.isEmpty ? run.filter { !$0.isContinued }.compactMap(\.target) : [])
    return !wanted.isEmpty && wanted.allSatisfy(ExistingOutputs.exists)
  }

  private func targets(_ item: Batch.Item) -> [URL] {
    guard let folder, let names else { return [] }
    return formats.map { folder.target(names[item.index], $0) }
  }
}
