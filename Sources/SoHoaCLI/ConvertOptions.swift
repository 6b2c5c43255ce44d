import ArgumentParser
import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaLedger
import SoHoaModel
import SoHoaRegisters
import SoHoaWorkers

/// What is made of inputs, and how: the options that all commands that convert have.
struct ConvertOptions: ParsableArguments {
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

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes 1 to 256") }
    if let pages, PageSelection(pages) == nil {
      throw ValidationError("--pages takes pages and ranges such as 1-3,5,8-end, not \(pages)")
    }
  }
}

extension ConvertOptions {
  func outputNames(_ inputs: [Input]) throws -> OutputNames {
    OutputNames(
      inputs, template: try outputs.template(), filing: outputs.filing, isASCII: outputs.asciiNames)
  }

  func documentPlaces(_ folder: OutputFolder?) -> DocumentPlaces {
    DocumentPlaces(made: format.files.contains { $0.fileExtension == "pdf" } ? folder : nil)
  }

  /// The outputs of a run that are one file each.
  func makeOutput(
    _ format: RunFormat, in folder: OutputFolder?, _ places: DocumentPlaces, hasPages: Bool,
    tell: @escaping @Sendable (Message) -> Void
  ) throws -> any BatchOutput {
    let target = folder?.url.appendingPathComponent(format.fileName)
    switch format {
    case .jsonl:
      return JSONLinesOutput(
        to: target, isContinued: outputs.skipExisting && !self.format.files.isEmpty,
        hasPages: hasPages)
    case .registerWorkbook: return try makeRegister(.xlsx, in: folder, places, tell)
    case .registerCSV: return try makeRegister(.csv, in: folder, places, tell)
    }
  }

  private func makeRegister(
    _ kind: Register.FileKind, in folder: OutputFolder?, _ places: DocumentPlaces,
    _ tell: @escaping @Sendable (Message) -> Void
  ) throws -> any BatchOutput {
    guard let folder else { throw Self.noStream() }
    return try registers.output(
      kind, in: folder.url, dictionaries: Self.dictionaries { $0 }, link: { places.url(of: $0) },
      tell: tell)
  }

  func archiveCodes() throws(ConversionFailure) -> ArchiveCodes? {
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

  var settings: ConversionSettings {
    ConversionSettings(mode: mode, language: language, pages: pages, allowClassified: allowClassified)
  }

  /// - Parameter everything: what is done already is done again.
  func ledgerBatch(_ folder: OutputFolder, everything: Bool) throws -> LedgerBatch {
    let order = WorkOrder(
      settings: settings, formats: format.files, pdf: pdfa, filing: outputs.filing,
      prepare: preparation.settings, rawConfidence: preparation.rawConfidence)
    var naming = ["ascii": "\(outputs.asciiNames)"]
    naming["template"] = outputs.nameTemplate
    return try LedgerBatch(
      folder: folder, order: order, jobs: jobs, limits: limits.limits(jobs: jobs),
      demand: PlanDemand(everything: everything, records: !format.run.isEmpty),
      naming: naming, dictionaries: try Self.dictionaries { $0 },
      arguments: Array(CommandLine.arguments.dropFirst()))
  }

  func makeConverter() throws -> Converter {
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
}

extension ConversionSettings.Mode: ExpressibleByArgument {}
extension SearchablePDF.Conformance: ExpressibleByArgument {}
