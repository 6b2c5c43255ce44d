import CPoppler
import Foundation
import SoHoaModel

/// Decides how one PDF page is to be had, and has it.
///
/// A sane digital text layer is read. Else a stored picture that is all the page shows is taken as it is, at
/// its own resolution. Else the page is rendered, as finely as its pictures are stored.
struct PDFPageReader {
  let file: String
  let number: Int
  let sheet: PDFSheet
  /// Nil where the objects of the file cannot be followed.
  let drawing: PDFDrawing?
  /// Whether stamps or form fields lie on the page.
  let hasAnnotations: Bool
  let settings: AcquireSettings
  let legacy: (any LegacyTextReader)?

  func read() throws(AcquisitionError) -> AcquiredPage {
    guard settings.mode != .ocr else { return try picture(findings: []) }
    var layer = PDFTextLayer(sheet, dpi: settings.renderDPI)
    let verdict = verdict(on: layer)
    if verdict == .sane || verdict == .legacyFont, let decoded = decode(&layer, verdict) {
      return AcquiredPage(number: number, content: .words(words(layer)), findings: [decoded])
    }
    let findings = verdict.finding(file: file, page: number).map { [$0] } ?? []
    if verdict == .sane || (settings.mode == .text && verdict != .empty) {
      return AcquiredPage(number: number, content: .words(words(layer)), findings: findings)
    }
    guard settings.mode != .text else { throw .noText(file: file, page: number) }
    return try picture(findings: findings)
  }

  private func verdict(on layer: PDFTextLayer) -> TextLayerCheck.Verdict {
    let isScan = drawing.map { $0.isKnown ? $0.isScan : $0.isScan || sheet.isScan } ?? sheet.isScan
    let verdict = TextLayerCheck.judge(layer.text, fonts: layer.fontTexts, overScan: isScan)
    guard verdict == .sane || verdict == .legacyFont else { return verdict }
    guard let ink = PrintedInk(sheet, small: drawing?.smallPictures ?? []) else { return verdict }
    return ink.judge(layer) ?? verdict
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
  private func words(_ layer: PDFTextLayer) -> Page {
    let page = layer.page(number)
    guard let tables = TextLayerTables(page),
      settings.limits.allow(
        width: sheet.pixels(sheet.width, Self.rulesDPI), height: sheet.pixels(sheet.height, Self.rulesDPI))
    else { return page }
    return tables.run(sheet.render(dpi: Self.rulesDPI).raster(dpi: Int(Self.rulesDPI)))
  }

  /// A hairline still shows.
  private static let rulesDPI = 100.0

  private func picture(findings: [Finding]) throws(AcquisitionError) -> AcquiredPage {
    var findings = findings
    if let (stored, area) = stored(&findings) {
      return AcquiredPage(number: number, content: .picture(stored), area: area, findings: findings)
    }
    return AcquiredPage(number: number, content: .picture(try rendered()), findings: findings)
  }

  /// The picture that is all the page shows, if there is one, and where it lies; nil there for all of the sheet.
  private func stored(_ findings: inout [Finding]) -> (Raster, SheetArea?)? {
    guard !hasAnnotations, let picture = drawing?.sole, let pose = PicturePose(picture) else { return nil }
    let part = picture.area.intersection(sheet.area)
    let decoded = PDFPictureData.decode(picture)
    if decoded.isDamaged { findings.append(.damagedPicture(file: file, page: number)) }
    let area = part == sheet.area ? nil : SheetArea(part)
    if let pix = decoded.pix, let upright = pose.apply(pix),
      let seen = upright.cropped(to: part, of: picture.place.unitSquare)
    {
      return seen.raster(dpi: pose.dpi).map { ($0, area) }
    }
    return drawn(part, of: picture, pose).map { ($0, area) }
  }

  /// The picture by Poppler, pixel for pixel.
  private func drawn(_ part: PDFArea, of picture: PDFDrawing.Picture, _ pose: PicturePose) -> Raster? {
    let whole = picture.place.unitSquare
    let (width, height) = pose.size(picture)
    return sheet.render(
      part, width: max(1, Int((Double(width) * part.width / whole.width).rounded())),
      height: max(1, Int((Double(height) * part.height / whole.height).rounded()))
    ).raster(dpi: pose.dpi)
  }

  private func rendered() throws(AcquisitionError) -> Raster {
    var dpi = wantedDPI
    while !settings.limits.allow(
      width: sheet.pixels(sheet.width, dpi), height: sheet.pixels(sheet.height, dpi))
    {
      dpi *= 0.75
      guard dpi >= Self.leastDPI else { throw tooLarge() }
    }
    guard let raster = sheet.render(dpi: dpi)?.raster(dpi: Int(dpi.rounded())) else {
      throw .outOfMemory(file: file, page: number)
    }
    return raster
  }

  /// That of the pictures on the page, within what recognition has a use for.
  private var wantedDPI: Double {
    let usual = Double(settings.renderDPI)
    guard let stored = drawing?.pictureDPI else { return usual }
    let hasOutlines = (drawing?.strokes ?? 0) > 0 || (drawing?.visibleText ?? 0) > 0
    let least = hasOutlines && drawing?.cover == nil ? usual : Self.leastPictureDPI
    return min(max(stored, least), max(usual, Self.mostDPI))
  }

  /// Below this, letters of 14 points cannot be read.
  private static let leastDPI = 72.0
  /// Coarser pictures gain from Poppler's own smoothing.
  private static let leastPictureDPI = 100.0
  private static let mostDPI = 600.0

  private func tooLarge() -> AcquisitionError {
    let dpi = Double(settings.renderDPI)
    return .tooManyPixels(
      file: file, page: number, width: sheet.pixels(sheet.width, dpi),
      height: sheet.pixels(sheet.height, dpi), limit: settings.limits.maxPixelsPerPage)
  }
}

extension SheetArea {
  fileprivate init(_ area: PDFArea) {
    self.init(left: area.left, top: area.top, right: area.right, bottom: area.bottom)
  }
}

extension PDFDrawing {
  /// Places of seals, banners and emblems: what is printed in them is no body text.
  var smallPictures: [PDFArea] { pictures.map(\.area).filter { share($0) < 0.15 } }
}

extension CairoSurface? {
  fileprivate consuming func raster(dpi: Int) -> Raster? {
    guard let surface = self else { return nil }
    return surface.raster(dpi: dpi)
  }
}
