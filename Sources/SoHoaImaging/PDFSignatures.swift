import CPoppler
import Foundation
import SoHoaModel

/// Digital signatures that a PDF carries. They are reported, not judged: whether a certificate is to be
/// trusted is the business of the verification service.
enum PDFSignatures {
  static func findings(_ document: OpaquePointer, file: String) -> [Finding] {
    guard poppler_document_get_n_signatures(document) > 0 else { return [] }
    let fields = poppler_document_get_signature_fields(document)
    defer { g_list_free_full(fields) { g_object_unref($0) } }
    return sequence(first: fields, next: { $0?.pointee.next })
      .prefix { $0 != nil }
      .compactMap { $0?.pointee.data.flatMap { finding(OpaquePointer($0), file: file) } }
  }

  /// Nil for a field that nobody signed.
  private static func finding(_ field: OpaquePointer, file: String) -> Finding? {
    let none = PopplerSignatureValidationFlags(rawValue: 0)
    guard let info = poppler_form_field_signature_validate_sync(field, none, nil, nil) else { return nil }
    defer { poppler_signature_info_free(info) }
    guard poppler_signature_info_get_signature_status(info) != POPPLER_SIGNATURE_NOT_FOUND else { return nil }
    let signer = poppler_signature_info_get_signer_name(info).map { String(cString: $0) }
    return finding(file, signer: signer?.precomposedStringWithCanonicalMapping, time: time(info))
  }

  private static func finding(_ file: String, signer: String?, time: String?) -> Finding {
    let en = [signer.map { " by \($0)" }, time.map { " at \($0)" }].compactMap(\.self).joined()
    let vi = [signer.map { " bởi \($0)" }, time.map { " lúc \($0)" }].compactMap(\.self).joined()
    return Finding(
      .info, "pdf.signed",
      Message(
        en: "\(file): digitally signed\(en); the signature was not verified and the file is left as it is",
        vi: "\(file): có chữ ký số\(vi); chữ ký chưa được xác minh và tệp được giữ nguyên"))
  }

  /// ISO 8601 in UTC, so that it does not hang on the clock settings of this machine.
  private static func time(_ info: OpaquePointer) -> String? {
    guard let local = poppler_signature_info_get_local_signing_time(info) else { return nil }
    let seconds = g_date_time_to_unix(local)
    return seconds > 0 ? Date(timeIntervalSince1970: Double(seconds)).ISO8601Format() : nil
  }
}
