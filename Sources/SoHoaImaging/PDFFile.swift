import CPoppler
import Foundation
import SoHoaModel

/// A PDF: pages with scans, with a digital text layer, or mixed; decided page by page.
///
/// Poppler draws and reads; QPDF tells beforehand what a page is made of, so that nothing is drawn for
/// nothing and no page costs more than it may.
final class PDFFile: PageSource {
  let pageCount: Int
  let findings: [Finding]
  let signatures: [FileSignature]

  private let bytes: FileBytes
  private var document: GObjectHandle
  private var pagesSinceOpening = 0
  private let settings: AcquireSettings
  private let legacy: (any LegacyTextReader)?
  private let objects: PDFObjects?
  private let streams: PDFStreamCheck
  private var flatBytes: FileBytes?
  private var hasTriedToFlatten = false

  init(
    _ bytes: FileBytes, settings: AcquireSettings, legacy: (any LegacyTextReader)?
  ) throws(AcquisitionError) {
    self.bytes = bytes
    self.legacy = legacy
    self.settings = settings
    guard PDFOpening.isBearable(bytes) else { throw .tooComplex(file: bytes.name, page: nil) }
    document = try Self.open(bytes)
    pageCount = Int(poppler_document_get_n_pages(document.pointer))
    guard pageCount > 0 else { throw .noPages(file: bytes.name) }
    objects = pageCount > Self.mostFollowed ? nil : PDFObjects(bytes, pageCount: pageCount)
    streams = PDFStreamCheck(limits: settings.limits)
    signatures = PDFSignatures.read(document.pointer, objects: objects, fileBytes: bytes.count)
    findings = PDFSignatures.findings(signatures, file: bytes.name) + PDFEnd.findings(bytes)
  }

  func page(_ number: Int) throws(AcquisitionError) -> AcquiredPage {
    let (drawing, hasAnnotations) = try survey(number)
    try renew()
    guard let handle = try open(number, hasAnnotations: hasAnnotations), let sheet = PDFSheet(handle.pointer)
    else { throw .damaged(file: bytes.name, page: number) }
    let reader = PDFPageReader(
      file: bytes.name, number: number, sheet: sheet,
      drawing: drawing.flatMap { $0.page.fits(sheet) ? $0 : nil }, hasAnnotations: hasAnnotations,
      settings: settings, legacy: legacy)
    return try reader.read()
  }

  /// What the page is made of, and that it costs no more than it may. Void after the next page.
  private func survey(_ number: Int) throws(AcquisitionError) -> (PDFDrawing?, Bool) {
    guard let objects else { return (nil, true) }
    objects.releaseAll()
    guard let page = objects.page(number) else { return (nil, true) }
    do throws(PDFStreamCheck.Failure) {
      try streams.check(page)
    } catch {
      throw AcquisitionError(error, file: bytes.name, page: number, limits: settings.limits)
    }
    do throws(PDFContentWalker.Failure) {
      return (try PDFContentWalker.walk(page), PDFAnnotations.show(on: page))
    } catch {
      throw .tooComplex(file: bytes.name, page: number)
    }
  }

  private func open(_ number: Int, hasAnnotations: Bool) throws(AcquisitionError) -> GObjectHandle? {
    let index = Int32(number - 1)
    if hasAnnotations, settings.mode != .ocr, let copy = try flattened() {
      return GObjectHandle(owning: poppler_document_get_page(copy.pointer, index))
    }
    return GObjectHandle(owning: poppler_document_get_page(document.pointer, index))
  }

  /// The document with what is laid over its pages as part of them; nil where there is no such copy.
  private func flattened() throws(AcquisitionError) -> GObjectHandle? {
    if !hasTriedToFlatten, objects != nil {
      flatBytes = PDFFlattening.copy(of: bytes, limits: settings.limits)
      hasTriedToFlatten = true
    }
    guard let flatBytes else { return nil }
    return try Self.open(flatBytes)
  }

  /// Opens the document anew now and then: what Poppler keeps of pages grows without end.
  private func renew() throws(AcquisitionError) {
    pagesSinceOpening += 1
    guard pagesSinceOpening > Self.pagesPerOpening else { return }
    document = try Self.open(bytes)
    pagesSinceOpening = 1
  }

  private static let pagesPerOpening = 32
  /// Pages; of longer files only what Poppler tells is known.
  private static let mostFollowed = 20_000

  private static func open(_ bytes: FileBytes) throws(AcquisitionError) -> GObjectHandle {
    var problem: UnsafeMutablePointer<GError>?
    let source = g_bytes_new_static(bytes.pointer, gsize(bytes.count))
    defer { g_bytes_unref(source) }
    if let document = GObjectHandle(owning: poppler_document_new_from_bytes(source, nil, &problem)) {
      return document
    }
    defer { g_clear_error(&problem) }
    let isLocked = problem?.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
    throw isLocked ? .encrypted(file: bytes.name) : .damaged(file: bytes.name, page: nil)
  }
}

extension AcquisitionError {
  fileprivate init(_ failure: PDFStreamCheck.Failure, file: String, page: Int, limits: Limits) {
    switch failure {
    case .tooComplex: self = .tooComplex(file: file, page: page)
    case .tooManyPixels(let width, let height):
      self = .tooManyPixels(
        file: file, page: page, width: width, height: height, limit: limits.maxPixelsPerPage)
    }
  }
}

extension PDFPageBox {
  /// True if Poppler sees the same page: else our reading of the file is not to be trusted.
  fileprivate func fits(_ sheet: PDFSheet) -> Bool {
    abs(width - sheet.width) < 1 && abs(height - sheet.height) < 1
  }
}

/// What is laid over a page: stamps, signatures, form fields.
enum PDFAnnotations {
  /// True if one is seen, as far as flags and appearances tell.
  static func show(on page: PDFObject) -> Bool {
    (page["Annots"]?.elements ?? []).prefix(4096).contains { annotation in
      let flags = annotation["F"]?.integer ?? 0
      let corners = (annotation["Rect"]?.elements ?? []).compactMap(\.number)
      return !unseen.contains(annotation["Subtype"]?.name ?? "") && flags & (hidden | noView) == 0
        && annotation["AP"]?["N"] != nil && corners.count == 4 && corners[0] != corners[2]
        && corners[1] != corners[3]
    }
  }

  private static let unseen: Set<String> = ["Link", "Popup"]
  private static let hidden = 2
  private static let noView = 32
}

/// The end of a PDF, which goes missing when a copy is cut short.
enum PDFEnd {
  static func findings(_ bytes: FileBytes) -> [Finding] {
    let mark = Array("%%EOF".utf8)
    let tail = Array(bytes.buffer.suffix(4096))
    guard !tail.indices.contains(where: { tail[$0...].starts(with: mark) }) else { return [] }
    return [
      Finding(
        .warning, "file.truncated",
        Message(
          en:
            "\(bytes.name): the end of the file is missing; what could be saved was read, compare the number "
            + "of pages and copy or scan it again",
          vi:
            "\(bytes.name): tệp bị mất phần cuối; đã đọc những gì cứu được, hãy so lại số trang và sao chép "
            + "hoặc quét lại"))
    ]
  }
}
