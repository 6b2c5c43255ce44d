import CQPDF
import Foundation

/// One object of a PDF, indirect ones resolved, to be read and changed. Void once its document has released it.
struct PDFValue {
  let document: QPDFDocument
  let handle: qpdf_oh
  private var data: qpdf_data { document.data }

  /// Nil for the null object.
  init?(_ document: QPDFDocument, _ handle: qpdf_oh) {
    guard qpdf_oh_is_initialized(document.data, handle) != 0, qpdf_oh_is_null(document.data, handle) == 0
    else {
      return nil
    }
    self.document = document
    self.handle = handle
  }

  /// Number of the indirect object; 0 for a direct one.
  var id: Int { Int(qpdf_oh_get_object_id(data, handle)) }
  var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }
  var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }
  var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }
  var isTrue: Bool { qpdf_oh_is_bool(data, handle) != 0 && qpdf_oh_get_bool_value(data, handle) != 0 }

  var number: Double? {
    qpdf_oh_is_number(data, handle) != 0 ? qpdf_oh_get_numeric_value(data, handle) : nil
  }

  var integer: Int? { number.flatMap { Int(exactly: $0.rounded(.towardZero)) } }

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

  private var dictionary: qpdf_oh { isStream ? qpdf_oh_get_dict(data, handle) : handle }

  /// The value of a key of a dictionary, or of a stream's dictionary; nil takes the key away.
  subscript(key: String) -> PDFValue? {
    get {
      let dictionary = dictionary
      guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return nil }
      return PDFValue(document, qpdf_oh_get_key(data, dictionary, "/" + key))
    }
    nonmutating set {
      if let newValue {
        qpdf_oh_replace_key(data, dictionary, "/" + key, newValue.handle)
      } else {
        qpdf_oh_remove_key(data, dictionary, "/" + key)
      }
    }
  }

  /// Keys of a dictionary, or of a stream's dictionary, without their slashes.
  var keys: [String] {
    let dictionary = dictionary
    guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary)
    while qpdf_oh_dict_more_keys(data) != 0, let key = qpdf_oh_dict_next_key(data) {
      keys.append(String(String(cString: key).dropFirst()))
    }
    return keys
  }

  /// Of an array, null objects left out; empty for anything else.
  var elements: [PDFValue] {
    guard isArray else { return [] }
    return (0..<max(0, qpdf_oh_get_array_n_items(data, handle))).compactMap {
      PDFValue(document, qpdf_oh_get_array_item(data, handle, $0))
    }
  }

  var elementCount: Int { isArray ? max(0, Int(qpdf_oh_get_array_n_items(data, handle))) : 0 }

  /// Elements of an array, or the object itself.
  var oneOrMore: [PDFValue] { isArray ? elements : [self] }

  func append(_ value: PDFValue) { qpdf_oh_append_item(data, handle, value.handle) }

  /// The value that a page has itself or from the nodes above it.
  func inherited(_ key: String) -> PDFValue? {
    var node: PDFValue? = self
    for _ in 0..<Self.deepestTree {
      guard let here = node else { return nil }
      if let value = here[key] { return value }
      node = here["Parent"]
    }
    return nil
  }

  private static let deepestTree = 64

  /// The bytes of a stream without its filters; nil where they are not to be had.
  func decoded() -> Data? { bytes(decoding: qpdf_dl_generalized) }

  /// The bytes of a stream as they are stored.
  func stored() -> Data? { bytes(decoding: qpdf_dl_none) }

  /// What can come out of a stream's filters at most.
  var mostDecodedBytes: Int {
    (self["Filter"]?.oneOrMore ?? []).reduce(self["Length"]?.integer ?? .max) { size, filter in
      let (most, overflow) = size.multipliedReportingOverflow(by: Self.growth[filter.name ?? ""] ?? 1)
      return overflow ? .max : most
    }
  }

  /// The most bytes that one byte can become.
  private static let growth = [
    "FlateDecode": 1032, "Fl": 1032, "LZWDecode": 1400, "LZW": 1400, "RunLengthDecode": 64, "RL": 64,
    "ASCII85Decode": 4, "A85": 4,
  ]

  private func bytes(decoding level: qpdf_stream_decode_level_e) -> Data? {
    guard isStream else { return nil }
    var filtered: QPDF_BOOL = 0
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = qpdf_oh_get_stream_data(data, handle, level, &filtered, &buffer, &count)
    guard status & 2 == 0 else { return nil }
    guard let buffer, count > 0 else {
      free(buffer)
      return Data()
    }
    return Data(bytesNoCopy: buffer, count: count, deallocator: .free)
  }

  /// Gives a stream other bytes, not filtered; its dictionary stays.
  func replace(with bytes: Data) {
    let none = qpdf_oh_new_null(data)
    let bytes = bytes.isEmpty ? Data("\n".utf8) : bytes
    bytes.withUnsafeBytes { raw in
      let start = raw.assumingMemoryBound(to: UInt8.self).baseAddress
      qpdf_oh_replace_stream_data(data, handle, start, raw.count, none, none)
    }
  }

  /// A dictionary or array of its own with the same values.
  func copied() -> PDFValue {
    if isArray { return document.array(elements) }
    let copy = document.dictionary()
    for key in keys { copy[key] = self[key] }
    return copy
  }
}

extension QPDFDocument {
  /// - Parameter source: an object as PDF writes it, without references to others.
  func value(_ source: String) -> PDFValue {
    PDFValue(self, qpdf_oh_parse(data, source)) ?? dictionary()
  }

  func dictionary() -> PDFValue { PDFValue(self, qpdf_oh_new_dictionary(data))! }

  func array(_ elements: [PDFValue] = []) -> PDFValue {
    let array = PDFValue(self, qpdf_oh_new_array(data))!
    elements.forEach(array.append)
    return array
  }

  func text(_ text: String) -> PDFValue { PDFValue(self, qpdf_oh_new_unicode_string(data, text))! }
  func name(_ name: String) -> PDFValue { PDFValue(self, qpdf_oh_new_name(data, "/" + name))! }
  func number(_ number: Int) -> PDFValue { PDFValue(self, qpdf_oh_new_integer(data, Int64(number)))! }

  /// An object that others can point at.
  func indirect(_ value: PDFValue) -> PDFValue {
    PDFValue(self, qpdf_make_indirect_object(data, value.handle))!
  }

  /// - Parameter keys: its dictionary, as PDF writes it.
  func stream(_ bytes: Data, _ keys: String = "<< >>") -> PDFValue {
    let stream = PDFValue(self, qpdf_oh_new_stream(data))!
    stream.replace(with: bytes)
    let dictionary = value(keys)
    for key in dictionary.keys { stream[key] = dictionary[key] }
    return stream
  }
}
