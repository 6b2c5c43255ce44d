import CQPDF
import Foundation

/// A PDF that QPDF has opened, to be changed and written anew. Used by one task at a time.
///
/// QPDF takes stored streams from the file when it writes, so that memory does not grow with pictures.
final class QPDFDocument {
  let data: qpdf_data
  /// How messages call it.
  let name: String
  /// QPDF keeps pointing at them.
  private var bytes: NSData?

  init(contentsOf url: URL, name: String) throws(PDFFailure) {
    self.name = name
    data = Self.make()
    try check(qpdf_read(data, url.path, nil))
  }

  init(_ source: Data, name: String) throws(PDFFailure) {
    self.name = name
    data = Self.make()
    let kept = NSData(data: source)
    bytes = kept
    let text = kept.bytes.assumingMemoryBound(to: CChar.self)
    try check(qpdf_read_memory(data, name, text, UInt64(kept.count), nil))
  }

  deinit {
    _ = takeError()
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  private static func make() -> qpdf_data {
    let data = qpdf_init()!
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    return data
  }

  /// The last bit of the status is a warning, the second an error.
  private func check(_ status: QPDF_ERROR_CODE) throws(PDFFailure) {
    guard status & 2 != 0 else { return }
    throw .unreadable(name, takeError() ?? "no reason given")
  }

  /// What QPDF complains of since last asked; an error that nobody asks for would go to standard error.
  func takeError() -> String? {
    guard qpdf_has_error(data) != 0, let error = qpdf_get_error(data) else { return nil }
    return qpdf_get_error_message_detail(data, error).map { String(cString: $0) }
  }

  var pageCount: Int { max(0, Int(qpdf_get_num_pages(data))) }
  var isEncrypted: Bool { qpdf_is_encrypted(data) != 0 }

  /// - Parameter number: from 1.
  func page(_ number: Int) -> PDFValue? { PDFValue(self, qpdf_get_page_n(data, number - 1)) }

  /// An indirect object by its number, generation 0.
  func object(_ id: Int) -> PDFValue? { PDFValue(self, qpdf_get_object_by_id(data, Int32(id), 0)) }

  var catalogue: PDFValue? { PDFValue(self, qpdf_get_root(data)) }
  var trailer: PDFValue? { PDFValue(self, qpdf_get_trailer(data)) }

  /// Gives each page what it has from the nodes above it: PDF/A wants resources to be its own.
  func pushInherited() { _ = qpdf_push_inherited_attributes_to_page(data) }

  /// Every `PDFValue` handed out until now is void.
  func releaseAll() { qpdf_oh_release_all(data) }
}

extension QPDFDocument {
  /// How a document is written.
  struct Form {
    /// `1.4`; nil: as it was.
    var version: String?
    /// Small objects in compressed streams; not in PDF 1.4.
    var packsObjects = true
  }

  /// Stored streams go over as they are. What is not packed yet, or in one of the old ways (LZW, run lengths, letters
  /// for bytes), is packed anew without loss. No encryption. The same bytes for the same document.
  func write(to url: URL, _ form: Form) throws(PDFFailure) {
    var status = qpdf_init_write(data, url.path)
    if status & 2 == 0 {
      qpdf_set_preserve_encryption(data, 0)
      qpdf_set_deterministic_ID(data, 1)
      qpdf_set_compress_streams(data, 1)
      qpdf_set_decode_level(data, qpdf_dl_none)
      qpdf_set_newline_before_endstream(data, 1)
      qpdf_set_object_stream_mode(data, form.packsObjects ? qpdf_o_generate : qpdf_o_disable)
      if let version = form.version { qpdf_force_pdf_version(data, version) }
      status = qpdf_write(data)
    }
    guard status & 2 != 0 else { return }
    throw .unwritten(name, takeError() ?? "no reason given")
  }
}
