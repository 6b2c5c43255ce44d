import Foundation
import SoHoa
import SoHoaExport
import SoHoaFiles
import SoHoaModel

/// The folder in which the outputs of one input wait to be put in their places.
struct Stage {
  /// Of all outputs, before the format's extension.
  static let name = "record"
  private let folder: OutputFolder

  init(_ path: String) throws(ConversionFailure) {
    folder = try OutputFolder(URL(fileURLWithPath: path, isDirectory: true))
  }

  /// - Returns: the result with what the writing found.
  func write(
    _ file: ConvertedFile, of input: Input, order: WorkOrder, entry: ArchiveEntry?
  ) throws(ConversionFailure) -> ConvertedFile {
    do throws(ConversionFailure) {
      return try folder.write(
        file, of: input, name: Self.name, formats: order.formats, copy: SearchableCopy(order.pdf),
        entry: entry)
    } catch {
      throw named(error, input)
    }
  }

  /// Calls an output as the input is called: the stage tells a clerk nothing.
  private func named(_ failure: ConversionFailure, _ input: Input) -> ConversionFailure {
    let staged = folder.url.appendingPathComponent(Self.name).path
    let name = (input.fileName as NSString).deletingPathExtension
    var named = failure
    named.message = Message(
      en: failure.message.en.replacingOccurrences(of: staged, with: name),
      vi: failure.message.vi.replacingOccurrences(of: staged, with: name))
    return named
  }

  func write(_ notice: ConvertedFile) throws {
    _ = try folder.write(OutputFormat.json.encode(notice), name: "\(Self.name).json")
  }

  /// Those that are there.
  func outputs(_ formats: [OutputFormat]) throws(ConversionFailure) -> [StagedOutput] {
    do {
      return try formats.compactMap(output)
    } catch {
      throw ConversionFailure(.invalidOutput, Message(en: "\(error)", vi: "\(error)"))
    }
  }

  private func output(_ format: OutputFormat) throws -> StagedOutput? {
    let url = folder.target(Self.name, format)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let digest = try FileDigest(path: url.path)
    return StagedOutput(
      format: format, name: url.lastPathComponent, bytes: digest.bytes, sha256: digest.sha256)
  }
}
