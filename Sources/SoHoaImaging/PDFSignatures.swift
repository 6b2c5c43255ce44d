import CPoppler
import Foundation
import SoHoaModel

/// Digital signatures that a PDF carries: who and when by Poppler, which kind and over what by the
/// dictionaries of the file.
enum PDFSignatures {
  static func read(_ document: OpaquePointer, objects: PDFObjects?, fileBytes: Int) -> [FileSignature] {
    guard poppler_document_get_n_signatures(document) > 0 else { return [] }
    let fields = poppler_document_get_signature_fields(document)
    defer { g_list_free_full(fields) { g_object_unref($0) } }
    let dictionaries = SignatureDictionary.all(objects, fileBytes: fileBytes)
    return sequence(first: fields, next: { $0?.pointee.next })
      .prefix { $0 != nil }
      .compactMap { $0?.pointee.data.flatMap { signature(OpaquePointer($0), dictionaries) } }
  }

  /// Nil for a field that nobody signed.
  private static func signature(
    _ field: OpaquePointer, _ dictionaries: [String: SignatureDictionary]
  ) -> FileSignature? {
    let name = poppler_form_field_get_name(field).map { raw in
      defer { g_free(raw) }
      return String(cString: raw)
    }
    let dictionary = name.flatMap { dictionaries[$0] }
    let none = PopplerSignatureValidationFlags(rawValue: 0)
    guard let info = poppler_form_field_signature_validate_sync(field, none, nil, nil) else {
      return dictionary.map { FileSignature($0, signer: nil, time: nil) }
    }
    defer { poppler_signature_info_free(info) }
    guard poppler_signature_info_get_signature_status(info) != POPPLER_SIGNATURE_NOT_FOUND else {
      return dictionary.map { FileSignature($0, signer: nil, time: nil) }
    }
    let signer = poppler_signature_info_get_signer_name(info).map { String(cString: $0) }
    return FileSignature(dictionary, signer: signer, time: time(info))
  }

  /// ISO 8601 in UTC, so that it does not hang on the clock settings of this machine.
  private static func time(_ info: OpaquePointer) -> String? {
    guard let local = poppler_signature_info_get_local_signing_time(info) else { return nil }
    let seconds = g_date_time_to_unix(local)
    return seconds > 0 ? Date(timeIntervalSince1970: Double(seconds)).ISO8601Format() : nil
  }
}

extension PDFSignatures {
  static func findings(_ signatures: [FileSignature], file: String) -> [Finding] {
    signatures.map { signature in
      let en = [signature.signer.map { " by \($0)" }, signature.time.map { " at \($0)" }]
        .compactMap(\.self).joined()
      let vi = [signature.signer.map { " bởi \($0)" }, signature.time.map { " lúc \($0)" }]
        .compactMap(\.self).joined()
      return Finding(
        .info, "pdf.signed",
        Message(
          en: "\(file): digitally signed\(en); the signature was not verified and the file is left as it is",
          vi: "\(file): có chữ ký số\(vi); chữ ký chưa được xác minh và tệp được giữ nguyên"))
    }
  }
}

extension FileSignature {
  fileprivate init(_ dictionary: SignatureDictionary?, signer: String?, time: String?) {
    let signer = signer.flatMap { $0.isEmpty ? nil : $0 } ?? dictionary?.name
    self.init(
      signer: signer?.precomposedStringWithCanonicalMapping, time: time ?? dictionary?.time,
      subFilter: dictionary?.subFilter, coversWholeFile: dictionary?.coversWholeFile)
  }
}

/// What the dictionary of a signature says (ISO 32000-2, 12.8.1).
struct SignatureDictionary {
  let name: String?
  /// ISO 8601, as exact as the file is.
  let time: String?
  let subFilter: String?
  let coversWholeFile: Bool?

  /// Of the signed fields of a file, by the full names of their fields.
  static func all(_ objects: PDFObjects?, fileBytes: Int) -> [String: SignatureDictionary] {
    var found: [String: SignatureDictionary] = [:]
    for field in objects?.catalogue?["AcroForm"]?["Fields"]?.elements ?? [] {
      collect(field, prefix: "", depth: 0, fileBytes, into: &found)
    }
    return found
  }

  private static func collect(
    _ field: PDFObject, prefix: String, depth: Int, _ fileBytes: Int,
    into found: inout [String: SignatureDictionary]
  ) {
    guard depth < 16, found.count < 1000 else { return }
    let name = [prefix, field["T"]?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    if field.inherited("FT")?.name == "Sig", let value = field["V"], value.isDictionary {
      found[name] = SignatureDictionary(value, fileBytes: fileBytes)
    }
    for kid in (field["Kids"]?.elements ?? []).prefix(1000) {
      collect(kid, prefix: name, depth: depth + 1, fileBytes, into: &found)
    }
  }

  private init(_ value: PDFObject, fileBytes: Int) {
    name = value["Name"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    time = value["M"]?.text.flatMap(PDFDate.iso8601)
    subFilter = value["SubFilter"]?.name
    let ranges = (value["ByteRange"]?.elements ?? []).compactMap(\.integer)
    // A few bytes behind the last part are the line end that some writers add.
    coversWholeFile =
      ranges.count == 4 ? ranges[0] == 0 && ranges[2] + ranges[3] >= fileBytes - 2 : nil
  }
}

/// Dates as PDF writes them: `D:20250124072343+07'00'`.
enum PDFDate {
  /// - Returns: ISO 8601 with as much as there is; nil if it is no date.
  static func iso8601(_ text: String) -> String? {
    let digits = text.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    guard digits.count >= 8 else { return nil }
    let parts = stride(from: 4, to: min(digits.count, 14) - 1, by: 2).map { offset in
      String(digits.dropFirst(offset).prefix(2))
    }
    let date = "\(digits.prefix(4))-\(parts[0])-\(parts[1])"
    guard parts.count >= 5 else { return date }
    let zone = text.drop { !$0.isNumber }.dropFirst(digits.count).filter { "+-Z0123456789".contains($0) }
    return "\(date)T\(parts[2]):\(parts[3]):\(parts[4])" + offset(String(zone))
  }

  private static func offset(_ zone: String) -> String {
    if zone.hasPrefix("Z") { return "Z" }
    guard zone.count >= 3 else { return "" }
    let minutes = zone.dropFirst(3).prefix(2)
    return "\(zone.prefix(3)):\(minutes.count == 2 ? String(minutes) : "00")"
  }
}
