import CTesseract
import Foundation
import SoHoaModel

/// Reads prepared pages with one Tesseract engine.
///
/// One engine is used by one task at a time; have one per core. About 100 MB each.
public final class Recogniser {
  /// The models in use, e.g. `["Vietnamese"]`.
  public let models: [String]
  /// Their files, for naming their versions by hash.
  public let modelFiles: [URL]

  private let engine: TesseractHandle
  private let timeLimit: Duration

  /// - Parameters:
  ///   - language: `vie` (the best Vietnamese model installed), `eng`, `vie+eng`, or a model's own name.
  ///   - dataPath: folder of the models; nil for Tesseract's own.
  ///   - timeLimit: for one page.
  public init(
    language: String = "vie", dataPath: String? = nil, timeLimit: Duration = .seconds(120)
  ) throws(RecognitionError) {
    let installed = InstalledModels(dataPath: dataPath)
    let choice = try ModelChoice(language: language, installed: installed)
    models = choice.models
    modelFiles = choice.models.compactMap(installed.file)
    engine = try TesseractHandle(models: choice.argument, dataPath: installed.folder.path)
    self.timeLimit = timeLimit
    engine.set("tessedit_do_invert", "0")
  }

  /// Of the Tesseract library, e.g. `5.3.0`.
  public static var version: String { String(cString: TessVersion()) }

  /// Models that `language` can name.
  public static func installedLanguages(dataPath: String? = nil) -> [String] {
    InstalledModels(dataPath: dataPath).names
  }

  /// Words with their boxes in pixels of the page image as it came, in the engine's reading order.
  ///
  /// Never fails: what could not be read within the time limit is missing, and a finding says so.
  public func run(_ page: PreparedPage) -> Page {
    guard !page.isBlank else { return page.page(blocks: []) }
    engine.show(page.picture)
    defer { engine.clear() }
    let (lines, isComplete) = lines(of: page)
    let stage = "recognise/" + models.joined(separator: "+")
    var result = page.page(blocks: PageAssembly(page: page, stage: stage).blocks(WordFilter().run(lines)))
    if !isComplete { result.findings.append(timedOut(page.number)) }
    return result
  }

  /// Region by region, as long as there is time.
  private func lines(of page: PreparedPage) -> (lines: [RecognisedLine], isComplete: Bool) {
    let end = ContinuousClock.now + timeLimit
    var lines: [RecognisedLine] = []
    for region in page.regions.isEmpty ? [PageRegion(page.picture.frame)] : page.regions {
      engine.look(at: region, of: page.picture)
      let isComplete = engine.recognise(within: end - .now)
      lines += ResultReader(api: engine.api).lines().map { $0.within(region.role) }
      if !isComplete { return (lines, false) }
    }
    return (lines, true)
  }

  private func timedOut(_ page: Int) -> Finding {
    let seconds = max(1, timeLimit.components.seconds)
    return Finding(
      .error, "page.timeLimit",
      Message(
        en: "page \(page): not read within \(seconds) s; what was read until then is kept, raise the limit",
        vi:
          "trang \(page): chưa nhận dạng xong trong \(seconds) giây; phần đã đọc được giữ lại, hãy tăng giới hạn"
      ),
      page: page)
  }
}

extension PreparedPage {
  fileprivate func page(blocks: [Block]) -> Page {
    Page(
      number: number, origin: .recognised, width: originalWidth, height: originalHeight, dpi: originalDPI,
      rotation: rotation, skew: skew, blocks: blocks, findings: findings)
  }
}

extension Raster {
  fileprivate var frame: BoundingBox { BoundingBox(left: 0, top: 0, right: width, bottom: height) }
}
