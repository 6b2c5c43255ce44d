import CPoppler
import Foundation
import SoHoaModel

/// A PDF: pages with scans, with a digital text layer, or mixed; decided page by page.
final class PDFFile: PageSource {
  let pageCount: Int
  let findings: [Finding]

  private let bytes: FileBytes
  private let document: GObjectHandle
  private let settings: AcquireSettings
  private let legacy: (any LegacyTextReader)?
  private let mayTakeStored: Bool

  init(
    _ bytes: FileBytes, settings: AcquireSettings, legacy: (any LegacyTextReader)?
  ) throws(AcquisitionError) {
    self.bytes = bytes
    self.legacy = legacy
    self.settings = settings
    document = try Self.open(bytes)
    pageCount = Int(poppler_document_get_n_pages(document.pointer))
    guard pageCount > 0 else { throw .noPages(file: bytes.name) }
    mayTakeStored = PDFImageSizes.fit(settings.limits, in: bytes)
    findings = PDFSignatures.findings(document.pointer, file: bytes.name) + PDFEnd.findings(bytes)
  }

  func page(_ number: Int) throws(AcquisitionError) -> AcquiredPage {
    guard let handle = GObjectHandle(owning: poppler_document_get_page(document.pointer, Int32(number - 1)))
    else { throw .damaged(file: bytes.name, page: number) }
    let reader = PDFPageReader(
      file: bytes.name, number: number, page: handle.pointer, settings: settings,
      mayTakeStored: mayTakeStored,
      legacy: legacy)
    return try reader.read()
  }

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
