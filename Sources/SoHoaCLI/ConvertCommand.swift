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
  @Option(
    help: ArgumentHelp(
      """
      What to write, separated by commas: json (record, pages, words), txt (restored text), \
      tasks.csv (a row a task: who, what, by when), pdf (the scan as it came, with its text to be searched), \
      docx (a Word document to edit), md (Markdown), hocr and alto (words with their places, for other programs), \
      metadata.xml (archive metadata), edxml.xml (header of an edXML message); one file for the run: jsonl (a \
      record a line), register.xlsx, register.csv (sổ đăng ký văn bản; rows are added to the one that is there).
      """, valueName: "list"))
  var format = FormatList(argument: "json")!
  @Flag(help: "Lines of jsonl hold pages and words too.") var jsonlPages = false
  @Option(help: "Standard of the searchable PDF: 1b, 2b (PDF/A-1b, PDF/A-2b) or none.")
  var pdfa = SearchablePDF.Conformance.a2b
  @Option(name: [.customShort("l"), .long], help: "Model of the recogniser: vie, eng, vie+eng.")
  var language = "vie"
  @Option(help: "Pages to convert, e.g. 1-3,5,8-end.") var pages: String?
  @Option(
    name: [.customShort("j"), .long],
    help: "Pages to read at the same time: as many as there are cores, fewer where memory is short.")
  var jobs = Machine.jobs()
  @Option(help: "auto: page by page; ocr: recognise every page; text: take only text that the file holds.")
  var mode = ConversionSettings.Mode.auto
  @Flag(help: "Read files with a mark of secrecy (MẬT and above) too; else only a notice is written.")
  var allowClassified = false
  @OptionGroup(title: "Outputs") var outputs: OutputOptions
  @OptionGroup(title: "Registers") var registers: RegisterOptions
  @OptionGroup(title: "Limits of an input") var limits: WorkerOptions
  @OptionGroup(title: "For measurement only") var preparation: PreparationOptions
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
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes 1 to 256") }
    if let pages, PageSelection(pages) == nil {
      throw ValidationError("--pages takes pages and ranges such as 1-3,5,8-end, not \(pages)")
    }
    if output == "-", format.count != 1 || (format.run.isEmpty && input.count != 1) {
      throw ValidationError("--output - takes one input and one format, or any number of inputs and jsonl")
    }
  }

  func run() async throws {
    let console = Console()
    do {
      let status = try await convert(console)
      if status != .done { throw status.code }
    } catch let failure as ConversionFailure {
      console.say(failure.message)
      throw ExitStatus(failure.kind).code
    } catch let error as LedgerError {
      console.say(error.message)
      throw ExitStatus(error).code
    }
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
    let batch = try ledgerBatch(folder)
    let names = try outputNames(inputs)
    let places = documentPlaces(folder)
    let runOutputs = try format.run.map { try makeOutput($0, in: folder, places, console) }
    let plan = OutputPlan(
      folder: folder, names: names.known, formats: format.files, run: runOutputs, foreign: batch.foreign)
    let items = try plan.items(inputs)
    let report = BatchReport(
      console: console, inputs: items.count, skipped: inputs.count - items.count, quiet: quiet,
      folder: output)
    let (trouble, isInterrupted) = await Interruption.watch {
      await batch.convert(items, names: names) { await report.add($0.input, $1) }
    }
    if let trouble { throw trouble }
    await report.add(try batch.enter(Batch.Item.all(inputs), in: runOutputs, places: places))
    try batch.end(interrupted: isInterrupted)
    return isInterrupted ? .interrupted : await report.finish(strict: strict)
  }

  /// In this process, which reads inputs itself and keeps no ledger.
  private func convertHere(
    _ inputs: [Input], _ folder: OutputFolder?, _ console: Console
  ) async throws -> ExitStatus {
    let names = try outputNames(inputs)
    let places = documentPlaces(folder)
    let runOutputs = try format.run.map { try makeOutput($0, in: folder, places, console) }
    let items = try OutputPlan(folder: folder, names: names.known, formats: format.files, run: runOutputs)
      .items(inputs)
    let report = BatchReport(
      console: console, inputs: items.count, skipped: inputs.count - items.count,
      quiet: quiet || folder == nil, folder: output)
    let writing = Writing(
      folder: folder, formats: format.files, copy: SearchableCopy(pdfa), codes: try archiveCodes(),
      filing: outputs.filing)
    let recorders = RunOutputs(runOutputs)
    let batch = Batch(converter: try makeConverter(), jobs: jobs)
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
    return isInterrupted ? .interrupted : await report.finish(strict: strict)
  }

  private func outputNames(_ inputs: [Input]) throws -> OutputNames {
    OutputNames(
      inputs, template: try outputs.template(), filing: outputs.filing, isASCII: outputs.asciiNames)
  }

  private func documentPlaces(_ folder: OutputFolder?) -> DocumentPlaces {
    DocumentPlaces(made: format.files.contains { $0.fileExtension == "pdf" } ? folder : nil)
  }

  private func outputFolder() throws(ConversionFailure) -> OutputFolder? {
    guard output != "-" else { return nil }
    return try OutputFolder(URL(fileURLWithPath: output), existing: outputs.existing)
  }

  /// The outputs of a run that are one file each.
  private func makeOutput(
    _ format: RunFormat, in folder: OutputFolder?, _ places: DocumentPlaces, _ console: Console
  ) throws -> any BatchOutput {
    let target = folder?.url.appendingPathComponent(format.fileName)
    switch format {
    case .jsonl:
      return JSONLinesOutput(
        to: target, isContinued: outputs.skipExisting && !self.format.files.isEmpty,
        hasPages: jsonlPages)
    case .registerWorkbook: return try makeRegister(.xlsx, in: folder, places, console)
    case .registerCSV: return try makeRegister(.csv, in: folder, places, console)
    }
  }

  private func makeRegister(
    _ kind: Register.FileKind, in folder: OutputFolder?, _ places: DocumentPlaces, _ console: Console
  ) throws -> any BatchOutput {
    guard let folder else { throw Self.noStream() }
    let quiet = quiet
    return try registers.output(
      kind, in: folder.url, dictionaries: Self.dictionaries { $0 }, link: { places.url(of: $0) },
      tell: { if !quiet { console.say($0) } })
  }

  private func archiveCodes() throws(ConversionFailure) -> ArchiveCodes? {
    guard format.files.contains(where: \.needsArchiveEntry) else { return nil }
    return try Self.dictionaries { folder throws(DictionaryError) in try ArchiveCodes(dictionaries: folder) }
  }

  private static func dictionaries<Data>(
    _ read: (DictionaryFolder) throws(DictionaryError) -> Data
  ) throws(ConversionFailure) -> Data {
    do throws(DictionaryError) { return try read(.locate()) } catch {
      throw ConversionFailure(.missingComponent, Message(en: "\(error)", vi: "\(error)"))
    }
  }

  private var settings: ConversionSettings {
    ConversionSettings(mode: mode, language: language, pages: pages, allowClassified: allowClassified)
  }

  private func ledgerBatch(_ folder: OutputFolder) throws -> LedgerBatch {
    let order = WorkOrder(
      settings: settings, formats: format.files, pdf: pdfa, filing: outputs.filing,
      prepare: preparation.settings, rawConfidence: preparation.rawConfidence)
    var naming = ["ascii": "\(outputs.asciiNames)"]
    naming["template"] = outputs.nameTemplate
    return try LedgerBatch(
      folder: folder, order: order, jobs: jobs, limits: limits.limits(jobs: jobs),
      demand: PlanDemand(everything: !(resume ?? !outputs.overwrite), records: !format.run.isEmpty),
      naming: naming, dictionaries: try Self.dictionaries { $0 },
      arguments: Array(CommandLine.arguments.dropFirst()))
  }

  private func makeConverter() throws -> Converter {
    let dictionaries = try Self.dictionaries { $0 }
    return Converter(
      settings: settings,
      pages: pages.flatMap(PageSelection.init), jobs: jobs, prepare: preparation.settings,
      rawConfidence: preparation.rawConfidence, dictionaries: dictionaries)
  }

  private static func noStream() -> ConversionFailure {
    ConversionFailure(
      .invalidOutput,
      Message(
        en: "a register is a file: --output must name a folder",
        vi: "sổ đăng ký là một tệp: --output phải là thư mục"))
  }

  private static func nothingToDo(_ paths: [String]) -> ConversionFailure {
    ConversionFailure(
      .nothingToDo,
      Message(
        en: "\(paths.joined(separator: ", ")): no files here; name files or a folder that holds some",
        vi: "\(paths.joined(separator: ", ")): không có tệp nào; hãy nêu tệp hoặc thư mục có tệp"))
  }
}

extension ConversionSettings.Mode: ExpressibleByArgument {}
extension SearchablePDF.Conformance: ExpressibleByArgument {}

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
