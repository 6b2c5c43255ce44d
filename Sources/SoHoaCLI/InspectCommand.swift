import ArgumentParser
import Foundation
import SoHoa
import SoHoaModel

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what becomes of a page: pictures of every step, and the figures.",
    discussion: """
      Writes NAME.pN.STEP.png to the output folder: acquired (as it came out of the file), prepared (what is \
      read), layer-red, -blue, -black (the inks apart), regions (parts read one after the other, numbered), cells \
      (of tables), marks (seals, stamps, signatures), blocks (lines and blocks in reading order), words (green: sure, red: doubtful, with the confidence in per cent). A summary goes to standard output.

      \(ExitStatus.table)
      """)

  @Argument(help: "A PDF or an image file.", completion: .file()) var file: String
  @Option(help: "Page to show, from 1.") var page = 1
  @Option(name: [.customShort("o"), .long], help: "Folder for the pictures.", completion: .directory)
  var output: String
  @Option(name: [.customShort("l"), .long], help: "Model of the recogniser: vie, eng, vie+eng.")
  var language = "vie"
  @Option(help: "auto: a sound text layer is taken; ocr: the page is recognised; text: only its own text.")
  var mode = ConversionSettings.Mode.auto
  @Flag(help: "Print the summary as JSON.") var json = false

  func validate() throws {
    guard page >= 1 else { throw ValidationError("--page takes a number from 1") }
  }

  func run() async throws {
    let console = Console()
    do {
      let settings = ConversionSettings(mode: mode, language: language)
      let inspector = Inspector(settings: settings, dictionaries: try Self.dictionaries())
      let folder = try OutputFolder(URL(fileURLWithPath: output))
      let inspection = try await inspector.inspect(Input(.file(URL(fileURLWithPath: file))), page: page)
      try write(inspection, to: folder, console)
      try tell(InspectionSummary(inspection), console)
    } catch let failure as ConversionFailure {
      console.say(failure.message)
      throw ExitStatus(failure.kind).code
    }
  }

  private static func dictionaries() throws(ConversionFailure) -> DictionaryFolder {
    do { return try .locate() } catch {
      throw ConversionFailure(.missingComponent, Message(en: "\(error)", vi: "\(error)"))
    }
  }

  private func write(_ inspection: PageInspection, to folder: OutputFolder, _ console: Console) throws {
    let name = (URL(fileURLWithPath: file).lastPathComponent as NSString).deletingPathExtension
    for picture in inspection.pictures() {
      let target = try folder.write(picture.png, name: "\(name).p\(page).\(picture.name).png")
      console.say(target.relativePath)
    }
  }

  private func tell(_ summary: InspectionSummary, _ console: Console) throws {
    guard json else { return print(summary.text(in: console.language), terminator: "") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(summary), as: UTF8.self))
  }
}
