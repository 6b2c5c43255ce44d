import Foundation
import SoHoaModel

/// An opened input. Pages are produced one at a time, so that memory stays flat.
///
/// Used by one task at a time; the pages themselves can go anywhere.
public final class InputFile {
  public let name: String
  public let mediaType: MediaType
  /// All pages that the file has.
  public let pageCount: Int
  /// Pages wanted by the settings, ascending, from 1.
  public let pageNumbers: [Int]
  /// What is to be known of the file as a whole, e.g. `pdf.signed`.
  public let findings: [Finding]
  /// Digital signatures that the file carries, in its own order.
  public let signatures: [FileSignature]

  let source: any PageSource

  public convenience init(
    contentsOf url: URL, settings: AcquireSettings = AcquireSettings(),
    legacy: (any LegacyTextReader)? = nil
  ) throws(AcquisitionError) {
    try self.init(FileBytes(contentsOf: url, limits: settings.limits), settings: settings, legacy: legacy)
  }

  /// - Parameters:
  ///   - name: how messages call it, e.g. `standard input`.
  ///   - legacy: reads text of before Unicode; nil: such text layers are recognised as pictures, and such
  ///     text files are broken UTF-8.
  public convenience init(
    data: Data, name: String, settings: AcquireSettings = AcquireSettings(),
    legacy: (any LegacyTextReader)? = nil
  ) throws(AcquisitionError) {
    try self.init(FileBytes(data, name: name, limits: settings.limits), settings: settings, legacy: legacy)
  }

  private init(
    _ bytes: FileBytes, settings: AcquireSettings, legacy: (any LegacyTextReader)?
  ) throws(AcquisitionError) {
    guard let type = MediaType.recognise(bytes.buffer.prefix(MediaType.prefixLength)) else {
      throw .wrongType(file: bytes.name, found: MediaType.foreignName(bytes.buffer.prefix(64)))
    }
    name = bytes.name
    mediaType = type
    source = try Self.open(bytes, as: type, settings: settings, legacy: legacy)
    pageCount = source.pageCount
    findings = source.findings
    signatures = source.signatures
    pageNumbers = try Self.select(settings, count: source.pageCount, file: bytes.name)
  }

  /// One page; trouble with it becomes its findings, and its content `unreadable`.
  public func page(_ number: Int) -> AcquiredPage {
    do throws(AcquisitionError) {
      guard (1...max(1, pageCount)).contains(number) else {
        throw .noSuchPage(file: name, page: number, count: pageCount)
      }
      return try source.page(number)
    } catch {
      let finding = Finding(.error, error.code, error.message, page: number)
      return AcquiredPage(number: number, content: .unreadable, findings: [finding])
    }
  }

  private static func open(
    _ bytes: FileBytes, as type: MediaType, settings: AcquireSettings, legacy: (any LegacyTextReader)?
  ) throws(AcquisitionError) -> any PageSource {
    switch type {
    case .pdf: try PDFFile(bytes, settings: settings, legacy: legacy)
    case .text: try TextFile(bytes, settings: settings, legacy: legacy)
    default: try ImageFile(bytes, type: type, settings: settings)
    }
  }

  private static func select(
    _ settings: AcquireSettings, count: Int, file: String
  ) throws(AcquisitionError) -> [Int] {
    guard count > 0 else { throw .noPages(file: file) }
    let wanted = settings.pages ?? [1...count]
    if let beyond = wanted.first(where: { $0.lowerBound < 1 || $0.lowerBound > count }) {
      throw .noSuchPage(file: file, page: beyond.lowerBound, count: count)
    }
    let ranges = wanted.map { $0.clamped(to: 1...count) }
    let asked = ranges.reduce(0) { $0 + $1.count }
    guard asked <= settings.limits.maxPages || count <= settings.limits.maxPages else {
      throw .tooManyPages(file: file, count: asked, limit: settings.limits.maxPages)
    }
    let numbers = Set(ranges.flatMap { Array($0) }).sorted()
    guard numbers.count <= settings.limits.maxPages else {
      throw .tooManyPages(file: file, count: numbers.count, limit: settings.limits.maxPages)
    }
    return numbers
  }
}
