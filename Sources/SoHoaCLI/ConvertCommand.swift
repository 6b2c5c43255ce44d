import ArgumentParser
import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaModel

struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts scans, PDFs and OCR texts into records and restored text.",
    discussion: """
      INPUT is a file, a folder (walked with all folders below it) or - for standard input. Read are PDF, \
      TIFF, JPEG, PNG, BMP, WebP, PNM and plain text, recognised by content. Inputs are never changed. \
      Results are written to the output folder as NAME.json and so on, each whole or not at all.

      \(ExitStatus.table)
      """)

  @Argument(help: "Files or folders; - for standard input.", completion: .file()) var input: [String]
  @Option(
    name: [.customShort("o"), .long],
    help: "Output folder; - writes one input in one format to standard output.",
    completion: .directory)
  var output: String
  @Option(
    help: ArgumentHelp(
      """
      What to write, separated by commas: json (record, pages, words), txt (restored text), \
      tasks.csv (a row a task: who, what, by when), pdf (the scan as it came, with its text to be searched).
      """, valueName: "list"))
  var format = "json"
  @Option(help: "Standard of the searchable PDF: 1b, 2b (PDF/A-1b, PDF/A-2b) or none.")
  var pdfa = SearchablePDF.Conformance.a2b
  @Option(name: [.customShort("l"), .long], help: "Model of the recogniser: vie, eng, vie+eng.")
  var language = "vie"
  @Option(help: "Pages to convert, e.g. 1-3,5,8-end.") var pages: String?
  @Option(name: [.customShort("j"), .long], help: "Pages to read at the same time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "auto: page by page; ocr: recognise every page; text: take only text that the file holds.")
  var mode = ConversionSettings.Mode.auto
  @Flag(help: "Read files with a mark of secrecy (MẬT and above) too; else only a notice is written.")
  var allowClassified = false
  @OptionGroup(title: "For measurement only") var preparation: PreparationOptions
  @Flag(help: "Exit with 20 if a record needs a person's review.") var strict = false
  @Flag(name: [.customShort("q"), .long], help: "Print errors only.") var quiet = false

  func validate() throws {
    _ = try formats()
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes 1 to 256") }
    if let pages, PageSelection(pages) == nil {
      throw ValidationError("--pages takes pages and ranges such as 1-3,5,8-end, not \(pages)")
    }
    if output == "-", try input.count != 1 || formats().count != 1 {
      throw ValidationError("--output - takes one input and one format")
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
    }
  }

  private func convert(_ console: Console) async throws -> ExitStatus {
    let folder = output == "-" ? nil : try OutputFolder(URL(fileURLWithPath: output))
    let inputs = Input.gather(input, leavingOut: folder?.url)
    guard !inputs.isEmpty else { throw Self.nothingToDo(input) }
    let batch = Batch(converter: try makeConverter(), jobs: jobs)
    let report = BatchReport(console: console, inputs: inputs.count, quiet: quiet || folder == nil)
    let writing = Writing(folder: folder, formats: try formats(), copy: SearchableCopy(pdfa))
    try await Interruption.watch {
      await batch.run(inputs) { input, name, result in
        let written = writing.write(result, of: input, name: name)
        await report.add(input, written)
      }
    }
    return await report.finish(strict: strict)
  }

  private func makeConverter() throws -> Converter {
    let dictionaries: DictionaryFolder
    do { dictionaries = try .locate() } catch {
      throw ConversionFailure(.missingComponent, Message(en: "\(error)", vi: "\(error)"))
    }
    return Converter(
      settings: ConversionSettings(
        mode: mode, language: language, pages: pages, allowClassified: allowClassified),
      pages: pages.flatMap(PageSelection.init), jobs: jobs, prepare: preparation.settings,
      rawConfidence: preparation.rawConfidence, dictionaries: dictionaries)
  }

  private func formats() throws -> [OutputFormat] {
    let names = format.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let formats = names.compactMap(OutputFormat.init)
    guard !formats.isEmpty, formats.count == names.count else {
      throw ValidationError(
        "--format takes \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")), separated by commas"
      )
    }
    return formats
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

  /// Of a classified file the notice is written, as JSON, and the failure stays one.
  func write(
    _ result: Result<ConvertedFile, ConversionFailure>, of input: Input, name: String
  ) -> Result<ConvertedFile, ConversionFailure> {
    guard case .failure(let failure) = result, let notice = failure.notice else {
      return result.flatMap { write($0, of: input, name, formats) }
    }
    return write(notice, of: input, name, [.json]).flatMap { _ in .failure(failure) }
  }

  private func write(
    _ file: ConvertedFile, of input: Input, _ name: String, _ formats: [OutputFormat]
  ) -> Result<ConvertedFile, ConversionFailure> {
    do throws(ConversionFailure) {
      if let folder {
        return .success(try folder.write(file, of: input, name: name, formats: formats, copy: copy))
      } else if formats == [.pdf] {
        try StandardOutput.write(file, of: input, copy: copy)
      } else {
        try StandardOutput.write(file, as: formats[0])
      }
      return .success(file)
    } catch {
      return .failure(error)
    }
  }
}
