import CPoppler
import Foundation

/// Takes streams out of their filters without being drowned: a few bytes can swell to gigabytes.
enum PDFStreamReader {
  enum Failure: Error {
    /// More than the limit comes out.
    case tooLarge
    /// A filter, or a chain of them, that is not followed here, or broken data.
    case unknown
  }

  /// - Parameter limit: bytes that may come out.
  static func read(_ stream: PDFObject, limit: Int) throws(Failure) -> Data {
    let filters = filters(of: stream)
    guard let stored = stream.storedBytes() else { throw .unknown }
    if filters.isEmpty { return try checked(stored, limit) }
    if filters == ["FlateDecode"], stream["DecodeParms"] == nil {
      let (data, isWhole) = Inflater.inflate(stored, limit: limit)
      guard isWhole else { throw .tooLarge }
      return data
    }
    guard filters.allSatisfy({ growth[$0] != nil }) else { throw .unknown }
    let most = filters.reduce(1) { $0 * (growth[$1] ?? 1) }
    guard stored.count < limit / most else { throw .tooLarge }
    guard let data = stream.decodedBytes() else { throw .unknown }
    return try checked(data, limit)
  }

  /// Names of the filters, abbreviations written out.
  static func filters(of stream: PDFObject) -> [String] {
    (stream["Filter"]?.oneOrMore ?? []).compactMap(\.name).map { abbreviations[$0] ?? $0 }
  }

  /// The most bytes that one byte can become.
  private static let growth = [
    "FlateDecode": 1032, "LZWDecode": 1400, "ASCIIHexDecode": 1, "ASCII85Decode": 4, "RunLengthDecode": 64,
  ]

  private static let abbreviations = [
    "Fl": "FlateDecode", "LZW": "LZWDecode", "AHx": "ASCIIHexDecode", "A85": "ASCII85Decode",
    "RL": "RunLengthDecode", "DCT": "DCTDecode", "CCF": "CCITTFaxDecode",
  ]

  private static func checked(_ data: Data, _ limit: Int) throws(Failure) -> Data {
    guard data.count <= limit else { throw .tooLarge }
    return data
  }
}

/// Deflated data (zlib), taken out piece by piece up to a limit.
enum Inflater {
  /// - Returns: what came out until the end, an error or the limit; false if the limit was met.
  static func inflate(_ data: Data, limit: Int) -> (data: Data, isWhole: Bool) {
    data.withUnsafeBytes { inflate($0, limit: limit, keeps: true) }
  }

  /// Like `inflate`, but only counts.
  static func fits(_ bytes: UnsafeRawBufferPointer, limit: Int) -> Bool {
    inflate(bytes, limit: limit, keeps: false).isWhole
  }

  private static func inflate(
    _ bytes: UnsafeRawBufferPointer, limit: Int, keeps: Bool
  ) -> (data: Data, isWhole: Bool) {
    guard let decompressor = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB) else {
      return (Data(), true)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(decompressor)) }
    var whole = Data()
    var (offset, total) = (0, 0)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while offset < bytes.count {
      var (taken, given) = (gsize(0), gsize(0))
      let result = g_converter_convert(
        decompressor, bytes.baseAddress! + offset, gsize(bytes.count - offset), &piece,
        gsize(piece.count), G_CONVERTER_INPUT_AT_END, &taken, &given, nil)
      guard result != G_CONVERTER_ERROR else { break }
      offset += Int(taken)
      total += Int(given)
      guard total <= limit else { return (whole, false) }
      if keeps { whole.append(contentsOf: piece.prefix(Int(given))) }
      if result == G_CONVERTER_FINISHED { break }
    }
    return (whole, true)
  }
}
