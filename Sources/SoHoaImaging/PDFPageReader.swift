import CPoppler
import Foundation
import SoHoaModel

/// Decides how one PDF page is to be had, and has it.
///
/// A sane digital text layer is read. Else a stored picture that covers the page, and is what the page
/// shows, is taken as it is, at its own resolution. Else the page is rendered.
struct PDFPageReader {
  let file: String
  let number: Int
  let page: OpaquePointer
  let settings: AcquireSettings
  /// False where a picture in the file is too large to be decoded whole.
  let mayTakeStored: Bool
  let legacy: (any LegacyTextReader)?

  func read() throws(AcquisitionError) -> AcquiredPage {
    let sheet = PDFSheet(page)
    guard let sheet else { throw .damaged(file: file, page: number) }
    guard settings.mode != .ocr else { return try picture(sheet, findings: []) }
    var layer = PDFTextLayer(sheet, dpi: settings.renderDPI)
    let verdict = TextLayerCheck.judge(layer.text, overScan: sheet.cover != nil)
    if verdict == .sane || verdict == .legacyFont, let decoded = decode(&layer, verdict) {
      return AcquiredPage(number: number, content: .words(words(layer, sheet)), findings: [decoded])
    }
    let findings = verdict.finding(file: file, page: number).map { [$0] } ?? []
    if verdict == .sane || (settings.mode == .text && verdict != .empty) {
      return AcquiredPage(number: number, content: .words(words(layer, sheet)), findings: findings)
    }
    guard settings.mode != .text else { throw .noText(file: file, page: number) }
    return try picture(sheet, findings: findings)
  }

  /// Decodes what is in encodings of before Unicode, if the page is the better for it.
  ///
  /// - Returns: nil where nothing was decoded.
  private func decode(_ layer: inout PDFTextLayer, _ verdict: TextLayerCheck.Verdict) -> Finding? {
    guard let reading = legacy?.read(layer.runs) else { return nil }
    guard reading.isConvincing || verdict == .sane else { return nil }
    let finding = reading.finding("pdf.textLayer.decoded", file: file, page: number)
    if finding != nil { layer.take(reading.words) }
    return finding
  }

  /// With the cells of the tables that the page shows, drawn small to see their rules.
  private func words(_ layer: PDFTextLayer, _ sheet: PDFSheet) -> Page {
    let page = layer.page(number)
    let width = sheet.pixels(sheet.width, Self.rulesDPI)
    let height = sheet.pixels(sheet.height, Self.rulesDPI)
    guard let tables = TextLayerTables(page), settings.limits.allow(width: width, height: height) else {
      return page
    }
    return tables.run(sheet.render(width: width, height: height).raster(dpi: Self.rulesDPI))
  }

  /// A hairline still shows.
  private static let rulesDPI = 100

  private func picture(_ sheet: PDFSheet, findings: [Finding]) throws(AcquisitionError) -> AcquiredPage {
    if mayTakeStored, let stored = stored(sheet) {
      return AcquiredPage(number: number, content: .picture(stored), findings: findings)
    }
    return try AcquiredPage(number: number, content: .picture(rendered(sheet)), findings: findings)
  }

  /// The picture that covers the page, if it covers it and fits the limits.
  private func stored(_ sheet: PDFSheet) -> Raster? {
    guard let cover = sheet.cover, let image = sheet.image(cover) else { return nil }
    let isSideways = (image.width > image.height) != (sheet.width > sheet.height)
    let width = isSideways ? image.height : image.width
    let height = isSideways ? image.width : image.height
    guard settings.limits.allow(width: width, height: height),
      let shown = sheet.render(width: width, height: height)
    else { return nil }
    let dpi = sheet.dpi(ofWidth: width)
    switch PictureGrid(image).likeness(to: PictureGrid(shown)) {
    case .same: return image.raster(dpi: dpi)
    case .turned, .touched: return shown.raster(dpi: dpi)
    case .other: return nil
    }
  }

  private func rendered(_ sheet: PDFSheet) throws(AcquisitionError) -> Raster {
    var dpi = settings.renderDPI
    while !settings.limits.allow(
      width: sheet.pixels(sheet.width, dpi), height: sheet.pixels(sheet.height, dpi))
    {
      dpi -= dpi / 4
      guard dpi >= Self.leastDPI else { throw tooLarge(sheet) }
    }
    let surface = sheet.render(width: sheet.pixels(sheet.width, dpi), height: sheet.pixels(sheet.height, dpi))
    guard let raster = surface?.raster(dpi: dpi) else { throw .outOfMemory(file: file, page: number) }
    return raster
  }

  /// Below this, letters of 14 points cannot be read.
  private static let leastDPI = 72

  private func tooLarge(_ sheet: PDFSheet) -> AcquisitionError {
    .tooManyPixels(
      file: file, page: number, width: sheet.pixels(sheet.width, settings.renderDPI),
      height: sheet.pixels(sheet.height, settings.renderDPI), limit: settings.limits.maxPixelsPerPage)
  }
}

extension CairoSurface? {
  fileprivate consuming func raster(dpi: Int) -> Raster? {
    guard let surface = self else { return nil }
    return surface.raster(dpi: dpi)
  }
}
