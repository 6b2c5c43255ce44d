import CTesseract
import Foundation
import SoHoaModel

/// Reads prepared pages with one Tesseract engine, and doubtful lines with a second one.
///
/// Used by one task at a time; have one per core. About 100 MB each.
public final class Recogniser {
  /// The models in use, e.g. `["vie", "Vietnamese"]`; the last one reads doubtful lines again.
  public let models: [String]

  private let first: EngineReader
  private let dataPath: String
  private let scales: [String: ConfidenceScale]
  /// Reads doubtful lines again; nil for none.
  private let secondModel: String?
  private var second: EngineReader?
  private let timeLimit: Duration

  /// - Parameters:
  ///   - language: `vie` (the best Vietnamese model installed), `eng`, `vie+eng`, or a model's own name.
  ///   - dataPath: folder of the models; nil for Tesseract's own.
  ///   - scales: what the models' confidences are worth; words of others keep the engine's own measure.
  ///   - readsTwice: whether doubtful lines are read again, where two models for the language are installed.
  ///   - timeLimit: for one page.
  public init(
    language: String = "vie", dataPath: String? = nil, scales: [String: ConfidenceScale] = [:],
    readsTwice: Bool = true, timeLimit: Duration = .seconds(120)
  ) throws(RecognitionError) {
    let installed = InstalledModels(dataPath: dataPath)
    let choice = try ModelChoice(language: language, installed: installed)
    self.dataPath = installed.folder.path
    self.scales = scales
    first = try EngineReader(
      choice.argument, dataPath: installed.folder.path, scale: scales[choice.argument])
    secondModel = readsTwice && scales[choice.argument] != nil ? choice.second(installed) : nil
    models = choice.models + (secondModel.map { [$0] } ?? [])
    self.timeLimit = timeLimit
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
    guard !page.isBlank else { return marked(page.page(blocks: []), of: page) }
    let end = ContinuousClock.now + timeLimit
    let (lines, isComplete) = read(page, until: end)
    let read = readAgain(WordFilter().run(lines), of: page.picture, until: end)
    let text = LostNumerals(picture: page.picture).restored(read)
    var result = page.page(blocks: PageAssembly(page: page).blocks(text))
    if !isComplete { result.findings.append(timedOut(page.number)) }
    return marked(result, of: page)
  }

  private func marked(_ result: Page, of page: PreparedPage) -> Page {
    var result = result
    result.marks = MarkReader(page: page).read(with: first, until: .now + timeLimit)
    return result
  }

  /// Region by region, as long as there is time.
  private func read(
    _ page: PreparedPage, until end: ContinuousClock.Instant
  ) -> (lines: [RecognisedLine], isComplete: Bool) {
    first.show(page.picture)
    defer { first.clear() }
    var lines: [RecognisedLine] = []
    for region in page.regions.isEmpty ? [PageRegion(page.picture.frame)] : page.regions {
      let (read, isComplete) = first.read(region, of: page.picture, until: end)
      lines += read
      if !isComplete { return (lines, false) }
    }
    let rows = MissedRows(page: page).read(with: first, into: lines, until: end)
    return (FormRows(page: page)?.read(with: first, into: rows, until: end) ?? rows, true)
  }

  /// Doubtful lines once more; without time or a second model they stay as they are.
  private func readAgain(
    _ lines: [RecognisedLine], of picture: Raster, until end: ContinuousClock.Instant
  ) -> [RecognisedLine] {
    let places = secondModel == nil ? [] : SecondReading.places(lines)
    guard !places.isEmpty, startSecond() else { return lines }
    second?.show(picture)
    defer { second?.clear() }
    var lines = lines
    for place in places where end > .now {
      guard let region = SecondReading.region(place.map { lines[$0] }, in: picture),
        let read = second?.read(region, of: picture, until: end).lines
      else { continue }
      let reading = SecondReading(read)
      for index in place { lines[index] = reading.merged(into: lines[index]) }
    }
    return lines
  }

  /// - Returns: false if the second engine cannot be had; one reading is better than none.
  private func startSecond() -> Bool {
    if second == nil, let model = secondModel {
      second = try? EngineReader(model, dataPath: dataPath, scale: scales[model])
    }
    return second != nil
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
