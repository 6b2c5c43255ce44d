import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel

/// Shows what becomes of one page on its way to words (`sohoa inspect`).
public struct Inspector: Sendable {
  private let settings: ConversionSettings
  private let limits: Limits
  private let worker: PageWorker

  public init(
    settings: ConversionSettings = ConversionSettings(), limits: Limits = Limits(),
    dictionaries: DictionaryFolder
  ) {
    self.settings = settings
    self.limits = limits
    worker = PageWorker(language: settings.language, dictionaries: dictionaries, prepare: PrepareSettings())
  }

  /// - Parameter number: page of the file, from 1.
  public func inspect(_ input: Input, page number: Int) async throws(ConversionFailure) -> PageInspection {
    let acquired = try acquire(input, number, mode: settings.mode)
    switch acquired.content {
    case .picture(let raster): return try await read(raster, acquired)
    case .words(let page):
      let picture = try acquire(input, number, mode: .ocr)
      guard case .picture(let raster) = picture.content else { throw Self.noPicture(input, number) }
      var page = ColumnSplitter().run(page)
      page.findings = acquired.findings + page.findings
      return PageInspection(acquired: raster, prepared: nil, page: page)
    case .unreadable:
      throw ConversionFailure(
        .badInput, acquired.findings.first?.message ?? Self.noPicture(input, number).message)
    }
  }

  private func acquire(
    _ input: Input, _ number: Int, mode: ConversionSettings.Mode
  ) throws(ConversionFailure) -> AcquiredPage {
    guard case .file(let url) = input.place else { throw Self.noPicture(input, number) }
    let settings = AcquireSettings(mode: mode, pages: [number...number], limits: limits)
    do throws(AcquisitionError) {
      let file = try InputFile(contentsOf: url, settings: settings)
      guard file.mediaType != .text else {
        throw AcquisitionError.wrongType(file: file.name, found: "plain text")
      }
      return file.page(number)
    } catch {
      throw ConversionFailure(error)
    }
  }

  private func read(
    _ raster: Raster, _ acquired: AcquiredPage
  ) async throws(ConversionFailure) -> PageInspection {
    var (prepared, page) = try await worker.steps(raster, acquired.number)
    page.findings = acquired.findings + page.findings
    return PageInspection(acquired: raster, prepared: prepared, page: page)
  }

  private static func noPicture(_ input: Input, _ number: Int) -> ConversionFailure {
    ConversionFailure(
      .badInput,
      Message(
        en: "\(input.name), page \(number): there is no picture of it to show; give a PDF or an image file",
        vi: "\(input.name), trang \(number): không có hình ảnh để xem; hãy đưa vào tệp PDF hoặc tệp ảnh"))
  }
}

/// What became of one page: its pictures, its regions, its words.
public struct PageInspection: Sendable {
  /// As it came out of its file.
  public let acquired: Raster
  /// Nil for a page whose file holds its words.
  public let prepared: PreparedPage?
  public let page: Page

  /// A picture with a name that tells what it shows.
  public struct Picture: Sendable {
    public let name: String
    public let png: Data
  }
}
