import ArgumentParser
import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaRegisters
import SoHoaWorkers

struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts scans, PDFs and OCR texts into records and restored text.",
    discussion: """
      INPUT is a file, a folder (walked with all folders below it) or - for standard input. Read are PDF, \
      TIFF, JPEG, PNG, BMP, WebP, PNM and plain text, recognised by content. Inputs are never changed. \
      Results are written to the output folder as NAME.json and so on, each whole or not at all. The folder keeps a \
      ledger (see `sohoa status`): run again, the command goes on where it was, and leaves out what is done.

      \(ExitStatus.table)
      """)

  @Argument(help: "Files or folders; - for standard input.", completion: .file()) var input: [String]
  @Option(
    name: [.customShort("o"), .long],
    help: "Output folder; - writes one input in one format, or jsonl, to standard output.",
    completion: .directory)
  var output: String
  @Flag(help: "Lines of jsonl hold pages and words too.") var jsonlPages = false
  @OptionGroup(title: "Conversion") var options: ConvertOptions
  @OptionGroup(title: "Progress") var progress: ProgressOptions
  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: """
      Go on from the ledger of the output folder: what is done and has not changed is left out (so it is unless \
      --overwrite is given).
      """)
  var resume: Bool?
  @Flag(
    help: """
      Read inputs in this process, not in worker processes, and without a ledger: quicker by a start, but what \
      crashes on one input ends the run. Always so for standard input and output and --jsonl-pages.
      """)
  var inProcess = false
  @Option(
    help:
      "File with options, see `sohoa config check --help`; by default ~/.config/sohoa/sohoa.yaml, if there.",
    completion: .file())
  var config: String?
  @Flag(help: "Exit with 20 if a record needs a person's review.") var strict = false
  @Flag(name: [.customShort("q"), .long], help: "Print errors only.") var quiet = false

  func validate() throws {
    if output == "-", options.format.count != 1 || (options.format.run.isEmpty && input.count != 1) {
      throw ValidationError("--output - takes one input and one format, or any number of inputs and jsonl")
    }
  }

  func run() async throws {
    let console = progress.console()
    try await console.run { try await convert(console) }
  }

  private func convert(_ console: Console) async throws -> ExitStatus {
    let folder = try outputFolder()
    StandardOutput.setReaderGone(endsRun: folder == nil)
    let inputs = Input.gather(input, leavingOut: folder?.url)
    guard !inputs.isEmpty else { throw Self.nothingToDo(input) }
    if let folder, !inProcess, !jsonlPages, !inputs.contains(where: { $0.place == .standardInput }) {
      return try await convert(inputs, into: folder, console)
    }
    return try await convertHere(inputs, folder, console)
  }

  /// In worker processes, with a ledger.
  private func convert(
    _ inputs: [Input], into folder: OutputFolder, _ console: Console
  ) async throws -> ExitStatus {
    let batch = try options.ledgerBatch(
      folder, everything: !(resume ?? !options.outputs.overwrite))
    let names = try options.outputNames(inputs)
    let places = options.documentPlaces(folder)
    let runOutputs = try makeOutputs(folder, places, console)
    let plan = OutputPlan(
      folder: folder, names: names.known, formats: options.format.files, run: runOutputs,
      foreign: batch.foreign)
    let items = try plan.items(inputs)
    let desk = progress.desk(console, isSingle: items.count == 1, quiet: quiet)
    let report = BatchReport(
      console: console, desk: desk, inputs: items.count, skipped: inputs.count - items.count, quiet: quiet,
      folder: output)
    let (trouble, isInterrupted) = await Interruption.watch {
      await desk.ticking {
        await batch.convert(items, names: names, heard: { report.hear($0.input, $1) }) {
          await report.add($0.input, $1)
        }
      }
    }
    if let trouble { throw trouble }
    await report.add(try batch.enter(Batch.Item.all(inputs), in: runOutputs, places: places))
    try batch.end(interrupted: isInterrupted)
    return await report.finish(strict: strict, isInterrupted: isInterrupted, report: progress.report)
  }

  /// In this process, which reads inputs itself and keeps no ledger.
  private func convertHere(
    _ inputs: [Input], _ folder: OutputFolder?, _ console: Console
  ) async throws -> ExitStatus {
    let names = try options.outputNames(inputs)
    let places = options.documentPlaces(folder)
    let runOutputs = try makeOutputs(folder, places, console)
    let items = try OutputPlan(
      folder: folder, names: names.known, formats: options.format.files, run: runOutputs
    )
    .items(inputs)
    let isQuiet = quiet || folder == nil
    let desk = progress.desk(console, isSingle: items.count == 1, quiet: isQuiet)
    let report = BatchReport(
      console: console, desk: desk, inputs: items.count, skipped: inputs.count - items.count, quiet: isQuiet,
      folder: output)
    let writing = Writing(
      folder: folder, formats: options.format.files, copy: SearchableCopy(options.pdfa),
      codes: try options.archiveCodes(),
      filing: options.outputs.filing)
    let recorders = RunOutputs(runOutputs)
    let batch = Batch(converter: try options.makeConverter(), jobs: options.jobs)
    let (_, isInterrupted) = await Interruption.watch {
      await batch.run(
        items,
        inTurn: { item, file in
          let name = await names.name(item, file)
          places.note(name, item.input)
          await recorders.add(file, name: name)
          return name
        },
        finished: { item, result in
          let written = await writing.write(result, of: item, notice: await names.noticeName(item))
          await report.add(item.input, InputOutcome(written))
        })
    }
    await report.add(recorders.finish())
    return await report.finish(strict: strict, isInterrupted: isInterrupted, report: progress.report)
  }

  /// The outputs of the run that are one file each.
  private func makeOutputs(
    _ folder: OutputFolder?, _ places: DocumentPlaces, _ console: Console
  ) throws -> [any BatchOutput] {
    let quiet = quiet
    return try options.format.run.map { format in
      try options.makeOutput(format, in: folder, places, hasPages: jsonlPages) {
        if !quiet { console.say($0) }
      }
    }
  }

  private func outputFolder() throws(ConversionFailure) -> OutputFolder? {
    guard output != "-" else { return nil }
    return try OutputFolder(URL(fileURLWithPath: output), existing: options.outputs.existing)
  }

  private static func nothingToDo(_ paths: [String]) -> ConversionFailure {
    ConversionFailure(
      .nothingToDo,
      Message(
        en: "\(paths.joined(separator: ", ")): no files here; name files or a folder that holds some",
        vi: "\(paths.joined(separator: ", ")): không có tệp nào; hãy nêu tệp hoặc thư mục có tệp"))
  }
}

