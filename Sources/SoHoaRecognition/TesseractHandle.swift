import CTesseract
import SoHoaModel

/// Sole owner of one Tesseract engine: freed exactly once, used by one task at a time.
struct TesseractHandle: ~Copyable {
  let api: OpaquePointer

  /// - Parameters:
  ///   - models: as Tesseract takes them, e.g. `vie+eng`.
  ///   - dataPath: the folder that holds the models.
  init(models: String, dataPath: String) throws(RecognitionError) {
    guard let api = TessBaseAPICreate() else { throw .outOfMemory }
    TessBaseAPISetVariable(api, "debug_file", "/dev/null")
    guard TessBaseAPIInit2(api, dataPath, models, OEM_LSTM_ONLY) == 0 else {
      TessBaseAPIDelete(api)
      throw .languageUnavailable(missing: models, searched: dataPath)
    }
    self.api = api
  }

  deinit {
    TessBaseAPIEnd(api)
    TessBaseAPIDelete(api)
  }

  func set(_ name: String, _ value: String) {
    TessBaseAPISetVariable(api, name, value)
  }

  /// Lays a picture under the engine; the bytes are copied.
  func show(_ picture: Raster) {
    let samples = Int32(picture.channels.rawValue)
    picture.bytes.withUnsafeBytes { bytes in
      TessBaseAPISetImage(
        api, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, Int32(picture.width),
        Int32(picture.height),
        samples, Int32(picture.width) * samples)
    }
    TessBaseAPISetSourceResolution(api, Int32(picture.dpi > 0 ? picture.dpi : 200))
  }

  /// Only this part of the picture is read next.
  ///
  /// Tesseract takes a part as wide as the whole for the whole and reads letters off the wrong rows; such
  /// a part is made a pixel narrower.
  func look(at region: PageRegion, of picture: Raster) {
    // Columns are cut before; the engine's own search takes the frame of a stamp for their border. It passes
    // over a cell's single digit unless told that there is nothing but one block. Where the lines are known,
    // a search for blocks would be lost time.
    let isOneBlock = region.role != .text || region.lineCount != nil
    TessBaseAPISetPageSegMode(api, isOneBlock ? PSM_SINGLE_BLOCK : PSM_SINGLE_COLUMN)
    look(at: region.box, of: picture)
  }

  private func look(at region: BoundingBox, of picture: Raster) {
    let isStrip = region.width == picture.width && region.height < picture.height
    TessBaseAPISetRectangle(
      api, Int32(region.left), Int32(region.top), Int32(isStrip ? region.width - 1 : region.width),
      Int32(region.height))
  }

  /// - Returns: false if the time ran out or the engine failed.
  func recognise(within limit: Duration) -> Bool {
    SingleThread.enforce()
    let monitor = TessMonitorCreate()
    defer { TessMonitorDelete(monitor) }
    // Zero would mean no limit.
    TessMonitorSetDeadlineMSecs(monitor, max(1, Int32(clamping: Int64(limit / .milliseconds(1)))))
    return TessBaseAPIRecognize(api, monitor) == 0
  }

  /// Lets go of picture and results; the models stay loaded.
  func clear() { TessBaseAPIClear(api) }
}
