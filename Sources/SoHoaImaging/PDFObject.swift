import CQPDF
import Foundation

/// The objects of a PDF: what a page is made of, known without drawing it.
///
/// QPDF finds them, also in damaged and encrypted files. Used by one task at a time.
final class PDFObjects {
  private let data: qpdf_data
  let pageCount: Int
  /// QPDF keeps pointing at them.
  private let bytes: FileBytes

  /// Nil where QPDF cannot make sense of the file, or finds another number of pages; Poppler may still.
  init?(_ bytes: FileBytes, pageCount expected: Int) {
    guard let data = qpdf_init() else { return nil }
    self.data = data
    self.bytes = bytes
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    let text = UnsafeRawPointer(bytes.pointer).assumingMemoryBound(to: CChar.self)
    let status = qpdf_read_memory(data, bytes.name, text, UInt64(bytes.count), nil)
    pageCount = status & 2 == 0 ? Int(qpdf_get_num_pages(data)) : 0
    guard pageCount == expected else { return nil }
  }

  deinit {
    // An error that nobody has asked for would be written to standard error.
    if qpdf_has_error(data) != 0 { _ = qpdf_get_error(data) }
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  /// - Parameter number: from 1.
  func page(_ number: Int) -> PDFObject? {
    guard (1...pageCount).contains(number) else { return nil }
    return PDFObject(data, qpdf_get_page_n(data, number - 1))
  }

  var catalogue: PDFObject? { PDFObject(data, qpdf_get_root(data)) }

  /// Every `PDFObject` handed out until now is void.
  func releaseAll() { qpdf_oh_release_all(data) }
}

/// One object of a PDF, indirect ones resolved. Void once its `PDFObjects` is gone or has released it.
struct PDFObject {
  private let data: qpdf_data
  private let handle: qpdf_oh

  /// Nil for the null object.
  init?(_ data: qpdf_data, _ handle: qpdf_oh) {
    guard qpdf_oh_is_initialized(data, handle) != 0, qpdf_oh_is_null(data, handle) == 0 else { return nil }
    self.data = data
    self.handle = handle
  }

  /// Number of the indirect object; 0 for a direct one.
  var id: Int { Int(qpdf_oh_get_object_id(data, handle)) }
  var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }
  var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }
  var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }

  var number: Double? {
    qpdf_oh_is_number(data, handle) != 0 ? qpdf_oh_get_numeric_value(data, handle) : nil
  }

  /// Without its fraction; nil beyond what fits.
  var integer: Int? { number.flatMap { Int(exactly: $0.rounded(.towardZero)) } }

  var isTrue: Bool { qpdf_oh_is_bool(data, handle) != 0 && qpdf_oh_get_bool_value(data, handle) != 0 }

  /// Without its slash.
  var name: String? {
    guard qpdf_oh_is_name(data, handle) != 0, let name = qpdf_oh_get_name(data, handle) else { return nil }
    return String(String(cString: name).dropFirst())
  }

  /// A text string, from PDFDocEncoding or UTF-16.
  var text: String? {
    guard qpdf_oh_is_string(data, handle) != 0 else { return nil }
    return qpdf_oh_get_utf8_value(data, handle).map { String(cString: $0) }
  }

  /// The value of a key of a dictionary, or of a stream's dictionary.
  subscript(key: String) -> PDFObject? {
    let dictionary = isStream ? qpdf_oh_get_dict(data, handle) : handle
    guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return nil }
    return PDFObject(data, qpdf_oh_get_key(data, dictionary, "/" + key))
  }

  /// Keys of a dictionary, or of a stream's dictionary, without their slashes.
  var keys: [String] {
    let dictionary = isStream ? qpdf_oh_get_dict(data, handle) : handle
    guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary)
    while qpdf_oh_dict_more_keys(data) != 0, let key = qpdf_oh_dict_next_key(data) {
      keys.append(String(String(cString: key).dropFirst()))
    }
    return keys
  }

  /// Of an array, null objects left out; empty for anything else.
  var elements: [PDFObject] {
    guard isArray else { return [] }
    return (0..<qpdf_oh_get_array_n_items(data, handle)).compactMap {
      PDFObject(data, qpdf_oh_get_array_item(data, handle, $0))
    }
  }

  /// Elements of an array, or the object itself.
  var oneOrMore: [PDFObject] { isArray ? elements : [self] }

  /// The value that a page has itself or from the nodes above it.
  func inherited(_ key: String) -> PDFObject? {
    var node: PDFObject? = self
    for _ in 0..<Self.deepestTree {
      guard let here = node else { return nil }
      if let value = here[key] { return value }
      node = here["Parent"]
    }
    return nil
  }

  /// The bytes of a stream as they are stored, decrypted.
  func storedBytes() -> Data? { bytes(decoding: qpdf_dl_none) }

  /// The bytes of a stream without its filters; only for streams whose growth has been bounded.
  func decodedBytes() -> Data? { bytes(decoding: qpdf_dl_generalized) }

  private func bytes(decoding level: qpdf_stream_decode_level_e) -> Data? {
    guard isStream else { return nil }
    var filtered: QPDF_BOOL = 0
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = qpdf_oh_get_stream_data(data, handle, level, &filtered, &buffer, &count)
    guard status & 2 == 0, let buffer else { return nil }
    return Data(bytesNoCopy: buffer, count: count, deallocator: .free)
  }

  private static let deepestTree = 64
}
