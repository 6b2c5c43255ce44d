import CTesseract
import SoHoaModel

/// One Tesseract engine with its models, reading regions of a picture that lies under it.
struct EngineReader: ~Copyable {
  /// As Tesseract takes them, e.g. `vie` or `vie+eng`.
  let model: String
  private let engine: TesseractHandle
  private let scale: ConfidenceScale?

  init(_ model: String, dataPath: String, scale: ConfidenceScale?) throws(RecognitionError) {
    self.model = model
    self.scale = scale
    engine = try TesseractHandle(models: model, dataPath: dataPath)
    engine.set("tessedit_do_invert", "0")
  }

  func show(_ picture: Raster) { engine.show(picture) }

  func clear() { engine.clear() }

  /// - Returns: false if the time ran out; what was read until then is there.
  func read(
    _ region: PageRegion, of picture: Raster, until end: ContinuousClock.Instant
  ) -> (lines: [RecognisedLine], isComplete: Bool) {
    engine.look(at: region, of: picture)
    let isComplete = engine.recognise(within: end - .now)
    let lines = ResultReader(api: engine.api, model: model, scale: scale).lines()
    return (lines.map { $0.within(region.role) }, isComplete)
  }

  /// Print that stands by itself: one line, or words wherever they are. The picture must lie under the engine.
  func read(
    mark region: BoundingBox, of picture: Raster, isLine: Bool, until end: ContinuousClock.Instant
  ) -> [RecognisedLine] {
    engine.look(at: PageRegion(region), of: picture)
    TessBaseAPISetPageSegMode(engine.api, isLine ? PSM_SINGLE_LINE : PSM_SPARSE_TEXT)
    _ = engine.recognise(within: end - .now)
    return ResultReader(api: engine.api, model: model, scale: scale).lines()
  }
}