/// Where the results of a run go, and in which forms.
private struct Writing: Sendable {
  let folder: OutputFolder?
  let formats: [OutputFormat]
  let copy: SearchableCopy
  /// Where a format wants them.
  let codes: ArchiveCodes?
  let filing: Filing

  /// Of a classified file the notice is written, as JSON, and the failure stays one; not among lines on standard
  /// output.
  func write(
    _ result: Result<(ConvertedFile, String), ConversionFailure>, of item: Batch.Item,
    notice name: @autoclosure () async -> String
  ) async -> Result<ConvertedFile, ConversionFailure> {
    switch result {
    case .success(let (file, name)): return write(file, item, name, formats)
    case .failure(let failure):
      guard let notice = failure.notice else { return .failure(failure) }
      let isStream = folder == nil && formats.isEmpty
      return write(notice, item, await name(), isStream ? [] : [.json]).flatMap { _ in .failure(failure) }
    }
  }

  private func write(
    _ file: ConvertedFile, _ item: Batch.Item, _ name: String, _ formats: [OutputFormat]
  ) -> Result<ConvertedFile, ConversionFailure> {
    let entry = codes.map { ArchiveEntry(codes: $0, filing: filing, index: item.index) }
    do throws(ConversionFailure) {
      if let folder {
        return .success(
          try folder.write(file, of: item.input, name: name, formats: formats, copy: copy, entry: entry))
      } else if formats == [.pdf] {
        try StandardOutput.write(file, of: item.input, copy: copy)
      } else if let format = formats.first {
        try StandardOutput.write(file, as: format, entry)
      }
      return .success(file)
    } catch {
      return .failure(error)
    }
  }
}
